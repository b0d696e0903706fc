"""For people who write checks: made-up visits with a clock you set, no browser needed."""

from __future__ import annotations

from typing import Any

from cxcheck.artifacts.build import build
from cxcheck.model.artifact import Artifacts, Outcome
from cxcheck.model.event import Clock, Event

__all__ = ["Story", "make_artifacts"]


class Story:
    """The events of a made-up visit. Each method adds one fact at the time given, in ms since the visit began.

    >>> story = Story().step("Ask", 0).press("Send", 1000).change(1120)
    >>> story.end(5000).artifacts().timeline.outcome.value
    'finished'
    """

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._step = 0
        self.add("visit/began", 0, clock=Clock.RECORDER)

    def add(self, kind: str, t_ms: float, *, clock: Clock = Clock.BROWSER, page: int = 1, **data: Any) -> Story:
        """Any event."""
        event = Event(
            seq=len(self.events) + 1, t_ms=t_ms, clock=clock, step=self._step, page=page, kind=kind, data=data
        )
        self.events.append(event)
        return self

    def step(self, title: str, t_ms: float, *, moment_of_truth: bool = False) -> Story:
        """A step begins; the one before it has ended."""
        if self._step:
            self.add("step/ended", t_ms, clock=Clock.RECORDER, number=self._step, finished=True)
        self._step += 1
        return self.add("step/began", t_ms, clock=Clock.RECORDER, title=title, moment_of_truth=moment_of_truth)

    def press(
        self, name: str, t_ms: float, *, pointer: str = "mouse", popup: str | None = None, **target: Any
    ) -> Story:
        """The customer presses a button of that name."""
        about = {"selector": f"#{name}", "role": "button", "name": name, "clickable": True, **target}
        if popup is not None:
            about["popup"] = popup
        return self.add("gesture/pressed", t_ms, pointer=pointer, trusted=True, target=about)

    def type(self, name: str, t_ms: float, characters: int, *, field_kind: str = "text") -> Story:
        """The customer types into a field of that name."""
        about = {"selector": f"#{name}", "role": "textbox", "name": name}
        return self.add(
            "gesture/typed", t_ms, characters=characters, field_kind=field_kind, target=about, until_ms=t_ms + 100
        )

    def change(self, t_ms: float, until_ms: float | None = None) -> Story:
        """Something visible changes on the page."""
        return self.add("page/changed", t_ms, until_ms=until_ms or t_ms)

    def document(self, t_ms: float, *, painted_ms: float, url: str = "https://shop.example/") -> Story:
        """Another document comes, and shows something at ``painted_ms``."""
        self.add("screen/document", t_ms, url=url, title="A page", history=False)
        return self.add("page/painted", painted_ms, what="first")

    def popup(self, key: str, t_ms: float, *, cover_ratio: float, **facts: Any) -> Story:
        """An overlay appears."""
        box = {"x_px": 0, "y_px": 0, "width_px": 400, "height_px": 300}
        known: dict[str, Any] = {
            "title": "10 % off", "text": "10 % off your first order", "controls": ["Close"], "fields": [],
            "box": box, "role": "", "modal": False, "asked_for": False,
        }  # fmt: skip
        return self.add("popup/appeared", t_ms, id=key, cover_ratio=cover_ratio, **(known | facts))

    def mail(self, asked_ms: float, arrived_ms: float | None, *, gave_up_ms: float = 60_000) -> Story:
        """The customer goes to the mailbox; the mail comes, or does not."""
        self.add("gesture/switched", asked_ms, to="mailbox")
        self.add("mail/awaited", asked_ms, clock=Clock.RECORDER, intent="password reset")
        if arrived_ms is None:
            return self.add("mail/missed", gave_up_ms, clock=Clock.RECORDER, intent="password reset")
        return self.add("mail/arrived", arrived_ms, intent="password reset", subject="Reset", links=1)

    def end(self, t_ms: float, outcome: Outcome = Outcome.FINISHED, message: str = "") -> Story:
        """The visit ends."""
        if self._step:
            finished = outcome is Outcome.FINISHED
            self.add("step/ended", t_ms, clock=Clock.RECORDER, number=self._step, finished=finished)
        return self.add("visit/ended", t_ms, clock=Clock.RECORDER, outcome=outcome.value, message=message)

    def artifacts(self) -> Artifacts:
        """All tables of this visit."""
        return make_artifacts(self.events)


def make_artifacts(events: list[Event]) -> Artifacts:
    """The tables that these events become."""
    return build(events)

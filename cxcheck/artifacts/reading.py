"""What the task gave the customer to read in full: new headings, labels of what they filled in, messages, mails.

Counts only. What else stands on a page is not counted: nobody has to read it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from cxcheck.artifacts.pages import screen_at
from cxcheck.model.artifact import NotRecorded, Timeline
from cxcheck.model.gesture import GestureKind, Gestures
from cxcheck.model.page import SettledScreens
from cxcheck.model.reading import Decision, Read, Readings, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cxcheck.model.event import Event
    from cxcheck.model.page import Screens, Settled

_LABELLED = {GestureKind.FIELD, GestureKind.CHOICE, GestureKind.TICK}
_WEIGHED = {"delivery", "payment"}  # other lists hold what the customer knows beforehand, or looks through by eye


def build(
    events: Sequence[Event],
    timeline: Timeline,
    screens: Screens,
    gestures: Gestures | NotRecorded,
    settled: SettledScreens | NotRecorded,
) -> Readings | NotRecorded:
    """In order of happening."""
    if isinstance(gestures, NotRecorded):
        return gestures
    looked_at = {} if isinstance(settled, NotRecorded) else {one.screen: one for one in settled.items}
    spoken = {number: screen.language for number, screen in enumerate(screens.items, start=1)}
    told = dict(_told(events, screens))
    found: list[Read] = []
    seen: set[tuple[int, str]] = set()  # what stands on one screen is read once

    def read(t_ms: float, what: str, screen: int, text: Text, key: str) -> None:
        if text.words and (screen, key) not in seen:
            seen.add((screen, key))
            found.append(
                Read.model_validate(
                    {"t_ms": t_ms, "step": timeline.step_at(t_ms), "what": what, "text": text}
                    | {"language": spoken.get(screen, "")}
                )
            )

    for number, says in _headings(screens, looked_at).items():
        read(screens.items[number - 1].t_ms, "heading", number, Text.of(says), says)
    for gesture in gestures.items:
        if gesture.kind in _LABELLED and gesture.trusted and gesture.target.popup is None:
            on = gesture.target.selector
            screen = sum(one.t_ms <= gesture.t_ms for one in screens.items)
            read(gesture.t_ms, "label", screen, told.get((screen, on)) or Text.of(gesture.target.name), f"label {on}")
    for event in events:
        for says in _messages(event):
            read(event.t_ms, "message", screen_at(screens, event), Text.of(says), says)
        if event.kind == "mail/arrived":
            about = Text.of(str(event.data.get("subject", ""))) + (_text(event.data.get("asks")) or Text.of(""))
            found.append(Read(t_ms=event.t_ms, step=timeline.step_at(event.t_ms), what="mail", text=about))
    decided = tuple(
        Decision(t_ms=e.t_ms, step=timeline.step_at(e.t_ms), what=str(e.data["what"]), options=int(e.data["of"]))
        for e in events
        if e.kind == "customer/chose" and e.data["what"] in _WEIGHED
    )
    return Readings(items=tuple(sorted(found, key=lambda one: one.t_ms)), decisions=decided)


def _headings(screens: Screens, looked_at: Mapping[int, Settled]) -> dict[int, str]:
    """What each screen says first: its heading, else its title; of a route only what did not stand there before."""
    found: dict[int, str] = {}
    before: tuple[str, ...] = ()
    for number, screen in enumerate(screens.items, start=1):
        says = (looked_at[number].says if number in looked_at else "", screen.says, screen.title)
        new = [text for text in says if text and (screen.how == "document" or text not in before)]
        if new:
            found[number] = new[0]
        before = says
    return found


def _told(events: Sequence[Event], screens: Screens) -> Iterator[tuple[tuple[int, str], Text]]:
    """The whole text beside each thing ticked, by screen and selector; its name is cut short."""
    for event in events:
        beside = _text(event.data.get("beside"))
        if event.kind == "gesture/ticked" and beside is not None:
            screen = sum(one.t_ms <= event.t_ms for one in screens.items)
            yield (screen, str(event.data["target"]["selector"])), beside


def _text(data: object) -> Text | None:
    """Counts as a probe tells them; None where it tells none, or a page has made some up."""
    try:
        return Text.model_validate(data)
    except ValidationError:
        return None


def _messages(event: Event) -> list[str]:
    if event.kind == "page/said":
        return [str(event.data["text"])]
    return list(map(str, event.data.get("says") or ())) if event.kind == "customer/refused" else []

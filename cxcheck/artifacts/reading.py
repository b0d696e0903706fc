"""What the task gave the customer to read in full: new headings, labels of what they filled in, messages, mails.

Counts only. What else stands on a page is not counted: nobody has to read it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic import ValidationError

from cxcheck.artifacts.pages import screen_at
from cxcheck.model.artifact import NotRecorded, Timeline
from cxcheck.model.gesture import GestureKind, Gestures
from cxcheck.model.page import SettledScreens
from cxcheck.model.reading import Decision, Read, Readings, Text, What

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cxcheck.model.event import Event
    from cxcheck.model.page import Screens, Settled

_LABELLED = {GestureKind.FIELD, GestureKind.CHOICE, GestureKind.TICK}
_DIGITS = re.compile(r"\d+")  # a clock that counts down is read once
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
    book = _Book(timeline, screens)
    looked_at = {} if isinstance(settled, NotRecorded) else {one.screen: one for one in settled.items}
    stood = {*looked_at, *(_screen(screens, gesture.t_ms) for gesture in gestures.items), len(screens.items)}
    for number, says in _headings(screens, looked_at).items():
        if number in stood:  # else the site moved on by itself before it could be read
            book.read(screens.items[number - 1].t_ms, "heading", number, Text.of(says), says)
    told = dict(_told(events, screens))
    for gesture in gestures.items:
        if gesture.kind in _LABELLED and gesture.trusted and gesture.target.popup is None:
            on, screen = gesture.target.selector, _screen(screens, gesture.t_ms)
            text = told.get((screen, on)) or Text.of(gesture.target.name)
            book.read(gesture.t_ms, "label", screen, text, f"label {on}")
    for event in events:
        for says in _messages(event):
            book.read(event.t_ms, "message", screen_at(screens, event), Text.of(says), _DIGITS.sub("0", says))
        if event.kind == "mail/arrived":
            subject, asks = Text.of(str(event.data.get("subject", ""))), _text(event.data.get("asks"))
            book.read(event.t_ms, "mail", 0, subject + (asks or Text.of("")), f"mail {event.seq}")
    decided = tuple(
        Decision(t_ms=e.t_ms, step=timeline.step_at(e.t_ms), what=str(e.data["what"]), options=int(e.data["of"]))
        for e in events
        if e.kind == "customer/chose" and e.data["what"] in _WEIGHED
    )
    return Readings(items=tuple(sorted(book.found, key=lambda one: one.t_ms)), decisions=decided)


class _Book:
    """What was read so far; what stands on one screen is read once."""

    def __init__(self, timeline: Timeline, screens: Screens) -> None:
        self.found: list[Read] = []
        self._timeline = timeline
        self._languages = ["", *(screen.language for screen in screens.items)]  # a mail does not say
        self._seen: set[tuple[int, str]] = set()

    def read(self, t_ms: float, what: What, screen: int, text: Text, key: str) -> None:
        if text.words and (screen, key) not in self._seen:
            self._seen.add((screen, key))
            step, language = self._timeline.step_at(t_ms), self._languages[screen]
            self.found.append(Read(t_ms=t_ms, step=step, what=what, text=text, language=language))


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


def _screen(screens: Screens, t_ms: float) -> int:
    """The number of the screen seen then; 0 before the first."""
    return sum(one.t_ms <= t_ms for one in screens.items)


def _told(events: Sequence[Event], screens: Screens) -> Iterator[tuple[tuple[int, str], Text]]:
    """The whole text beside each thing ticked, by screen and selector; its name is cut short."""
    for event in events:
        beside = _text(event.data.get("beside"))
        if event.kind == "gesture/ticked" and beside is not None:
            yield (_screen(screens, event.t_ms), str(event.data["target"]["selector"])), beside


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

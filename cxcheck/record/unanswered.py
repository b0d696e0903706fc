"""Presses that nothing answered, looked at once more in the frames: before they are called dead, and at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.artifacts.build import build
from cxcheck.artifacts.pages import SAME_MS
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.base import Box
from cxcheck.model.wait import AnswerMethod, Wait
from cxcheck.record.look import Seen, look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cxcheck.model.event import Event
    from cxcheck.record.journal import Journal
    from cxcheck.record.listeners.frames import Frame

_DRAWN_WITHIN_MS = 300  # our choice: frames come late from a busy machine
_CHANGES = {"gesture/scrolled", "page/scrolled", "page/changed", "popup/appeared", "popup/gone"}
_LOOKED_AT_MS = 10_000  # the cap of a wait: what comes later is no answer


Found = tuple[Wait, int, Seen]  # the wait, its page, what the frames show


def look_again(
    events: Sequence[Event], frames: Sequence[Frame], read: Callable[[str], bytes], journal: Journal
) -> None:
    """Write an ``answer/frame`` for each that the frames answer: ``press_ms``, ``until_ms``, ``ratio``."""
    for wait, page, seen in _answered(events, frames, read):
        data = {"press_ms": wait.from_ms, "until_ms": round(seen.until_ms, 1), "ratio": round(seen.ratio, 4)}
        journal.add("answer/frame", data, t_ms=seen.t_ms, page=page)


def shows_an_answer(
    events: Sequence[Event], frames: Sequence[Frame], read: Callable[[str], bytes], pressed_ms: float
) -> bool:
    """Whether the frames answer the press of that time; asked for before a customer calls it dead."""
    return any(_answered(events, frames, read, since_ms=pressed_ms - SAME_MS))


def _answered(
    events: Sequence[Event], frames: Sequence[Frame], read: Callable[[str], bytes], since_ms: float = 0.0
) -> Iterator[Found]:
    tables = build(events)
    if (
        isinstance(tables.waits, NotRecorded)
        or isinstance(tables.gestures, NotRecorded)
        or isinstance(tables.screens, NotRecorded)
    ):
        return
    for wait in tables.waits.items:
        if wait.what != "press" or wait.method is not AnswerMethod.NONE or wait.from_ms < since_ms:
            continue
        done = [gesture for gesture in tables.gestures.items if gesture.t_ms <= wait.from_ms]
        page = done[-1].page
        documents = (one.t_ms for one in tables.screens.items if one.how == "document" and one.page == page)
        came_ms = max((t_ms for t_ms in documents if t_ms < wait.from_ms), default=0.0)
        there = [frame for frame in frames if frame.page == page and frame.t_ms >= came_ms]
        boxes = [gesture.target.box for gesture in done[-2:] if gesture.target.box is not None]
        boxes += _left(events, page, wait.from_ms)
        watched_ms = min(wait.watched_ms + SAME_MS, _LOOKED_AT_MS)  # events are rounded: the last may be a frame
        try:
            seen = look(there, read, _still_from(events, there, page, wait.from_ms), wait.from_ms + watched_ms, boxes)
        except OSError:
            continue  # a frame that cannot be read again answers nothing
        if seen is not None:
            yield wait, page, seen


def _left(events: Sequence[Event], page: int, press_ms: float) -> list[Box]:
    """Where that had its place which lost the focus by this press."""
    pressed = (e for e in events if e.kind == "gesture/pressed" and e.page == page and abs(e.t_ms - press_ms) < SAME_MS)
    return [Box.model_validate(event.data["left"]) for event in pressed if "left" in event.data]


def _still_from(events: Sequence[Event], frames: Sequence[Frame], page: int, press_ms: float) -> float:
    """When the screen first showed all that had changed before the press; the press itself, as a rule.

    The last frame before it may not show yet what was scrolled to reach the thing, or that a pop-up has gone. What
    answers within the next one is missed: it cannot be told from that.
    """
    before_ms = max((frame.t_ms for frame in frames if frame.t_ms < press_ms), default=0.0)
    changed = [
        e for e in events if e.kind in _CHANGES and e.page == page and before_ms < _shown_ms(e) and e.t_ms <= press_ms
    ]
    if not changed:
        return press_ms
    drawn_ms = min((frame.t_ms for frame in frames if frame.t_ms >= press_ms), default=0.0)
    known = (*(_shown_ms(event) for event in changed), drawn_ms)
    return max(press_ms, *(ms + SAME_MS for ms in known if ms - press_ms <= _DRAWN_WITHIN_MS))


def _shown_ms(event: Event) -> float:
    return max(event.t_ms, float(event.data.get("shown_ms", 0)))

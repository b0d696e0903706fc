"""Presses that nothing answered, looked at once more in the frames when the visit is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.artifacts.build import build
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.wait import AnswerMethod
from cxcheck.record.look import look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cxcheck.model.event import Event
    from cxcheck.record.journal import Journal
    from cxcheck.record.listeners.frames import Frame

_LOOKED_AT_MS = 10_000  # the cap of a wait: what comes later is no answer


def look_again(
    events: Sequence[Event], frames: Sequence[Frame], read: Callable[[str], bytes], journal: Journal
) -> None:
    """Write an ``answer/frame`` for each that the frames answer: ``press_ms``, ``until_ms``, ``ratio``."""
    tables = build(events)
    if (
        isinstance(tables.waits, NotRecorded)
        or isinstance(tables.gestures, NotRecorded)
        or isinstance(tables.screens, NotRecorded)
    ):
        return
    screens = tables.screens.items
    for wait in tables.waits.items:
        if wait.what != "press" or wait.method is not AnswerMethod.NONE:
            continue
        done = [gesture for gesture in tables.gestures.items if gesture.t_ms <= wait.from_ms]
        page = done[-1].page
        documents = (one.t_ms for one in screens if one.how == "document" and one.page == page)
        came_ms = max((t_ms for t_ms in documents if t_ms < wait.from_ms), default=0.0)
        seen_there = [frame for frame in frames if frame.page == page and frame.t_ms >= came_ms]
        boxes = [gesture.target.box for gesture in done[-2:] if gesture.target.box is not None]
        until_ms = wait.from_ms + min(wait.watched_ms, _LOOKED_AT_MS)
        try:
            seen = look(seen_there, read, wait.from_ms, until_ms, boxes)
        except OSError:
            continue  # a frame that cannot be read again answers nothing
        if seen is not None:
            data = {"press_ms": wait.from_ms, "until_ms": round(seen.until_ms, 1), "ratio": round(seen.ratio, 4)}
            journal.add("answer/frame", data, t_ms=seen.t_ms, page=page)

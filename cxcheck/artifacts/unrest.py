"""What a page that did not come to rest was busy with, as far as a customer could see."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from cxcheck.artifacts.activity import QUIET_MS
from cxcheck.artifacts.answers import SLACK_MS, first_paint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.event import Event
    from cxcheck.model.wait import StillBusy

_SEEN = {"page/changed", "page/animated", "page/scrolled"}


def still_busy(page: int, since_ms: float, cap_ms: float, events: Sequence[Event]) -> StillBusy:
    """Of the page of that number, after an act at ``since_ms``, at ``cap_ms``; requests alone nobody sees."""
    here = [event for event in events if event.page == page and event.t_ms >= since_ms - SLACK_MS]
    documents = [event for event in here if event.kind == "screen/document" and event.t_ms <= cap_ms]
    if documents and first_paint(documents[-1], events) > cap_ms:
        return "coming"
    if _works(here, cap_ms):
        return "working"
    loads = (event.t_ms for event in here if event.kind == "page/loaded")
    if documents and min((t_ms for t_ms in loads if t_ms >= documents[-1].t_ms), default=inf) > cap_ms:
        return "loading"
    changes = any(
        event.kind in _SEEN and event.t_ms <= cap_ms and float(event.data["until_ms"]) >= cap_ms - QUIET_MS
        for event in here
    )
    return "changing" if changes else ""


def _works(here: Sequence[Event], cap_ms: float) -> bool:
    """Whether it said so, by something that is called or marked so; what merely turns may be an ornament."""
    said = [event.t_ms for event in here if event.kind == "busy/began" and event.data["named"]]
    over = [event.t_ms for event in here if event.kind in {"busy/ended", "screen/document"}]
    return any(t_ms <= cap_ms and not any(t_ms < end_ms <= cap_ms for end_ms in over) for t_ms in said)

"""What the page did by itself: screens shown, requests made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cxcheck.model.artifact import Timeline
from cxcheck.model.event import Clock
from cxcheck.model.page import Request, Requests, Screen, Screens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.event import Event

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?![A-Za-z])")
SAME_MS = 1  # a document's own stamp, told twice


def screens(events: Sequence[Event], timeline: Timeline) -> Screens:
    """Documents and routes, in order."""
    return Screens(
        items=tuple(
            Screen(
                t_ms=event.t_ms,
                step=timeline.step_at(event.t_ms),
                page=event.page,
                url=str(event.data["url"]),
                title=str(event.data["title"]),
                how="document" if event.kind == "screen/document" else "route",
                says=str(event.data.get("says", "")),
                language=_language(event),
            )
            for event in events
            if event.kind in {"screen/document", "screen/route"}
        )
    )


def _language(event: Event) -> str:
    said = str(event.data.get("lang", ""))
    return said if _LANGUAGE.match(said) else ""


def screen_at(screens: Screens, event: Event) -> int:
    """The number of the screen its page showed when this happened; 0 before the first.

    A document begins when it is asked for. Until it comes the one before it is still there, so that an event which
    says in which document it happened does not belong to a later one.
    """
    own_ms = float(event.data.get("origin_ms", event.t_ms)) + SAME_MS
    seen = [
        number
        for number, screen in enumerate(screens.items, start=1)
        if screen.t_ms <= event.t_ms and screen.page == event.page
    ]
    mine = [n for n in seen if screens.items[n - 1].how == "route" or screens.items[n - 1].t_ms <= own_ms]
    return max(mine, default=0)


def requests(events: Sequence[Event], timeline: Timeline) -> Requests:
    """All that ended, in order of starting."""
    found = [
        Request(
            step=timeline.step_at(event.t_ms),
            method=str(event.data["method"]),
            url=str(event.data["url"]),
            resource=str(event.data["resource"]),
            status=int(event.data["status"]),
            start_ms=event.data["start_ms"],
            end_ms=event.t_ms if event.clock is Clock.BROWSER else None,
            failure=str(event.data["failure"]),
            is_document=bool(event.data["is_document"]),
        )
        for event in events
        if event.kind == "request/ended"
    ]
    unknown = float("inf")
    return Requests(items=tuple(sorted(found, key=lambda r: unknown if r.start_ms is None else r.start_ms)))

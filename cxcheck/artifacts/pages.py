"""What the page did by itself: screens shown, requests made, errors run into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.artifact import Timeline
from cxcheck.model.event import Clock
from cxcheck.model.page import PageError, PageErrors, Request, Requests, Screen, Screens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.event import Event

_FIRST_ERROR_STATUS = 400


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
            )
            for event in events
            if event.kind in {"screen/document", "screen/route"}
        )
    )


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


def errors(events: Sequence[Event], timeline: Timeline) -> PageErrors:
    """Script errors, and answers with an error status."""
    found = []
    for event in events:
        step = timeline.step_at(event.t_ms)
        if event.kind == "error/script":
            found.append(PageError(t_ms=event.t_ms, step=step, kind="script", text=str(event.data["text"])))
        elif event.kind == "request/ended" and event.data["status"] >= _FIRST_ERROR_STATUS:
            text = f"{event.data['status']} {event.data['url']}"
            found.append(PageError(t_ms=event.t_ms, step=step, kind="http", text=text))
    return PageErrors(items=tuple(found))

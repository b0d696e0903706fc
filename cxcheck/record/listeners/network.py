"""Requests, their times from the browser's own timing, and how they ended."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from playwright.sync_api import Error, Request

from cxcheck.record.listeners import listen_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page, Response

    from cxcheck.record.journal import Journal
    from cxcheck.record.listeners.pages import Pages
    from cxcheck.record.pulse import Pulse

# What a customer does not wait for: streams and the page's own messages home.
_BACKGROUND = {"eventsource", "websocket", "ping", "media", "cspreport", "prefetch", "manifest"}


def _is_top_document(request: Request) -> bool:
    try:
        return request.is_navigation_request() and request.frame.parent_frame is None
    except Error:
        return True  # a new window that was refused before it had a page


def listen(context: BrowserContext, journal: Journal, pages: Pages, pulse: Pulse) -> Callable[[], None]:
    """Write a ``request/ended`` for every request, and keep the pulse's list of those in flight.

    Returns what ends it.
    """
    statuses: dict[Request, int] = {}  # kept apart: asking a request for its response would be a round trip

    def started(request: Request) -> None:
        before = request.redirected_from
        if before is not None and journal.secrets.came_by_mail(before.url):
            journal.secrets.add_link(request.url)  # where a mailed link leads is as secret as the link
        if request.resource_type not in _BACKGROUND:
            pulse.in_flight[request] = journal.clock.now_ms()

    def answered(response: Response) -> None:
        statuses[response.request] = response.status

    def ended(request: Request) -> None:
        pulse.in_flight.pop(request, None)
        timing = request.timing
        start_ms = journal.clock.from_browser_ms(timing["startTime"]) if timing["startTime"] > 0 else None
        end_ms = None if start_ms is None or timing["responseEnd"] < 0 else start_ms + timing["responseEnd"]
        data = {
            "method": request.method,
            "url": request.url[:2000],
            "resource": request.resource_type,
            "status": statuses.pop(request, 0),
            "start_ms": None if start_ms is None else round(start_ms, 1),
            "failure": request.failure or "",
            "is_document": _is_top_document(request),
            "background": request.resource_type in _BACKGROUND,
        }
        page = pages.number_of_frame(request)
        if end_ms is None:
            journal.heard("request/ended", data, page=page)
        else:
            journal.add("request/ended", data, t_ms=end_ms, page=page)

    return listen_to(
        context,
        {"request": started, "response": answered, "requestfinished": ended, "requestfailed": ended},
    )


def waiting_pages(pulse: Pulse) -> set[Page]:
    """Those whose next document has been asked for and has not come."""
    found = set()
    for request in pulse.in_flight:
        with suppress(Error):  # its page went away
            if isinstance(request, Request) and _is_top_document(request):
                found.add(request.frame.page)
    return found

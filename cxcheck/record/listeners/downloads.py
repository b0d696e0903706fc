"""Files that begin to come: an answer that shows outside the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.record.listeners import listen_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Download, Page, Response

    from cxcheck.record.journal import Journal
    from cxcheck.record.listeners.pages import Pages


def listen(context: BrowserContext, journal: Journal, pages: Pages) -> Callable[[], None]:
    """Write a ``download/began`` when the head of a file's answer is there, by the request's own times.

    Of a file that the page made itself there is no request: then it is only heard of. Returns what ends it.
    """
    heads: dict[str, float] = {}  # address of a document -> when the head of its answer was there

    def answered(response: Response) -> None:
        request = response.request
        timing = request.timing
        if request.is_navigation_request() and timing["startTime"] > 0:
            heads[request.url] = journal.clock.from_browser_ms(timing["startTime"] + timing["responseStart"])

    def began(download: Download) -> None:
        t_ms, page = heads.pop(download.url, None), pages.number(download.page)
        if t_ms is None:
            journal.heard("download/began", {"timed": False}, page=page)
        else:
            journal.add("download/began", {"timed": True}, t_ms=t_ms, page=page)

    def opened(page: Page) -> None:
        page.on("download", began)

    for page in context.pages:
        opened(page)
    return listen_to(context, {"response": answered, "page": opened})

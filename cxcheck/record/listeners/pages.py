"""Tabs and windows: numbered as they open; native dialogs and window openings heard through the DevTools protocol.

A Playwright ``dialog`` listener would have to answer the dialog; the protocol lets us hear without answering, so that
Playwright, or the script's own handler, goes on as if nobody listened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, CDPSession, Page, Request

    from cxcheck.record.journal import Journal


class Pages:
    """The pages of a context, by number (1 is the first)."""

    def __init__(self, journal: Journal, prepare: Callable[[CDPSession], None]) -> None:
        self._journal = journal
        self._prepare = prepare  # the persona's network and processor, for each page
        self._numbers: dict[Page, int] = {}

    def listen(self, context: BrowserContext) -> None:
        """Number the pages of the context that are there and those to come."""
        for page in context.pages:
            self._opened(page)
        context.on("page", self._opened)

    def number(self, page: Page) -> int:
        """The page's number; a page not yet announced gets the next one."""
        return self._numbers.setdefault(page, len(self._numbers) + 1)

    def number_of_frame(self, request: Request) -> int:
        """Number of the page a request belongs to, 0 when it has none (a service worker's)."""
        try:
            return self.number(request.frame.page)
        except Error:
            return 0

    def _opened(self, page: Page) -> None:
        number = self.number(page)
        self._journal.heard("page/opened", {"first": number == 1}, page=number)
        page.on("close", lambda _: self._hear("page/closed", number))
        page.on("crash", lambda _: self._hear("page/crashed", number))
        try:
            session = page.context.new_cdp_session(page)
            session.send("Page.enable")
        except Error:
            self._journal.heard(
                "probe/unsupported", {"probe": "dialogs", "reason": "no DevTools protocol"}, page=number
            )
            return
        session.on("Page.javascriptDialogOpening", lambda event: self._dialog(number, event))
        session.on("Page.javascriptDialogClosed", lambda _: self._hear("dialog/closed", number))
        session.on("Page.windowOpen", lambda event: self._window(number, event))
        self._prepare(session)

    def _hear(self, kind: str, number: int) -> None:
        self._journal.heard(kind, page=number)

    def _dialog(self, number: int, event: dict[str, Any]) -> None:
        data = {"type": event.get("type", ""), "message": str(event.get("message", ""))[:300]}
        self._journal.heard("dialog/opened", data, page=number)

    def _window(self, number: int, event: dict[str, Any]) -> None:
        data = {"url": str(event.get("url", ""))[:2000], "asked_for": bool(event.get("userGesture"))}
        self._journal.heard("window/opened", data, page=number)

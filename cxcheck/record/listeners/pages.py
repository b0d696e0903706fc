"""Tabs and windows: numbered as they open; native dialogs and window openings heard through the DevTools protocol.

A Playwright ``dialog`` listener would have to answer the dialog; the protocol lets us hear without answering, so that
Playwright, or the script's own handler, goes on as if nobody listened.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from playwright.sync_api import Error

from cxcheck.record.listeners import listen_to, probes
from cxcheck.record.probes import script

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from playwright.sync_api import BrowserContext, CDPSession, Frame, Page, Request

    from cxcheck.model.event import Event
    from cxcheck.record.journal import Journal
    from cxcheck.record.listeners.frames import Frames

_CALLED_WITHIN_MS = 500  # heard just before what it brings up, however late both are heard
_PREPARED_WITHIN_MS = 2_000  # it takes some 20 ms
_POLL_MS = 10


class Pages:
    """The pages of a context, by number (1 is the first).

    ``prepare`` gives each its way to report and its persona's line and processor; ``frames`` False: none needs any.
    ``film`` keeps pictures of them.
    """

    def __init__(
        self,
        journal: Journal,
        prepare: Callable[[CDPSession, int], None],
        *,
        frames: bool = True,
        film: Frames | None = None,
    ) -> None:
        self._journal = journal
        self._prepare = prepare
        self._frames = frames
        self._film = film
        self._prepared_for: dict[Frame, str] = {}
        self._numbers: dict[Page, int] = {}
        self._contexts: set[BrowserContext] = set()
        self._prepared: set[Page] = set()
        self._ends: list[Callable[[], None]] = []
        self._sessions: dict[Page, CDPSession] = {}
        self._calls: dict[tuple[int, str], tuple[float, Event]] = {}  # by page and function, with when each was heard
        journal.listen(self._note_call)

    def listen(self, context: BrowserContext) -> None:
        """Number the pages of the context that are to come."""
        if probes.are_in(context):
            self._contexts.add(context)
        self._ends.append(listen_to(context, {"page": self.meet}))

    def note_what_is_shown(self, context: BrowserContext) -> None:
        """What stands there from before the visit."""
        for page in context.pages:
            with suppress(Error):  # it is on its way elsewhere
                shown = {"url": page.url[:2000], "title": page.title()[:200]}
                self._journal.heard("screen/kept", shown, page=self.number(page))

    def end(self, live_on: Collection[Page] | None) -> None:
        """Listen no longer.

        A page that waits for its server would hold us up. It is stopped; those in ``live_on``, which others go on with,
        are not, and keep a listener that nobody hears. None: no page lives on.
        """
        for end in self._ends:
            with suppress(Error):  # the page went away
                end()
        for page, session in self._sessions.items():
            if live_on is not None and page in live_on:
                continue
            with suppress(Error):
                if live_on is None:
                    session.send("Page.stopLoading")
                session.detach()

    @property
    def open(self) -> list[Page]:
        """Those not closed, the oldest first."""
        return [page for page in self._numbers if not page.is_closed()]

    def number(self, page: Page) -> int:
        """The page's number; a page not yet announced gets the next one."""
        return self._numbers.setdefault(page, len(self._numbers) + 1)

    def number_of_frame(self, request: Request) -> int:
        """Number of the page a request belongs to, 0 when it has none (a service worker's)."""
        try:
            return self.number(request.frame.page)
        except Error:
            return 0

    def wait_until_prepared(self, page: Page) -> None:
        """Give the listener, which runs beside whoever opened the page, time to finish."""
        for _ in range(_PREPARED_WITHIN_MS // _POLL_MS):
            if page in self._prepared:
                return
            page.wait_for_timeout(_POLL_MS)

    def meet(self, page: Page) -> None:
        """Number this page, and listen to it."""
        try:
            self._listen_to(page)
        except Error:
            pass  # it went away meanwhile
        finally:
            self._prepared.add(page)

    def _listen_to(self, page: Page) -> None:
        if page.context not in self._contexts:
            # A context's first page may be on its way before the context has its probes, and then stays without them.
            # This is sent before whoever opened the page can send it anywhere.
            self._contexts.add(page.context)
            page.add_init_script(script())
        number = self.number(page)
        self._journal.heard("page/opened", {"first": number == 1}, page=number)
        hear = {
            "close": lambda _: self._hear("page/closed", number),
            "crash": lambda _: self._hear("page/crashed", number),
            **({"framenavigated": self._frame} if self._frames else {}),
        }
        self._ends.append(listen_to(page, hear))
        try:
            session = page.context.new_cdp_session(page)
            session.send("Page.enable")
        except Error:
            self._journal.heard(
                "probe/unsupported", {"probe": "dialogs", "reason": "no DevTools protocol"}, page=number
            )
            return
        self._sessions[page] = session
        session.on("Page.javascriptDialogOpening", lambda event: self._dialog(number, event))
        session.on("Page.javascriptDialogClosed", lambda _: self._hear("dialog/closed", number))
        session.on("Page.frameRequestedNavigation", lambda event: self._leaving(number, event))
        session.on("Page.windowOpen", lambda event: self._window(number, event))
        self._prepare(session, number)
        if self._film is not None:
            self._film.listen_to(session, number)

    def _frame(self, frame: Frame) -> None:
        """A frame of another site has a process, and so a line and a processor, of its own."""
        parts = urlsplit(frame.url)
        site = f"{parts.scheme}://{parts.netloc}"
        if frame.parent_frame is None or self._prepared_for.get(frame) == site:
            return
        self._prepared_for[frame] = site
        try:
            self._prepare(frame.page.context.new_cdp_session(frame), self.number(frame.page))
        except Error:
            return  # it shares its page's, which are prepared, or it went away

    def _hear(self, kind: str, number: int) -> None:
        self._journal.heard(kind, page=number)

    def _leaving(self, number: int, event: dict[str, Any]) -> None:
        # Heard of what the page itself leads to, not of an address that somebody enters.
        if event.get("reason") != "initialFrameNavigation":
            self._journal.heard("page/leaving", {"reason": str(event.get("reason", ""))}, page=number)

    def _note_call(self, event: Event) -> None:
        if event.kind == "call/made":
            self._calls[event.page, str(event.data["what"])] = self._journal.clock.now_ms(), event

    def _came_up(self, kind: str, data: dict[str, Any], number: int, function: str) -> None:
        """Stamped by the call that brought it up, if that was heard; a link or the browser itself makes none."""
        heard_ms, call = self._calls.pop((number, function), (0.0, None))
        if call is None or self._journal.clock.now_ms() - heard_ms > _CALLED_WITHIN_MS:
            self._journal.heard(kind, data, page=number)
            return
        self._journal.add(kind, data | {"asked_for": bool(call.data["activated"])}, t_ms=call.t_ms, page=number)

    def _dialog(self, number: int, event: dict[str, Any]) -> None:
        kind = str(event.get("type", ""))
        data = {"type": kind, "message": str(event.get("message", ""))[:300]}
        self._came_up("dialog/opened", data, number, kind)

    def _window(self, number: int, event: dict[str, Any]) -> None:
        # Its "userGesture" tells nothing: each call of Playwright's into the page counts as one.
        self._came_up("window/opened", {"url": str(event.get("url", ""))[:2000]}, number, "open")

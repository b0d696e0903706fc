"""Only allowed hosts: enforced in the browser, for documents only.

A Playwright ``route()`` would switch the HTTP cache off and so change what is measured; a DevTools session on the whole
browser does not, and it also sees new windows and form posts.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from playwright.sync_api import Error

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Browser, CDPSession


_PORTS = {"http": 80, "https": 443}


def is_allowed(url: str, hosts: Iterable[str]) -> bool:
    """Whether a document may be loaded from this address. Patterns without a port allow any port."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"}:
        return True  # about:, data:, blob: stay within what was loaded before
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    for pattern in hosts:
        wanted = urlsplit(f"//{pattern}")
        name = wanted.hostname or ""
        same = fnmatchcase(host, name) if "*" in name else host == name
        if same and wanted.port in {None, port}:
            return True
    return False


class Guard:
    """Refuses top-level documents from other hosts, for as long as it is on; ``hosts`` None: from no host."""

    def __init__(self, browser: Browser, hosts: tuple[str, ...] | None) -> None:
        self._hosts = hosts or ()
        self.refused: list[str] = []  # addresses refused so far
        self._session: CDPSession | None = None
        if hosts is None:
            return
        try:
            session = browser.new_browser_cdp_session()
        except Error:
            return  # not Chromium: nothing is refused
        self._session = session
        session.on("Fetch.requestPaused", self._paused)
        session.send("Fetch.enable", {"patterns": [{"urlPattern": "*", "resourceType": "Document"}]})

    def off(self) -> None:
        """Let every document pass again."""
        if self._session is not None:
            self._session.detach()

    def _paused(self, event: dict[str, Any]) -> None:
        session, request, url = self._session, event["requestId"], event["request"]["url"]
        if session is None:
            return
        try:
            if is_allowed(url, self._hosts) or not self._is_top_level(event["frameId"]):
                session.send("Fetch.continueRequest", {"requestId": request})
            else:
                self.refused.append(url)
                session.send("Fetch.failRequest", {"requestId": request, "errorReason": "BlockedByClient"})
        except Error:
            return  # the page went away meanwhile

    def _is_top_level(self, frame: str) -> bool:
        """A top-level frame's id is its tab's; a frame of another host inside a page may load."""
        assert self._session is not None
        try:
            found = self._session.send("Target.getTargetInfo", {"targetId": frame})
        except Error as error:
            return "No target with given id" not in str(error)  # a frame inside a page has none; in doubt it is refused
        return bool(found["targetInfo"]["type"] == "page")

"""Evidence: a picture of the viewport at each step's end, pop-up, wait in vain and error, outside what is timed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Error

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from cxcheck.record.journal import Journal

_QUALITY = 60  # JPEG: legible text at a tenth of a PNG's size
_TIMEOUT_MS = 3_000  # it takes some 50 ms; a page that hangs gives none


class Pictures:
    """Takes pictures and writes them through ``save(name, bytes)``, which returns the path below the visit's folder."""

    def __init__(self, journal: Journal, save: Callable[[str, bytes], str]) -> None:
        self._journal = journal
        self._save = save
        self._count = 0

    def take(self, page: Page, reason: str, *, popup: str | None = None) -> None:
        """Take one; a picture that cannot be taken is noted and stops nobody."""
        t_ms = self._journal.clock.now_ms()
        try:
            image = page.screenshot(
                type="jpeg",
                quality=_QUALITY,
                scale="css",
                caret="initial",
                animations="allow",
                timeout=_TIMEOUT_MS,
            )
            size = page.viewport_size or page.evaluate("({width: innerWidth, height: innerHeight})")
            self._count += 1
            file = self._save(f"{self._count:03}-{reason}.jpg", image)
        except (Error, OSError) as error:
            self._journal.add("picture/failed", {"reason": reason, "error": str(error).partition("\n")[0][:200]})
            return
        data = {"reason": reason, "file": file, "width_px": size["width"], "height_px": size["height"]}
        self._journal.add("picture/taken", data | ({"popup": popup} if popup else {}) | {"at_ms": round(t_ms, 1)})

"""Plain Playwright calls get past pop-ups: what lies over the thing they are to press is closed as a customer would.

Playwright asks its locator handlers each time before it presses, and again when something was in the way. Ours has a
selector of its own that matches while a pop-up nobody asked for stands; it costs nothing before one was seen.
``keyboard`` and ``mouse`` do not ask: they are measured, not rescued.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from playwright.sync_api import Error

from cxcheck.customer.script_act import pressed_next

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import ElementHandle, Locator, Page, Playwright

    from cxcheck.customer.manners import Manners
    from cxcheck.model.event import Event
    from cxcheck.record.visit import VisitRecorder

_NAME = "cxcheck-popup"
_STANDING = f"{_NAME}=unasked"
# The root is always to be seen, as Playwright's handlers ask for.
_ENGINE = """(() => {
  const stands = () => window[Symbol.for('cxcheck')]?.overlays?.().some((overlay) => !overlay.asked_for);
  const found = () => (stands() ? [document.documentElement] : []);
  return { query: () => found()[0] ?? null, queryAll: found };
})()"""
_AT_MOST = 4  # stacked ones closed before one press
# Which overlay lies over the middle of a box, unless that lies in the overlay itself.
_OVER = """([x, y, inside]) => {
  const cx = window[Symbol.for('cxcheck')];
  if (!cx?.overlays) return null;
  cx.scanOverlays();
  const hit = cx.hitAt(x, y);
  const over = hit && cx.overlayOf(hit);
  if (!over || over === cx.overlayOf(inside)) return null;
  return cx.overlays().some(({ id, asked_for }) => id === over && !asked_for) ? over : null;
}"""


def prepare(playwright: Playwright) -> None:
    """Make the selector known, once per Playwright; before it is used."""
    with suppress(Error):  # it is known already
        playwright.selectors.register(_NAME, _ENGINE)


class Rescue:
    """Stands ready on the pages of one visit. ``manners`` gives the persona's, when first needed."""

    def __init__(self, recorder: VisitRecorder, manners: Callable[[], Manners]) -> None:
        self._pages = recorder.pages
        self._make = manners
        self._manners: Manners | None = None
        self._ready: set[Page] = set()
        self._busy = False
        recorder.journal.listen(self._hear)
        recorder.at_the_end(self._leave)

    def _hear(self, event: Event) -> None:
        if event.kind != "popup/appeared" or event.data["asked_for"]:
            return
        for page in self._pages.open:
            if self._pages.number(page) == event.page and page not in self._ready:
                with suppress(Error):  # it went, or the selector is not known to this browser's Playwright
                    page.locator(_STANDING).count()
                    self._ready.add(page)
                    page.add_locator_handler(
                        page.locator(_STANDING), lambda _, page=page: self._help(page), no_wait_after=True
                    )

    def _leave(self) -> None:
        """A page that lives on is not looked after any more."""
        for page in self._ready:
            with suppress(Error):
                page.remove_locator_handler(page.locator(_STANDING))

    def _help(self, page: Page) -> None:
        """Never raises: its error would come out of the script's own call."""
        if self._busy:
            return
        self._busy = True
        with suppress(Exception):
            self._clear_the_way_to(page)
        self._busy = False

    def _clear_the_way_to(self, page: Page) -> None:
        wanted = _one(pressed_next())
        if wanted is None:
            return
        self._manners = self._manners or self._make()
        for _ in range(_AT_MOST):
            over = _over(page, wanted)
            if over is None or not self._manners.close(page, over):
                return


def _one(target: Locator | ElementHandle | None) -> ElementHandle | None:
    """The thing itself, pinned: asked for again later, it might be another one."""
    if target is None or not hasattr(target, "element_handles"):
        return target
    found = target.element_handles()
    return found[0] if len(found) == 1 else None


def _over(page: Page, wanted: ElementHandle) -> str | None:
    """The pop-up that lies over it."""
    box = wanted.bounding_box()
    frame = wanted.owner_frame()
    if box is None or frame is None:
        return None
    inside = wanted
    while frame is not None and frame.parent_frame is not None:
        inside, frame = frame.frame_element(), frame.parent_frame
    found = page.evaluate(_OVER, [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, inside])
    return str(found) if found else None

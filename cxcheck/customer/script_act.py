"""What a script is about to press, seen from inside a locator handler; nothing is patched for it.

Playwright's synchronous calls park the script's own greenlet. Its frames tell which call it waits in, and on what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from greenlet import getcurrent
from playwright.sync_api import ElementHandle, Frame, Locator, Page

if TYPE_CHECKING:
    from types import FrameType

# Those that Playwright holds up while something else lies over the place; the others work through it.
_PRESSES = {"click", "dblclick", "tap", "hover", "check", "uncheck", "set_checked", "drag_to", "drag_and_drop"}
_CALLS = "playwright.sync_api._generated"


def pressed_next() -> Locator | ElementHandle | None:
    """What the script waits to press; None: something else, or by the customer's own verbs, or nobody can tell."""
    call = _outermost_call()
    if call is None or call.f_code.co_name not in _PRESSES or call.f_locals.get("force"):
        return None
    by = call.f_back.f_globals.get("__name__", "") if call.f_back else ""
    if by.startswith("cxcheck."):
        return None  # the verbs clear their way themselves
    on = call.f_locals.get("self")
    if isinstance(on, Page | Frame):
        selector = call.f_locals.get("selector") or call.f_locals.get("source")
        return on.locator(selector).first if isinstance(selector, str) else None
    return on if isinstance(on, Locator | ElementHandle) else None


def _outermost_call() -> FrameType | None:
    script = getcurrent()
    while script.parent is not None:
        script = script.parent
    frame: FrameType | None = script.gr_frame
    while frame is not None and frame.f_globals.get("__name__") != _CALLS:
        frame = frame.f_back
    return frame

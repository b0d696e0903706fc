"""What pages have seen and not told yet, asked for when the visit ends."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from playwright.sync_api import Error

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Page

AFTER_A_PRESS_MS = 500  # what follows a press this soon still belongs to the visit
_ANSWERS_WITHIN_MS = 300  # a few ms; a frame that hangs does not answer at all
_ALTOGETHER_S = 1.5
_HEARD_WITHIN_MS = 50  # what is told arrives within this
_TELL = "() => { window[Symbol.for('cxcheck')]?.lastWords(); }"


def hear(pages: Sequence[Page], pressed_ago_ms: float) -> None:
    """Let every frame tell, once the last press has had its time; one that hangs is left.

    Raises:
        Error: The last page went away.
    """
    if not pages:
        return
    pages[-1].wait_for_timeout(max(0.0, AFTER_A_PRESS_MS - pressed_ago_ms))
    until_s = time.monotonic() + _ALTOGETHER_S
    for frame in [frame for page in pages for frame in page.frames]:
        if time.monotonic() > until_s:
            break
        try:
            # Other than a frame's evaluate() it gives up on one that hangs, and no policy of the page's forbids it.
            frame.locator(":root").evaluate(_TELL, timeout=_ANSWERS_WITHIN_MS)
        except Error:
            continue
    pages[-1].wait_for_timeout(_HEARD_WITHIN_MS)

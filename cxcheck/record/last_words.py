"""What pages have seen and not told yet, asked for when the visit ends."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from playwright.sync_api import Error

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Page

    from cxcheck.record.journal import Journal
    from cxcheck.record.pulse import Pulse

AFTER_A_PRESS_MS = 500  # a press that nothing has answered yet is given this long
_POLL_MS = 25
_ANSWERS_WITHIN_MS = 300  # a few ms; a frame that hangs does not answer at all
_ALTOGETHER_S = 1.5
_HEARD_WITHIN_MS = 50  # what is told arrives within this
_TELL = "() => { window[Symbol.for('cxcheck')]?.lastWords(); }"


def hear(pages: Sequence[Page], journal: Journal, pulse: Pulse) -> None:
    """Let every frame tell, once the last press was answered or had its time; one that hangs is left.

    Raises:
        Error: The last page went away.
    """
    if not pages:
        return
    while pulse.answered_ms < pulse.pressed_ms and journal.clock.now_ms() - pulse.pressed_ms < AFTER_A_PRESS_MS:
        pages[-1].wait_for_timeout(_POLL_MS)
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

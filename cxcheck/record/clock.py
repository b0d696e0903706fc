"""One anchor per visit ties the browser's clock, ours and the wall's together."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

_READ = "performance.timeOrigin + performance.now()"
_TRIES = 5


class VisitClock:
    """Milliseconds since the visit began, from whichever clock a fact was read."""

    def __init__(self) -> None:
        self._monotonic_s = time.monotonic()
        self._epoch_ms = time.time() * 1000  # by our clock, until the browser's is known
        self._wall_s = time.time()
        self.is_tied = False  # to the browser's: until then its stamps cannot be told exactly

    def anchor(self, page: Page) -> None:
        """The visit begins now, by the clock of this page."""
        self._epoch_ms, self._monotonic_s = _read(page)
        self.is_tied = True
        self._wall_s = time.time() - (time.monotonic() - self._monotonic_s)

    def correct(self, page: Page) -> None:
        """Take this page's clock for a visit that has begun already: only what the browser stamps moves."""
        epoch_ms, read_s = _read(page)
        self._epoch_ms = epoch_ms - (read_s - self._monotonic_s) * 1000
        self.is_tied = True

    def now_ms(self) -> float:
        """Now, by our own clock."""
        return (time.monotonic() - self._monotonic_s) * 1000

    def from_browser_ms(self, epoch_ms: float) -> float:
        """A browser stamp (``timeOrigin + timeStamp``, or a request's start time)."""
        return epoch_ms - self._epoch_ms

    def from_wall_s(self, wall_s: float) -> float:
        """A time that another process wrote down, such as a mail file's."""
        return (wall_s - self._wall_s) * 1000


def _read(page: Page) -> tuple[float, float]:
    """The browser's clock in ms and ours in s, at one moment: of a few tries the quickest is the truest."""
    found = (0.0, 0.0)
    best_s = float("inf")
    for _ in range(_TRIES):
        before_s = time.monotonic()
        epoch_ms = float(page.evaluate(_READ))
        took_s = time.monotonic() - before_s
        if took_s < best_s:
            best_s, found = took_s, (epoch_ms, before_s + took_s / 2)
    return found

"""How documents fit the screen."""

from __future__ import annotations

from cxcheck.model.base import Model
from cxcheck.model.gesture import Target


class Fit(Model):
    """One document as it stood shortly after loading.

    ``page_px`` is how wide it is as far as it can be moved sideways, ``screen_px`` how wide the screen is at its normal
    size. ``zoom_most`` is how many times it may be enlarged, 1 for not at all, None where it says nothing of that.
    ``widest`` is the part that sticks out furthest. ``screen`` counts the screens seen so far.
    """

    t_ms: float
    step: int
    page: int = 0
    screen: int
    page_px: float
    screen_px: float
    zoom_most: float | None = None
    widest: Target | None = None

    @property
    def excess_ratio(self) -> float:
        """How much wider than the screen the document is, as a share of the screen."""
        return max(0.0, self.page_px / self.screen_px - 1) if self.screen_px else 0.0


class Fits(Model):
    """Documents, in order."""

    items: tuple[Fit, ...] = ()

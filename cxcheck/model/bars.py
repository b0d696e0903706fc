"""How much of the screen is taken by bars that stay there while the page is scrolled."""

from __future__ import annotations

from cxcheck.model.base import Model


class Bars(Model):
    """The most that fixed and sticky parts of one screen covered at one time, pop-ups aside.

    ``cover_ratio`` is their share of the viewport, found by the same grid of hit tests as that of a pop-up; ``names``
    says what they are, in the page's words.
    """

    t_ms: float
    step: int
    page: int = 0
    screen: int = 0
    cover_ratio: float = 0
    names: tuple[str, ...] = ()


class BarsSeen(Model):
    """One for each screen that had any."""

    items: tuple[Bars, ...] = ()

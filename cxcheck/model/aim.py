"""What was hard to hit."""

from __future__ import annotations

from typing import Literal

from cxcheck.model.base import Model
from cxcheck.model.gesture import Target


class TinyTarget(Model):
    """Something pressed that is less than 24 pixels wide or high.

    ``excuse`` is the exception of WCAG 2.5.8 that it falls under: it stands in a sentence, has room around it, is a box
    as browsers draw it, or there is the same link again, and larger; "" for none.
    """

    t_ms: float
    step: int
    page: int = 0
    target: Target
    width_px: float
    height_px: float
    excuse: Literal["inline", "spacing", "default", "equivalent", ""] = ""


class TinyTargets(Model):
    """Presses on small things, in order."""

    items: tuple[TinyTarget, ...] = ()

"""Buttons that could be pressed a second time."""

from __future__ import annotations

from cxcheck.model.base import Model
from cxcheck.model.gesture import Target

AFTER_MS = 500  # the probe looks so long after a press: our choice


class Repeatable(Model):
    """A press at ``t_ms``, half a second after which the same button was still there to be pressed."""

    t_ms: float
    step: int
    page: int = 0
    target: Target


class Repeatables(Model):
    """Such presses, in order; where the page was left sooner there are none."""

    items: tuple[Repeatable, ...] = ()

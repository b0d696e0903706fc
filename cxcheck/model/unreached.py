"""What the keyboard could not reach or press."""

from __future__ import annotations

from enum import StrEnum

from cxcheck.model.base import Model
from cxcheck.model.gesture import Target


class Why(StrEnum):
    """Why the keyboard does not do."""

    NO_FOCUS = "no-focus"  # the Tab key does not stop at it
    TRAP = "trap"  # the focus is held elsewhere
    TOO_FAR = "too-far"  # the customer has given up pressing Tab
    NO_ARROWS = "no-arrows"  # the group it belongs to does not lead to it
    NO_KEY = "no-key"  # it has the focus, and neither Enter nor Space does anything


class Unreached(Model):
    """One thing that a customer without a mouse gave up on; ``held_by`` names what kept the focus, if anything did.

    ``tried`` is how many keys they hit on the way.
    """

    t_ms: float
    step: int
    why: Why
    target: Target
    held_by: str = ""
    tried: int = 0


class Unreachables(Model):
    """In order; ``told`` False: nobody was there to say so (an old recording, an ordinary test)."""

    told: bool = True
    items: tuple[Unreached, ...] = ()

"""How fast a customer goes about it."""

from __future__ import annotations

from enum import StrEnum


class Pace(StrEnum):
    """Beside the speed that the keystroke-level model predicts for the persona."""

    HUMAN = "human"  # at that speed
    BRISK = "brisk"  # in a quarter of the time
    ROBOT = "robot"  # without any pause

    @property
    def ratio(self) -> float:
        """The share of a customer's own time that is spent."""
        return {Pace.HUMAN: 1.0, Pace.BRISK: 0.25, Pace.ROBOT: 0.0}[self]

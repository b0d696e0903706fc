"""What the customer had to do and to read, moment by moment, in predicted time."""

from __future__ import annotations

from cxcheck.model.base import Model


class Spell(Model):
    """Customer time that began at ``t_ms`` and took ``took_ms``."""

    t_ms: float
    step: int
    took_ms: float


class Spent(Model):
    """The customer's own effort: all that was read, then all that was done outside pop-ups.

    As scored, but that nobody types slower than most do.
    """

    items: tuple[Spell, ...] = ()

    def between_ms(self, from_ms: float, until_ms: float) -> float:
        """What of it began then."""
        return sum(spell.took_ms for spell in self.items if from_ms <= spell.t_ms < until_ms)

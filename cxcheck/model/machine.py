"""How much else the machine had to do that cxcheck ran on."""

from __future__ import annotations

from cxcheck.model.base import Model


class Crowd(Model):
    """A while in which more programs wanted to run than there were processors; ``per_processor`` is above 1."""

    from_ms: float
    until_ms: float
    per_processor: float


class Machine(Model):
    """Each such while, in order. None: there was none, or nobody looked; either way nothing is put down to it."""

    items: tuple[Crowd, ...] = ()

    def per_processor(self, from_ms: float, until_ms: float) -> float:
        """How many programs wanted each processor then, on an average; 1 where nobody had to wait for one."""
        if until_ms <= from_ms:
            return max((c.per_processor for c in self.items if c.from_ms <= from_ms <= c.until_ms), default=1.0)
        waited = sum(
            max(0.0, min(crowd.until_ms, until_ms) - max(crowd.from_ms, from_ms)) * (crowd.per_processor - 1)
            for crowd in self.items
        )
        return 1 + waited / (until_ms - from_ms)

    def late_ms(self, from_ms: float, until_ms: float, work_ms: float) -> float:
        """By how much the crowd made late then what takes a processor ``work_ms`` of work, each getting its turn."""
        return work_ms * (self.per_processor(from_ms, until_ms) - 1)

    @property
    def too_busy(self) -> str:
        """Why something was not measured."""
        worst = max((crowd.per_processor for crowd in self.items), default=1.0)
        return f"this machine was too busy to tell: at times {worst:.0f} programs wanted each of its processors"

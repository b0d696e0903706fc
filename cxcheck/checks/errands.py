"""What the checks of a whole errand share: how long the customer's own part of it took."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import Measured
from cxcheck.model.finding import CheckMeta, Confidence, Finding, Place
from cxcheck.model.spent import Spent


def judged(
    meta: CheckMeta, limit_ms: float, spent: Spent, begin: Place, end: Place, called: str
) -> Iterator[Finding | Measured]:
    """A finding where what had to be done and read took longer; waiting and pop-ups are told by other checks."""
    took_ms = spent.between_ms(begin.t_ms, end.t_ms)
    yield Measured(took_ms)
    if took_ms > limit_ms:
        yield meta.finding(
            begin,
            f"{called} took the customer {took_ms / 1000:.0f} seconds of reading, typing and pressing.",
            value=took_ms,
            unit="ms",
            limit=limit_ms,
            cost_ms=took_ms - limit_ms,
            confidence=Confidence.HEURISTIC,
        )

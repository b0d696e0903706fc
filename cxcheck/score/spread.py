"""Medians and ranges of a few visits. Never percentiles: so few say nothing about tails."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from cxcheck.model.repeats import Spread
from cxcheck.model.scorecard import Counts, GestureCounts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cxcheck.model.scorecard import Scorecard, StepCost


def spread(values: Iterable[float | None]) -> Spread | None:
    """Of those that were measured; None when none was."""
    known = [value for value in values if value is not None]
    return Spread(n=len(known), median=median(known), low=min(known), high=max(known)) if known else None


def times(costs: Sequence[Scorecard | StepCost]) -> dict[str, Spread | None]:
    """The fields of ``Spreads`` that are times."""
    return {
        name: spread(getattr(cost, name) for cost in costs)
        for name in ("waiting_ms", "effort_ms", "interruption_ms", "total_ms", "reading_ms")
    }


def counts(found: Sequence[GestureCounts]) -> dict[str, Spread]:
    """Each count that was measured anywhere, by name."""
    names = Counts.model_fields if found and isinstance(found[0], Counts) else (*GestureCounts.model_fields, "screens")
    spreads = {name: spread(getattr(one, name) for one in found) for name in names}
    return {name: one for name, one in spreads.items() if one is not None}

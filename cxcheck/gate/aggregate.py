"""One value out of those of several visits, by a named rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf, isfinite
from statistics import fmean, median

from cxcheck.model.budget import Aggregate, Limit

RULE: Aggregate = "median"  # unless a budget names another: one visit out of the ordinary does not decide


def aggregated(limit: Limit, values: Sequence[float | None]) -> float | None:
    """What is held against the limit; None: not measured.

    A value that was not measured counts as the worst there is, so that a median has one where more than half of the
    visits have, a mean where all have, and the best where one has. Which end is best depends on the limit.
    """
    worst, high, low = (inf, max, min) if limit.at_most is not None else (-inf, min, max)
    rules: dict[Aggregate, Callable[[Sequence[float]], float]] = {
        "median": median,
        "mean": fmean,
        "best": low,
        "worst": high,
    }
    found = rules[limit.aggregate or RULE]([worst if value is None else value for value in values])
    return found if isfinite(found) else None

"""A measured number as 0-1, the way Lighthouse does it: a log-normal curve through two points."""

from __future__ import annotations

import math

# Inverse complementary error function of 1/5: the curve passes 0.9 at p10 (Lighthouse, shared/statistics.js).
_INVERSE_ERFC_ONE_FIFTH = 0.9061938024368232
_TINY = 1e-9


def log_normal(value: float, p10: float, median: float) -> float:
    """0.9 at ``p10``, 0.5 at ``median``, towards 1 below and 0 above; all three in one unit."""
    if value <= 0:
        return 1.0
    x = math.log(value / median) * _INVERSE_ERFC_ONE_FIFTH / -math.log(p10 / median)
    score = (1 - math.erf(x)) / 2
    if value <= p10:
        return max(0.9, min(1.0, score))
    if value <= median:
        return max(0.5, min(0.9 - _TINY, score))
    return max(0.0, min(0.5 - _TINY, score))

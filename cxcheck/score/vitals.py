"""Good, in need of improvement, or poor: web-vitals' ratings."""

from __future__ import annotations

from enum import StrEnum

from cxcheck.model.vitals import VitalName


class Rating(StrEnum):
    """web-vitals' three, in its words."""

    GOOD = "good"
    FAIR = "needs improvement"
    POOR = "poor"


#: Good up to the first, poor above the second (web-vitals 6.2: onLCP, onCLS, onINP, onFCP, onTTFB). They are meant for
#: the 75th percentile of real page views; a visit in the lab is held against them all the same, and says that it is
#: one. Long frames have no such limits.
LIMITS: dict[VitalName, tuple[float, float]] = {
    "lcp_ms": (2_500, 4_000),
    "cls": (0.1, 0.25),
    "inp_ms": (200, 500),
    "fcp_ms": (1_800, 3_000),
    "ttfb_ms": (800, 1_800),
}


def rating(name: VitalName, value: float) -> Rating:
    """What equals a limit is on its better side (web-vitals, bindReporter)."""
    good, poor = LIMITS[name]
    return Rating.GOOD if value <= good else Rating.FAIR if value <= poor else Rating.POOR

"""A page begins to show, and the customer waits for what it is about."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks import first_sight_slow
from cxcheck.checks.lateness import Limits, Took, judged
from cxcheck.checks.run import Measured, NotApplicable, NotMeasured
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.gesture import Target
from cxcheck.model.machine import Machine
from cxcheck.model.page import Screen, Screens
from cxcheck.model.vitals import ScreenVitals, Vitals

META = CheckMeta(
    id="page-slow",
    attribute=Attribute.SPEED,
    severity=Severity.SERIOUS,
    passes="Pages were there soon",
    fails="The customer waited for the main part of a page",
    why="The largest text or picture is what people came for; the longer it takes, the more of them leave",
    remedy="Load the main picture or text first: small, from the page itself, not lazily and not by a script",
    threshold="2.5 s until a page's largest text or picture shows, on the customer's own line, of which the time until "
    "the first sight is not counted for more than its own limit; serious above 4 s, critical above 10 s",
    source="web-vitals' Largest Contentful Paint: good up to 2.5 s, poor above 4 s; Nielsen's limit of 10 s",
    curve=(2_500, 4_000),
    limits={"limit_ms": 2_500, "poor_ms": 4_000},
)


def check(
    vitals: Vitals, screens: Screens, machine: Machine
) -> Iterator[Finding | Measured | NotApplicable | NotMeasured]:
    """A finding for each page whose largest part showed late though something of it had shown soon enough."""
    rows = list(zip(vitals.items, screens.items, strict=True))
    times = [_took(row, screen, row.lcp_ms) for row, screen in rows if row.lcp_ms is not None]
    if not rows:
        yield NotApplicable("no page was opened")
    elif not times:
        yield NotMeasured(vitals.items[0].reasons["lcp_ms"])
    yield from judged(META, times, machine)


def _took(row: ScreenVitals, screen: Screen, lcp_ms: float) -> Took:
    sentence = f"The main part of the {screen.called} showed after {lcp_ms / 1000:.1f} seconds."
    target = Target(selector=row.largest.selector) if row.largest is not None else None
    return Took(screen, own_ms(row), lcp_ms, _limits(), sentence, target)


def own_ms(row: ScreenVitals) -> float:
    """Until the largest paint, without what the first sight took beyond its own limit."""
    return (row.lcp_ms or 0.0) - max(0.0, (row.fcp_ms or 0.0) - first_sight_slow.META.limit("limit_ms"))


def _limits() -> Limits:
    return Limits(META.limit("limit_ms"), META.limit("poor_ms"), work_ms=250)

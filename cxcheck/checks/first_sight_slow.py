"""The customer opens a page, and nothing of it shows."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks import server_slow, slow_answer
from cxcheck.checks.lateness import Limits, Took, judged
from cxcheck.checks.run import Measured, NotApplicable, NotMeasured
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.machine import Machine
from cxcheck.model.page import Screen, Screens
from cxcheck.model.persona import Persona
from cxcheck.model.vitals import ScreenVitals, Vitals
from cxcheck.model.wait import Waits

META = CheckMeta(
    id="first-sight-slow",
    attribute=Attribute.SPEED,
    severity=Severity.MODERATE,
    passes="Pages began to show soon",
    fails="The customer looked at an empty page",
    why="As long as nothing shows they cannot tell whether the page is coming at all",
    remedy="Let nothing stand before the first text: fewer and smaller style sheets, scripts deferred, fonts that swap",
    threshold="1.8 s until something of a page shows, on the customer's own line, of which a slow server is not "
    "counted for more than its own limit; moderate above 3 s, critical above 10 s; what a press brought too late is "
    "told by slow-answer",
    source="web-vitals' First Contentful Paint: good up to 1.8 s, poor above 3 s; Nielsen's limit of 10 s",
    curve=(1_800, 3_000),
    limits={"limit_ms": 1_800, "poor_ms": 3_000},
)


def check(
    vitals: Vitals, screens: Screens, waits: Waits, persona: Persona, machine: Machine
) -> Iterator[Finding | Measured | NotApplicable | NotMeasured]:
    """A finding for each page that showed later than the limit through no fault of the server's."""
    untold = [
        (row, screen)
        for row, screen in zip(vitals.items, screens.items, strict=True)
        if not slow_answer.tells_of(screen, waits)
    ]
    times = [_took(screen, own_ms(row, persona), row.fcp_ms) for row, screen in untold if row.fcp_ms is not None]
    if not untold:
        yield NotApplicable("no page came of which it is not told already")
    elif not times:
        yield NotMeasured(untold[0][0].reasons["fcp_ms"])
    yield from judged(META, times, machine)


def _took(screen: Screen, took_ms: float, fcp_ms: float) -> Took:
    sentence = f"The {screen.called} showed nothing at all for {fcp_ms / 1000:.1f} seconds."
    return Took(screen, took_ms, fcp_ms, _limits(), sentence)


def own_ms(row: ScreenVitals, persona: Persona) -> float:
    """Until the first paint, without what the server took beyond its own limit."""
    return (row.fcp_ms or 0.0) - max(0.0, server_slow.served_ms(row, persona) - server_slow.META.limit("limit_ms"))


def _limits() -> Limits:
    return Limits(META.limit("limit_ms"), META.limit("poor_ms"), work_ms=250)

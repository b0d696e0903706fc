"""The customer opens a page, and the server takes long to begin its answer."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks import slow_answer
from cxcheck.checks.lateness import Limits, Took, judged
from cxcheck.checks.run import Measured, NotApplicable, NotMeasured
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.line import latency_ms
from cxcheck.model.machine import Machine
from cxcheck.model.page import Screen, Screens
from cxcheck.model.persona import Persona
from cxcheck.model.vitals import ScreenVitals, Vitals
from cxcheck.model.wait import Waits

META = CheckMeta(
    id="server-slow",
    attribute=Attribute.SPEED,
    severity=Severity.MODERATE,
    passes="The server answered soon",
    fails="The server took long to begin its answer",
    why="Nothing of a page can be shown before its first byte has come: all that follows is late as well",
    remedy="Keep what can be kept ready, do the slow work after answering, and spare redirects",
    threshold="0.8 s until a page's first byte, the latency of the customer's line not counted; moderate above 1.8 s, "
    "critical above 10 s; what a press brought too late is told by slow-answer",
    source="web-vitals' Time to First Byte: good up to 0.8 s, poor above 1.8 s; Nielsen's limit of 10 s",
    curve=(800, 1_800),
    limits={"limit_ms": 800, "poor_ms": 1_800},
)


def check(
    vitals: Vitals, screens: Screens, waits: Waits, persona: Persona, machine: Machine
) -> Iterator[Finding | Measured | NotApplicable | NotMeasured]:
    """A finding for each document whose first byte came later than the limit."""
    untold = [
        (row, screen)
        for row, screen in zip(vitals.items, screens.items, strict=True)
        if screen.how == "document" and not slow_answer.tells_of(screen, waits)
    ]
    times = [_took(screen, served_ms(row, persona)) for row, screen in untold if row.ttfb_ms is not None]
    if not untold:
        yield NotApplicable("no page came of which it is not told already")
    elif not times:
        yield NotMeasured(untold[0][0].reasons["ttfb_ms"])
    yield from judged(META, times, machine)


def _took(screen: Screen, took_ms: float) -> Took:
    sentence = f"The server took {took_ms / 1000:.1f} seconds to begin sending the {screen.called}."
    return Took(screen, took_ms, took_ms, _limits(), sentence)


def served_ms(row: ScreenVitals, persona: Persona) -> float:
    """Until a document's first byte came, the latency of the customer's line not counted; 0 of a route."""
    return max(0.0, (row.ttfb_ms or 0.0) - latency_ms(persona.network))


def _limits() -> Limits:
    return Limits(META.limit("limit_ms"), META.limit("poor_ms"), work_ms=150)

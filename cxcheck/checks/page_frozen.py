"""The page stops answering for a moment, by itself."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from cxcheck.checks import input_sluggish, slow_answer
from cxcheck.checks.lateness import Limits, Took, judged
from cxcheck.checks.run import Measured, NotApplicable, NotMeasured
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.machine import Machine
from cxcheck.model.page import Screen, Screens
from cxcheck.model.vitals import Freeze, Freezes, ScreenVitals, Vitals
from cxcheck.model.wait import Waits

META = CheckMeta(
    id="page-frozen",
    attribute=Attribute.SPEED,
    severity=Severity.SERIOUS,
    passes="The page never froze",
    fails="The page froze under the customer's eyes",
    why="While a script holds the page, nothing can be pressed, typed or scrolled; people think that it has crashed",
    remedy="Cut long scripts into pieces that let the page draw and answer in between, or move them to a worker",
    threshold="one frame after the first sight in which scripts of the page's own kept input waiting for 0.25 s; "
    "serious above 1 s",
    source="our choice, by Chromium's long animation frames",
    curve=(250, 1_000),
    limits={"limit_ms": 250, "serious_ms": 1_000},
)


def check(
    freezes: Freezes, vitals: Vitals, screens: Screens, waits: Waits, machine: Machine
) -> Iterator[Finding | Measured | NotApplicable | NotMeasured]:
    """A finding for each screen, about its worst frame; those that made a press or key late are told of with these."""
    if not screens.items:
        yield NotApplicable("no page was opened")
    worst: dict[int, Freeze] = {}
    for freeze in freezes.items:
        row = next((row for row in vitals.items if row.screen == freeze.screen), None)
        if row is None or not _is_seen(freeze, row, screens) or _is_told(freeze, row, freezes, waits):
            continue
        worst[freeze.screen] = max(worst.get(freeze.screen, freeze), freeze, key=_own_ms)
    times = [_took(freeze, screens.items[number - 1]) for number, freeze in worst.items()]
    yield from judged(META, times, machine)


def _took(freeze: Freeze, screen: Screen) -> Took:
    took_ms = _own_ms(freeze)
    sentence = f"The {screen.called} froze for {took_ms / 1000:.1f} seconds."
    # It gives nothing back: nobody was kept waiting who did nothing meanwhile.
    return Took(freeze, took_ms, took_ms, _limits(), sentence, gives_back=False)


def _own_ms(freeze: Freeze) -> float:
    """For how long the page's own scripts kept input waiting."""
    return min(freeze.blocking_ms, freeze.site_ms)


def _is_seen(freeze: Freeze, row: ScreenVitals, screens: Screens) -> bool:
    """Of a document: what happened before anything showed is part of that wait."""
    screen = screens.items[row.screen - 1]
    shown_ms = screen.t_ms + (row.fcp_ms if row.fcp_ms is not None else inf)
    return screen.how == "route" or freeze.t_ms >= shown_ms


def _is_told(freeze: Freeze, row: ScreenVitals, freezes: Freezes, waits: Waits) -> bool:
    if slow_answer.is_late(freeze.t_ms, freeze.duration_ms, waits):
        return True
    if row.slowest is None or input_sluggish.own_ms(row, freezes) <= input_sluggish.META.limit("limit_ms"):
        return False
    until_ms = row.slowest.t_ms + (row.inp_ms or 0)
    return freeze.t_ms <= until_ms and freeze.t_ms + freeze.duration_ms >= row.slowest.t_ms


def _limits() -> Limits:
    return Limits(META.limit("limit_ms"), META.limit("serious_ms"), work_ms=50, critical_ms=inf)

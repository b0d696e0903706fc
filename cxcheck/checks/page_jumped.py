"""What the customer looks at moves away under their eyes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from cxcheck.artifacts.shifts import bursts, score
from cxcheck.checks.run import Measured, NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.gesture import Target
from cxcheck.model.page import Screens, Shifts

META = CheckMeta(
    id="page-jumped",
    attribute=Attribute.EASE,
    severity=Severity.SERIOUS,
    passes="The page stayed where it was",
    fails="The page jumped while the customer looked at it",
    why="They lose the line they were reading, or press what has just slid under their finger",
    remedy="Keep room for what comes late: give pictures and banners their size, and put nothing in above the content",
    threshold="a layout-shift score of 0.1 within one burst of at most 5 s; serious above 0.25",
    source="web-vitals' Cumulative Layout Shift: session windows with gaps under 1 s, good up to 0.1, poor above 0.25",
    curve=(0.1, 0.25),
    curve_in="layout-shift score",
    limits={"limit": 0.1, "serious": 0.25},
)


def check(shifts: Shifts, screens: Screens) -> Iterator[Finding | Measured | NotApplicable]:
    """A finding for each screen whose worst burst is too much; shifts by the customer's own input do not count."""
    if not screens.items:
        yield NotApplicable("no page was opened")
    unasked = [shift for shift in shifts.items if not shift.by_input]
    worst = {
        screen: max(bursts(list(group)), key=score)
        for screen, group in groupby(sorted(unasked, key=lambda s: (s.screen, s.t_ms)), key=lambda s: s.screen)
    }
    yield Measured(max(map(score, worst.values()), default=0))
    for number, burst in worst.items():
        if score(burst) <= META.limit("limit"):
            continue
        largest = max(burst, key=lambda shift: shift.value)
        name = screens.items[number - 1].called if number else "page"
        yield META.finding(
            largest,
            f"The {name} jumped by {largest.moved_px:.0f} pixels by itself.",
            severity=META.severity if score(burst) > META.limit("serious") else Severity.MODERATE,
            value=score(burst),
            unit="shift",
            limit=META.limit("limit"),
            target=Target(selector=largest.selector, box=largest.box),
        )

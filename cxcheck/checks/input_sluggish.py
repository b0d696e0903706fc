"""What the customer presses or types takes the page long to show."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from cxcheck.checks import slow_answer
from cxcheck.checks.lateness import Limits, Took, judged
from cxcheck.checks.run import Measured, NotApplicable, NotMeasured
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Moment, Severity
from cxcheck.model.gesture import Gesture, Gestures
from cxcheck.model.machine import Machine
from cxcheck.model.vitals import Freezes, Interaction, ScreenVitals, Vitals
from cxcheck.model.wait import Waits

_SAME_ACT_MS = 300  # an interaction may begin at the pointer's press, release or click

META = CheckMeta(
    id="input-sluggish",
    attribute=Attribute.SPEED,
    severity=Severity.SERIOUS,
    passes="The page kept up with what the customer pressed and typed",
    fails="The page did not keep up with what the customer pressed and typed",
    why="Letters that lag and buttons that stick make people type and press again, and doubt what has been taken",
    remedy="Show first what was pressed or typed, and do the work after that, in pieces",
    threshold="0.2 s until a click, tap or key shows, as far as scripts of the page's own took it; serious above 0.5 s",
    source="web-vitals' Interaction to Next Paint: good up to 0.2 s, poor above 0.5 s; of a visit the worst counts",
    curve=(200, 500),
    limits={"limit_ms": 200, "poor_ms": 500},
)


def check(
    vitals: Vitals, freezes: Freezes, gestures: Gestures, waits: Waits, machine: Machine
) -> Iterator[Finding | Measured | NotApplicable | NotMeasured]:
    """A finding for each screen whose worst interaction was too slow by the page's own doing.

    A machine that is busy with other things is not the page's, and so what its scripts took must reach the limit too.
    """
    acted = [row for row in vitals.items if "inp_ms" not in row.reasons or row.left_unshown]
    timed = [row for row in acted if row.inp_ms is not None]
    if not acted:
        yield NotApplicable("nothing was pressed or typed that the browser times")
    elif not timed:
        yield NotMeasured(acted[0].reasons["inp_ms"])
    times = [
        _took(row, row.slowest, own_ms(row, freezes), gestures)
        for row in timed
        if row.slowest is not None and not _is_told(row, waits)
    ]
    yield from judged(META, times, machine)


def _took(row: ScreenVitals, slowest: Interaction, took_ms: float, gestures: Gestures) -> Took:
    act = _act(row, gestures)
    target = act.target if act is not None else None
    return Took(Moment(row.step, slowest.t_ms), took_ms, row.inp_ms or 0, _limits(), _sentence(row, act), target)


def own_ms(row: ScreenVitals, freezes: Freezes) -> float:
    """The worst interaction's time, no more of it above the limit than the page's scripts took."""
    shown_ms = row.inp_ms or 0.0
    if shown_ms <= META.limit("limit_ms") or row.slowest is None:
        return shown_ms
    site_ms = freezes.site_ms(row.slowest.t_ms, row.slowest.t_ms + shown_ms)
    return min(shown_ms, max(site_ms, float(META.limit("limit_ms"))))


def _is_told(row: ScreenVitals, waits: Waits) -> bool:
    """Whether slow-answer has a finding about that very press."""
    return row.slowest is not None and slow_answer.is_late(row.slowest.t_ms, _SAME_ACT_MS, waits)


def _act(row: ScreenVitals, gestures: Gestures) -> Gesture | None:
    """What it was: typing into one field is one gesture, that began earlier."""
    if row.slowest is None:
        return None
    before = [g for g in gestures.items if g.trusted and g.t_ms <= row.slowest.t_ms + _SAME_ACT_MS]
    return next((g for g in reversed(before) if g.target.selector == row.slowest.selector), None)


def _sentence(row: ScreenVitals, act: Gesture | None) -> str:
    took = f"{(row.inp_ms or 0) / 1000:.1f} seconds"
    typed = row.slowest is not None and row.slowest.event.startswith("key")
    what = "a key" if typed else "a press"
    where = f" {'in' if typed else 'on'} “{act.target.name}”" if act is not None and act.target.name else ""
    return f"The page took {took} to show what {what}{where} did."


def _limits() -> Limits:
    return Limits(META.limit("limit_ms"), META.limit("poor_ms"), work_ms=50, critical_ms=inf)

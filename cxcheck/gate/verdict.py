"""The gate's word on one visit: finished, measured, within its budget?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.gate.measures import measured
from cxcheck.model.artifact import NotRecorded, Outcome, Timeline
from cxcheck.model.budget import MEASURES, Level, Limit
from cxcheck.model.verdict import LimitResult, Verdict, VerdictKind

if TYPE_CHECKING:
    from cxcheck.model.budget import Budget
    from cxcheck.model.scorecard import Scorecard
    from cxcheck.model.vitals import Vitals

__all__ = ["Level", "judge"]

_LEVELS: tuple[Level, ...] = ("off", "warn", "fail")
_KINDS = {"warn": VerdictKind.WARN, "fail": VerdictKind.FAIL}
_NO_VITALS = NotRecorded(reason="nothing was said of vitals")
_MOST_DIGITS = 6


def judge(
    timeline: Timeline,
    scorecard: Scorecard,
    budget: Budget,
    level: Level = "fail",
    vitals: Vitals | NotRecorded = _NO_VITALS,
) -> Verdict:
    """A journey not finished fails whatever its budget; a broken limit fails or warns.

    ``level`` is the run's; a limit with a milder one of its own keeps that.
    """
    if timeline.outcome in {Outcome.NOT_MEASURED, Outcome.CUT_OFF}:
        return Verdict(kind=VerdictKind.NOT_MEASURED, reasons=(timeline.message,))
    if timeline.outcome is Outcome.NOT_FINISHED:
        return Verdict(kind=VerdictKind.FAIL, reasons=(timeline.message,))
    levels = [(limit, min(limit.level, level, key=_LEVELS.index)) for limit in budget.all_limits]
    limits = tuple(_held(limit, its, *measured(limit, scorecard, vitals)) for limit, its in levels if its != "off")
    broken = [one for one in limits if one.kind is not VerdictKind.PASS]
    if not broken:
        return Verdict(kind=VerdictKind.PASS, limits=limits)
    fails = any(one.kind is VerdictKind.FAIL for one in broken)
    return Verdict(
        kind=VerdictKind.FAIL if fails else VerdictKind.WARN,
        reasons=tuple(one.reason for one in broken),
        budget_broken=True,
        limits=limits,
    )


def _held(limit: Limit, level: Level, value: float | None, why: str) -> LimitResult:
    """A value that was not measured does not hold."""
    kept = value is not None and not _beyond(limit, value)
    said = "not measured" + (f", {why}" if why else "") if value is None else _shown(limit, value)
    return LimitResult(
        limit=limit,
        level=level,
        kind=VerdictKind.PASS if kept else _KINDS[level],
        value=value,
        reason=f"{limit.says}: {said}; the budget is {limit.bound}",
    )


def _beyond(limit: Limit, value: float) -> bool:
    over = limit.at_most is not None and value > limit.at_most
    return over or (limit.at_least is not None and value < limit.at_least)


def _shown(limit: Limit, value: float) -> str:
    """Rounded, but never so far that a broken limit reads like one that is kept."""
    measure = MEASURES[limit.measure]
    bound = limit.at_most if limit.at_most is not None else limit.at_least
    digits = measure.digits
    while value != bound and round(value, digits) == bound and digits < _MOST_DIGITS:
        digits += 1
    text = f"{value:.{digits}f}"
    return (text if measure.sign else text.removesuffix(".0")) + measure.sign

"""The gate's word on one visit: finished, measured, within its budget?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.gate.limits import held
from cxcheck.gate.measures import measured
from cxcheck.model.artifact import NotRecorded, Outcome, Timeline
from cxcheck.model.budget import Level
from cxcheck.model.verdict import LimitResult, Verdict, VerdictKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.budget import Budget
    from cxcheck.model.scorecard import Scorecard
    from cxcheck.model.vitals import Vitals

__all__ = ["Level", "judge", "verdict_of"]

_LEVELS: tuple[Level, ...] = ("off", "warn", "fail")
_NO_VITALS = NotRecorded(reason="nothing was said of vitals")


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
    return verdict_of([held(limit, its, *measured(limit, scorecard, vitals)) for limit, its in levels if its != "off"])


def verdict_of(limits: Sequence[LimitResult]) -> Verdict:
    """What limits that were looked at come to."""
    broken = [one for one in limits if one.kind is not VerdictKind.PASS]
    fails = any(one.kind is VerdictKind.FAIL for one in broken)
    return Verdict(
        kind=VerdictKind.FAIL if fails else VerdictKind.WARN if broken else VerdictKind.PASS,
        reasons=tuple(one.reason for one in broken),
        budget_broken=bool(broken),
        limits=tuple(limits),
    )

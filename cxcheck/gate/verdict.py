"""The gate's word on one visit: finished, measured, within its budget?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cxcheck.model.artifact import Outcome, Timeline
from cxcheck.model.scorecard import Verdict, VerdictKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxcheck.model.journey import Budget
    from cxcheck.model.scorecard import Scorecard

Level = Literal["fail", "warn", "off"]


def judge(timeline: Timeline, scorecard: Scorecard, budget: Budget, level: Level = "fail") -> Verdict:
    """A journey not finished fails whatever its budget; a broken budget fails or warns, by ``level``."""
    if timeline.outcome in {Outcome.NOT_MEASURED, Outcome.CUT_OFF}:
        return Verdict(kind=VerdictKind.NOT_MEASURED, reasons=(timeline.message,))
    if timeline.outcome is Outcome.NOT_FINISHED:
        return Verdict(kind=VerdictKind.FAIL, reasons=(timeline.message,))
    broken = tuple(_broken(scorecard, budget)) if level != "off" else ()
    if not broken:
        return Verdict(kind=VerdictKind.PASS)
    kind = VerdictKind.FAIL if level == "fail" else VerdictKind.WARN
    return Verdict(kind=kind, reasons=broken, budget_broken=True)


def _broken(scorecard: Scorecard, budget: Budget) -> Iterator[str]:
    """A sentence for each limit that does not hold; a value that was not measured does not hold."""
    total, waiting, popups = scorecard.total_ms, scorecard.waiting_ms, scorecard.counts.popups
    if budget.minutes is not None:
        if total is None:
            yield f"budget of {budget.minutes:g} min: the customer's time was not measured"
        elif total > budget.minutes * 60_000:
            yield f"took {total / 60_000:.1f} min of the customer's time; the budget is {budget.minutes:g} min"
    if budget.waiting_seconds is not None:
        if waiting is None:
            yield f"budget of {budget.waiting_seconds:g} s waiting: not measured"
        elif waiting > budget.waiting_seconds * 1000:
            yield f"{waiting / 1000:.1f} s of waiting; the budget is {budget.waiting_seconds:g} s"
    if budget.popups is not None:
        if popups is None:
            yield f"budget of {budget.popups} pop-ups: not measured"
        elif popups > budget.popups:
            yield f"{popups} pop-ups; the budget is {budget.popups}"
    if budget.score is not None:
        if scorecard.score is None:
            yield f"budget of a score of {budget.score:g}: not measured, {scorecard.score_note}"
        elif scorecard.score < budget.score:
            yield f"score {scorecard.score:g}; the budget is {budget.score:g}"

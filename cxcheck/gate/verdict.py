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
    limits: tuple[tuple[str, float | None, float | None, float, str, int], ...] = (
        ("customer time", budget.minutes, scorecard.total_ms, 60_000, " min", 2),
        ("waiting", budget.waiting_seconds, scorecard.waiting_ms, 1000, " s", 1),
        ("pop-ups", budget.popups, scorecard.counts.popups, 1, "", 0),
    )
    for what, limit, value, unit, sign, digits in limits:
        said = f"the budget is {limit:g}{sign}" if limit is not None else ""
        if limit is not None and value is None:
            yield f"{what}: not measured; {said}"
        elif limit is not None and value is not None and value / unit > limit:
            yield f"{what}: {value / unit:.{digits}f}{sign}; {said}"
    if budget.score is not None and scorecard.score is None:
        yield f"score: not measured, {scorecard.score_note}; the budget is at least {budget.score:g}"
    elif budget.score is not None and scorecard.score is not None and scorecard.score < budget.score:
        yield f"score: {scorecard.score:g}; the budget is at least {budget.score:g}"

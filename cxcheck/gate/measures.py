"""What a limit's measure came to in a visit, or why nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.errors import nearest
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.finding import CheckOutcome
from cxcheck.model.vitals import VITALS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.budget import Limit
    from cxcheck.model.scorecard import Scorecard, StepCost
    from cxcheck.model.vitals import Vitals

Measured = tuple[float | None, str]  # the value, or None and the reason if it is known
_UNIT_MS = {"minutes": 60_000, "seconds": 1000}
_UNJUDGED = {CheckOutcome.NOT_MEASURED, CheckOutcome.ERROR}


def measured(limit: Limit, card: Scorecard, vitals: Vitals | NotRecorded) -> Measured:
    """The value in the unit of the limit's measure. A step that was never walked has none."""
    steps: Sequence[StepCost] | None = None
    if limit.step is not None:
        steps = [step for step in card.steps if limit.step in {step.index, step.title}]
        if not steps:
            return None, _no_such_step(limit.step, card)
    if limit.measure in VITALS:
        return _vital(limit.measure, vitals, steps)
    match limit.measure:
        case "findings":
            return _findings(limit, card, steps)
        case "value":
            return _value(limit.check or "", card)
        case "score":
            return card.score, card.score_note
    return _scored(limit.measure, card) or (_added(limit.measure, card, steps), "")


def _scored(name: str, card: Scorecard) -> Measured | None:
    """An attribute's score; None: this is no attribute."""
    return next(((one.score, one.reason) for one in card.attributes if one.attribute == name), None)


def _added(name: str, card: Scorecard, steps: Sequence[StepCost] | None) -> float | None:
    """Times and counts, of the visit or of steps together."""
    whole, _, unit = f"total_{name}".rpartition("_")
    if unit in _UNIT_MS:
        field = f"{whole.removeprefix('total_') or 'total'}_ms"
        ms = _sum([getattr(one, field) for one in steps] if steps is not None else [getattr(card, field)])
        return None if ms is None else ms / _UNIT_MS[unit]
    if name.startswith("popups_"):
        return getattr(card.popups, name.removeprefix("popups_"), None)
    return _sum([getattr(one, name) for one in steps] if steps is not None else [getattr(card.counts, name)])


def _no_such_step(step: str | int, card: Scorecard) -> str:
    near = nearest(step, [one.title for one in card.steps]) if isinstance(step, str) else None
    return "no such step was walked" + (f" (nearest: “{near}”)" if near else "")


def _sum(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def _vital(name: str, vitals: Vitals | NotRecorded, steps: Sequence[StepCost] | None) -> Measured:
    """Of the worst screen."""
    if isinstance(vitals, NotRecorded):
        return None, vitals.reason
    where = None if steps is None else {step.index for step in steps}
    rows = [row for row in vitals.items if where is None or row.step in where]
    known = [value for row in rows if (value := getattr(row, name)) is not None]
    reasons = dict.fromkeys(reason for row in rows for vital, reason in row.reasons.items() if vital == name)
    return (max(known), "") if known else (None, "; ".join(reasons) or "no screen began here")


def _findings(limit: Limit, card: Scorecard, steps: Sequence[StepCost] | None) -> Measured:
    if limit.check is not None:
        result = next((one for one in card.results if one.check == limit.check), None)
        if result is None:
            return None, _no_such_check(limit.check, card)
        if result.outcome in _UNJUDGED:
            return None, result.reason
    where = None if steps is None else {step.index for step in steps}
    return sum(
        (limit.check in {None, finding.check})
        and (limit.severity in {None, finding.severity})
        and (where is None or finding.step in where)
        for finding in card.findings
    ), ""


def _value(check: str, card: Scorecard) -> Measured:
    result = next((one for one in card.results if one.check == check), None)
    if result is None:
        return None, _no_such_check(check, card)
    return result.value, result.reason or "this check has no number"


def _no_such_check(check: str, card: Scorecard) -> str:
    near = nearest(check, [one.check for one in card.results])
    return "there is no such check" + (f" (nearest: {near})" if near else "")

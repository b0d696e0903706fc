"""One limit held against a value, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.budget import MEASURES
from cxcheck.model.verdict import LimitResult, VerdictKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.budget import Level, Limit

KINDS = {"warn": VerdictKind.WARN, "fail": VerdictKind.FAIL}
_MOST_DIGITS = 6


def held(limit: Limit, level: Level, value: float | None, why: str) -> LimitResult:
    """A value that was not measured does not hold; ``why`` it was not, if that is known."""
    said = "not measured" + (f", {why}" if why else "") if value is None else shown(limit, value)
    return LimitResult(
        limit=limit,
        level=level,
        kind=_kind(limit, level, value),
        value=value,
        why=why if value is None else "",
        reason=f"{limit.says}: {said}; the budget is {limit.bound}",
    )


def held_together(limit: Limit, level: Level, values: Sequence[float | None], rule: str, value: float | None,
                  why: str) -> LimitResult:  # fmt: skip
    """The value that a rule makes of several visits' ``values``."""
    missing = values.count(None)
    if value is None:
        said = f"not measured in {missing} of them" + (f", {why}" if why else "")
    else:
        said = shown(limit, value) + (f" ({missing} not measured, counted as worst)" if missing else "")
    return LimitResult(
        limit=limit,
        level=level,
        kind=_kind(limit, level, value),
        value=value,
        values=tuple(values),
        why=why if value is None else "",
        reason=f"{limit.says}, {rule} of {len(values)} visits: {said}; the budget is {limit.bound}",
    )


def shown(limit: Limit, value: float) -> str:
    """Rounded, but never so far that a broken limit reads like one that is kept."""
    measure = MEASURES[limit.measure]
    bound = limit.at_most if limit.at_most is not None else limit.at_least
    digits = measure.digits
    while value != bound and round(value, digits) == bound and digits < _MOST_DIGITS:
        digits += 1
    text = f"{value:.{digits}f}"
    return (text if measure.sign else text.removesuffix(".0")) + measure.sign


def _kind(limit: Limit, level: Level, value: float | None) -> VerdictKind:
    return VerdictKind.PASS if value is not None and not _beyond(limit, value) else KINDS[level]


def _beyond(limit: Limit, value: float) -> bool:
    over = limit.at_most is not None and value > limit.at_most
    return over or (limit.at_least is not None and value < limit.at_least)

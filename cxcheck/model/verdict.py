"""What the gate says of a visit."""

from __future__ import annotations

from enum import StrEnum

from cxcheck.model.base import Model
from cxcheck.model.budget import Level, Limit


class VerdictKind(StrEnum):
    """The gate's word, from good to bad."""

    PASS = "pass"  # noqa: S105 - a verdict
    WARN = "warn"
    FAIL = "fail"
    NOT_MEASURED = "not-measured"


class LimitResult(Model):
    """One limit held against what was measured, as ``level`` has it: the milder of the limit's own and the run's.

    ``value`` is in the unit of the limit's measure, None: not measured. ``reason`` says it in a sentence, kept or not.
    """

    limit: Limit
    level: Level
    kind: VerdictKind
    value: float | None
    reason: str


class Verdict(Model):
    """The gate's word and its reasons; ``budget_broken`` tells a broken budget from a journey not finished.

    ``limits`` are those that were looked at, kept or not.
    """

    kind: VerdictKind
    reasons: tuple[str, ...] = ()
    budget_broken: bool = False
    limits: tuple[LimitResult, ...] = ()

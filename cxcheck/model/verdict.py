"""What the gate says of a visit, of a journey that somebody walked several times, and of a run."""

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

    ``value`` is in the unit of the limit's measure, None: not measured, with ``why`` if that is known. ``reason`` says
    it in a sentence, kept or not. ``values`` are those of the single visits where the value is that of several.
    """

    limit: Limit
    level: Level
    kind: VerdictKind
    value: float | None
    reason: str
    why: str = ""
    values: tuple[float | None, ...] = ()


class Verdict(Model):
    """The gate's word and its reasons; ``budget_broken`` tells a broken budget from a journey not finished.

    ``limits`` are those that were looked at, kept or not.
    """

    kind: VerdictKind
    reasons: tuple[str, ...] = ()
    budget_broken: bool = False
    limits: tuple[LimitResult, ...] = ()


class JourneyVerdict(Model):
    """The gate's word on one journey as one persona walked it in one browser, over all their ``visits``, by id."""

    journey: str
    persona: str
    browser: str
    visits: tuple[str, ...]
    verdict: Verdict

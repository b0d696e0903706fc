"""One offence against one rule, and the rule's own description."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, NamedTuple, Protocol

from pydantic import Field

from cxcheck.model import limits
from cxcheck.model.base import Model
from cxcheck.model.gesture import Target


class Severity(StrEnum):
    """How bad; weights in ``score/weights.toml``."""

    CRITICAL = "critical"
    SERIOUS = "serious"
    MODERATE = "moderate"
    MINOR = "minor"

    def shifted(self, grades: int) -> Severity:
        """Worse by so many grades, or milder where negative; at the ends it stays."""
        steps = list(Severity)
        return steps[min(max(0, steps.index(self) - grades), len(steps) - 1)]

    def worse_by(self, other: Severity) -> int:
        """How many grades worse than another; negative where it is milder."""
        steps = list(Severity)
        return steps.index(other) - steps.index(self)

    @property
    def milder(self) -> Severity:
        """One grade less."""
        return self.shifted(-1)


class Attribute(StrEnum):
    """The nine qualities a customer sees."""

    SPEED = "speed"
    EASE = "ease"
    CONVENIENCE = "convenience"
    CERTAINTY = "certainty"
    CONSISTENCY = "consistency"
    RESOLUTION = "resolution"
    RELEVANCE = "relevance"
    PERSONALISATION = "personalisation"
    OMNICHANNEL = "omnichannel"


class Confidence(StrEnum):
    """Measured number, fixed rule, or an educated guess."""

    MEASURED = "measured"
    RULE = "rule"
    HEURISTIC = "heuristic"


Unit = Literal["ms", "ratio", "count", "px", "shift", "money"]


class Place(Protocol):
    """Whatever happened in a step at a time: a row of most tables."""

    @property
    def step(self) -> int: ...  # noqa: D102

    @property
    def t_ms(self) -> float: ...  # noqa: D102


class Moment(NamedTuple):
    """A place where no row is one."""

    step: int
    t_ms: float


class CheckMeta(Model):
    """What a check is, for ``cxcheck explain`` and the report. ``id`` is the check's file name.

    ``threshold`` is the limit in words, with its unit; ``source`` says where limit and reason come from
    ("our choice" where nothing is published). ``curve`` (p10, median) turns a measured number into 0-1 as
    Lighthouse does, ``curve_in`` says in what; without a curve a check scores 1 or 0. ``limits`` are the numbers from
    which on something is told, or is worse; their names say the unit, and they can be set otherwise.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    attribute: Attribute
    severity: Severity
    passes: str
    fails: str
    why: str
    remedy: str
    threshold: str
    source: str
    curve: tuple[float, float] | None = None
    curve_in: str = "milliseconds"
    limits: dict[str, float] = Field(default_factory=dict)

    def limit(self, name: str) -> float:
        """A limit as it was set, else as shipped.

        Raises:
            KeyError: There is none of that name.
        """
        return {**self.limits, **limits.set_for(self.id)}[name]

    def finding(
        self,
        at: Place,
        sentence: str,
        *,
        value: float,
        unit: Unit,
        limit: float,
        severity: Severity | None = None,
        cost_ms: float = 0,
        confidence: Confidence = Confidence.MEASURED,
        target: Target | None = None,
        popup: int | None = None,
        spares_popup: bool = True,
        needless: tuple[float, ...] = (),
    ) -> Finding:
        """One offence against this rule: what happened ``at`` its step and time, in the customer's words.

        It is as bad as the rule says unless told otherwise; the rest is as in ``Finding``.
        """
        return Finding(
            check=self.id,
            attribute=self.attribute,
            severity=severity or self.severity,
            step=at.step,
            t_ms=at.t_ms,
            sentence=sentence,
            value=value,
            unit=unit,
            limit=limit,
            cost_ms=cost_ms,
            confidence=confidence,
            target=target,
            popup=popup,
            spares_popup=spares_popup,
            needless=needless,
        )


class Finding(Model):
    """One offence: when, where, what in the customer's words, and the number behind it.

    ``value`` in ``unit`` stands against ``limit``; ``cost_ms`` is the customer time its removal gives back. To it
    scoring adds what handling ``popup`` took, unless the pop-up would be there all the same (``spares_popup`` False),
    and what the gestures made at the times in ``needless`` did; each to the worst finding that names it, and once.
    ``severity`` overrides the check's own where this offence is worse or milder.
    """

    check: str
    attribute: Attribute
    severity: Severity
    step: int
    t_ms: float
    sentence: str
    value: float
    unit: Unit
    limit: float
    cost_ms: float = 0
    confidence: Confidence = Confidence.MEASURED
    target: Target | None = None
    popup: int | None = None
    spares_popup: bool = True
    needless: tuple[float, ...] = ()


class CheckOutcome(StrEnum):
    """Not measured is never passed."""

    PASS = "pass"  # noqa: S105 - an outcome
    FAIL = "fail"
    NOT_APPLICABLE = "not-applicable"
    NOT_MEASURED = "not-measured"
    ERROR = "error"


class CheckResult(Model):
    """What one check said of one visit; ``reason`` explains every outcome but pass and fail.

    ``value`` is the number behind a check with a curve, in the unit of its threshold. ``attribute`` None: a check that
    could not even be loaded.
    """

    check: str
    attribute: Attribute | None = None
    outcome: CheckOutcome
    reason: str = ""
    value: float | None = None
    findings: tuple[Finding, ...] = ()

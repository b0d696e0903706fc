"""One offence against one rule, and the rule's own description."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from cxcheck.model.base import Model
from cxcheck.model.gesture import Target


class Severity(StrEnum):
    """How bad; weights in ``score/weights.toml``."""

    CRITICAL = "critical"
    SERIOUS = "serious"
    MODERATE = "moderate"
    MINOR = "minor"


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


class CheckMeta(Model):
    """What a check is, for ``cxcheck explain`` and the report. ``id`` is the check's file name.

    ``threshold`` is the limit in words, with its unit; ``source`` says where limit and reason come from
    ("our choice" where nothing is published). ``curve`` (p10, median) turns a measured number into 0-1 as
    Lighthouse does, ``curve_in`` says in what; without a curve a check scores 1 or 0.
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


class Finding(Model):
    """One offence: when, where, what in the customer's words, and the number behind it.

    ``value`` in ``unit`` stands against ``limit``; ``cost_ms`` is the customer time its removal gives back. To it
    scoring adds what handling ``popup`` took, unless the pop-up would be there all the same (``spares_popup`` False),
    and what the gestures made at the times in ``needless`` did.
    ``severity`` overrides the check's own where this offence is worse or milder.
    """

    check: str
    attribute: Attribute
    severity: Severity
    step: int
    t_ms: float
    sentence: str
    value: float
    unit: Literal["ms", "ratio", "count", "px", "shift", "money"]
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

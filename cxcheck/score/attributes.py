"""From check results to the nine attributes, and from them to the journey's score."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cxcheck.model.artifact import Outcome
from cxcheck.model.finding import Attribute, CheckMeta, CheckOutcome, CheckResult, Severity
from cxcheck.model.scorecard import AttributeScore
from cxcheck.score.curve import log_normal
from cxcheck.score.weights import weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_JUDGED = {CheckOutcome.PASS, CheckOutcome.FAIL}
_UNJUDGED = {CheckOutcome.NOT_MEASURED, CheckOutcome.ERROR}


def attribute_scores(results: Sequence[CheckResult], meta: Mapping[str, CheckMeta]) -> tuple[AttributeScore, ...]:
    """Weighted mean over the checks that applied; no evidence is *not measured*, never 100."""
    return tuple(_attribute(attribute, results, meta) for attribute in Attribute)


def _attribute(attribute: Attribute, results: Sequence[CheckResult], meta: Mapping[str, CheckMeta]) -> AttributeScore:
    mine = [result for result in results if result.attribute is attribute]
    judged = [result for result in mine if result.outcome in _JUDGED]
    unjudged = [result for result in mine if result.outcome in _UNJUDGED]
    if not judged:
        # What could not be measured is told before what did not apply.
        why = "; ".join(f"{result.check}: {result.reason}" for result in unjudged or mine)
        lead = "" if unjudged else "no check applied on this journey: "
        reason = lead + why if mine else "no check looks at this yet"
        return AttributeScore(attribute=attribute, score=None, reason=reason)
    scored = [(_weight(result, meta), _value(result, meta)) for result in judged]
    mean = sum(weight * value for weight, value in scored) / sum(weight for weight, _ in scored)
    reason = "not measured: " + ", ".join(result.check for result in unjudged) if unjudged else ""
    return AttributeScore(attribute=attribute, score=round(100 * mean, 1), reason=reason)


def _weight(result: CheckResult, meta: Mapping[str, CheckMeta]) -> float:
    """The check's own weight, or its worst finding's where that is higher."""
    severities = {meta[result.check].severity, *(finding.severity for finding in result.findings)}
    return max(float(getattr(weights().severity, severity.value)) for severity in severities)


def _value(result: CheckResult, meta: Mapping[str, CheckMeta]) -> float:
    curve = meta[result.check].curve
    if curve is not None and result.value is not None:
        return log_normal(result.value, *curve)
    return 1.0 if result.outcome is CheckOutcome.PASS else 0.0


def _counts(attribute: Attribute) -> float:
    return float(getattr(weights().attributes, attribute.value))


def journey_score(
    attributes: Sequence[AttributeScore], results: Sequence[CheckResult], outcome: Outcome
) -> tuple[float | None, tuple[str, ...], str]:
    """(score, caps that bit, why there is no score). A visit that was not measured has none."""
    if outcome in {Outcome.NOT_MEASURED, Outcome.CUT_OFF}:
        return None, (), "the visit did not get far enough to be judged"
    known = [(_counts(one.attribute), one.score) for one in attributes if one.score is not None]
    if not known:
        return None, (), "no check could judge this visit"
    whole = sum(weight for weight, _ in known)
    if not whole:
        return None, (), "what could be judged was set to count for nothing"
    score = sum(weight * one for weight, one in known) / whole
    caps = weights().caps
    bit = []
    critical = [f for result in results for f in result.findings if f.severity is Severity.CRITICAL]
    if critical and score > caps.critical:
        score = caps.critical
        bit.append(f"at most {caps.critical:g}: a critical finding")
    if outcome is Outcome.NOT_FINISHED and score > caps.not_finished:
        score = caps.not_finished
        bit.append(f"at most {caps.not_finished:g}: the journey was not finished")
    return round(score, 1), tuple(bit), ""


def grade(score: float | None) -> Literal["A", "B", "C", "D", "F"] | None:
    """The letter for a score."""
    if score is None:
        return None
    limits = weights().grades
    if score >= limits.A:
        return "A"
    if score >= limits.B:
        return "B"
    if score >= limits.C:
        return "C"
    return "D" if score >= limits.D else "F"

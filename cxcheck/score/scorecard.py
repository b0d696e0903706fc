"""One visit's scorecard from its artifacts and check results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.artifact import Artifacts
from cxcheck.model.finding import CheckMeta, CheckOutcome, CheckResult
from cxcheck.model.scorecard import Fix, Scorecard
from cxcheck.score import costs
from cxcheck.score.attributes import attribute_scores, grade, journey_score
from cxcheck.score.evidence import located
from cxcheck.score.patience import gave_up
from cxcheck.score.popup_counts import popup_counts
from cxcheck.score.prices import priced
from cxcheck.score.unmeasured import unmeasured
from cxcheck.score.weights import weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxcheck.model.persona import Persona

_BLOCKER = "journey-unfinished"  # comes first whatever the seconds: nobody knows what came after


def score(
    artifacts: Artifacts, results: Sequence[CheckResult], meta: Mapping[str, CheckMeta], persona: Persona
) -> Scorecard:
    """Customer seconds first; the score follows from the checks alone."""
    results = priced(located(results, artifacts), artifacts, persona)
    parts = (
        costs.waiting(artifacts),
        costs.own_effort(artifacts, persona),
        costs.interruptions(artifacts, persona),
    )
    waiting_ms, effort_ms, interruption = (None if part is None else sum(part.values()) for part in parts)
    read = costs.reading(artifacts, persona)
    attributes = attribute_scores(results, meta)
    outcome = artifacts.timeline.outcome
    total, caps, note = journey_score(attributes, results, outcome)

    def without(check: str) -> float | None:
        kept = [result if result.check != check else _as_passed(result) for result in results]
        return journey_score(attribute_scores(kept, meta), kept, outcome)[0]

    fixes = []
    for result in results:
        if result.findings:
            better = without(result.check)
            worst = max(result.findings, key=lambda finding: finding.cost_ms)
            fixes.append(
                Fix(
                    check=result.check,
                    blocks=result.check == _BLOCKER,
                    sentence=worst.sentence,
                    remedy=meta[result.check].remedy,
                    seconds=round(sum(finding.cost_ms for finding in result.findings) / 1000, 1),
                    points=None if total is None or better is None else round(better - total, 1),
                )
            )
    fixes.sort(key=lambda fix: (not fix.blocks, -fix.seconds, -(fix.points or 0)))
    return Scorecard(
        scoring=weights().version,
        waiting_ms=waiting_ms,
        effort_ms=effort_ms,
        reading_ms=None if read is None else sum(read.values()),
        interruption_ms=interruption,
        steps=costs.steps(artifacts, persona),
        counts=costs.counts(artifacts),
        attributes=attributes,
        score=total,
        grade=grade(total),
        score_note=note,
        caps=caps,
        results=tuple(results),
        fixes=tuple(fixes),
        gave_up=gave_up(artifacts, persona),
        unmeasured=unmeasured(artifacts, results),
        popups=popup_counts(artifacts, persona),
    )


def _as_passed(result: CheckResult) -> CheckResult:
    return result.model_copy(update={"outcome": CheckOutcome.PASS, "findings": (), "value": None})

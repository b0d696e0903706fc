"""A finding as the page shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cxcheck.model.finding import CheckMeta, Confidence, Finding, Severity
from cxcheck.model.run import JudgedVisit
from cxcheck.model.scorecard import StepCost
from cxcheck.report.pictures import Album, Shot
from cxcheck.report.tiers import tier
from cxcheck.report.words import duration, measured

SEVERITIES = list(Severity)  # worst first
_CONFIDENCE = {
    Confidence.MEASURED: "measured in the browser",
    Confidence.RULE: "follows from a fixed rule",
    Confidence.HEURISTIC: "an educated guess",
}


_UNITS = {
    "ms": "ms",
    "ratio": "as a share of 1",
    "count": "counted",
    "px": "px",
    "shift": "shift score",
    "money": "in money",
}


@dataclass(frozen=True)
class FindingView:
    """A finding, its rule's texts, its step and its picture; ``number`` is as measured, ``value`` as people read it."""

    anchor: str
    finding: Finding
    meta: CheckMeta | None
    step: StepCost | None
    how: str
    value: str
    limit: str
    gives_back: str
    confidence: str
    number: str
    place: str
    tier: str
    shot: Shot | None
    no_shot: str


def finding_anchor(visit: JudgedVisit, check: str, number: int = 1) -> str:
    """Where a check's n-th finding stands in the page."""
    return f"visit-{visit.info.id}-{check}-{number}"


def finding_views(visit: JudgedVisit, meta: Mapping[str, CheckMeta], album: Album) -> list[FindingView]:
    """Moments of truth first, then the worst, then as they happened."""
    steps = {step.index: step for step in visit.scorecard.steps}
    views = [
        _view(finding, finding_anchor(visit, result.check, number), meta, steps, album)
        for result in visit.scorecard.results
        for number, finding in enumerate(result.findings, start=1)
    ]
    return sorted(views, key=_urgency)


def _urgency(view: FindingView) -> tuple[bool, int, float]:
    moment_of_truth = view.step is not None and view.step.moment_of_truth
    return not moment_of_truth, SEVERITIES.index(view.finding.severity), view.finding.t_ms


def _view(
    finding: Finding,
    anchor: str,
    meta: Mapping[str, CheckMeta],
    steps: Mapping[int, StepCost],
    album: Album,
) -> FindingView:
    return FindingView(
        anchor=anchor,
        finding=finding,
        meta=meta.get(finding.check),
        step=steps.get(finding.step),
        how="Counted" if finding.unit == "count" else "Measured",
        value=measured(finding, finding.value),
        limit=measured(finding, finding.limit),
        gives_back=duration(finding.cost_ms) if finding.cost_ms > 0 else "",
        confidence=_CONFIDENCE[finding.confidence],
        number=f"{finding.value:g} {_UNITS[finding.unit]}, limit {finding.limit:g}",
        place=_place(finding),
        tier=tier(finding.attribute),
        shot=album.of_finding(finding),
        no_shot=album.why_empty,
    )


def _place(finding: Finding) -> str:
    """Where on the screen it stood, in CSS pixels; empty when not known."""
    box = finding.target.box if finding.target else None
    if box is None:
        return ""
    return f"{box.width_px:.0f} × {box.height_px:.0f} px, {box.x_px:.0f} from the left and {box.y_px:.0f} from the top"

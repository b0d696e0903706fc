"""The acceptance of a cookie question stands out, its refusal does not."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable, NotMeasured
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.gesture import Target
from cxcheck.model.popup import Choice, Popups

META = CheckMeta(
    id="consent-nudges",
    attribute=Attribute.CERTAINTY,
    severity=Severity.MINOR,
    passes="Accepting and refusing cookies stood out alike",
    fails="Accepting cookies stood out much more than refusing them",
    why="Many press what stands out; whoever finds out later feels tricked",
    remedy="Give both the same size and the same colours",
    threshold="twice the contrast against what lies around it, or twice the area",
    source="EDPB cookie banner taskforce 2023: case by case; the threshold is our choice, not a legal verdict",
    limits={"limit": 2},
)


def check(popups: Popups) -> Iterator[Finding | NotApplicable | NotMeasured]:
    """A finding for each cookie question with both on one layer; a refusal further down is refusing-is-work."""
    asked = popups.questions
    pairs = [
        (popup, popup.consent.accept, popup.consent.reject)
        for popup in asked
        if popup.consent and popup.consent.accept and popup.consent.reject
    ]
    pairs = [(popup, yes, no) for popup, yes, no in pairs if yes.clicks == no.clicks]
    told = [(popup, yes, no, ratios) for popup, yes, no in pairs if (ratios := _ratios(yes, no))]
    nudging = [
        (popup, yes, no, ratios) for popup, yes, no, ratios in told if max(ratios.values()) > META.limit("limit")
    ]
    unseen = any(popup.consent is None for popup in asked)
    if (unseen or len(told) < len(pairs)) and not nudging:
        yield NotMeasured("nobody could tell how much the buttons of a cookie question stand out")
    elif not pairs:
        yield NotApplicable("no cookie question had both answers side by side on this journey")
    for popup, yes, no, ratios in nudging:
        what, by = max(ratios.items(), key=lambda one: one[1])
        yield META.finding(
            popup,
            f"“{yes.name}” has {by:.1f} times the {what} of “{no.name}”.",
            value=round(by, 2),
            unit="ratio",
            limit=META.limit("limit"),
            confidence=Confidence.HEURISTIC,
            target=Target(role="button", name=no.name, box=no.box),
            popup=popup.id,
            spares_popup=False,
        )


def _ratios(yes: Choice, no: Choice) -> dict[str, float]:
    """How many times more the acceptance has, by what is known of both."""
    ratios = {}
    if yes.contrast_ratio and no.contrast_ratio:
        ratios["contrast"] = yes.contrast_ratio / no.contrast_ratio
    if yes.box and no.box and no.box.width_px * no.box.height_px > 0:
        ratios["area"] = yes.box.width_px * yes.box.height_px / (no.box.width_px * no.box.height_px)
    return ratios

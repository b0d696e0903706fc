"""A cookie question can be accepted, but not refused."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable, NotMeasured
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.gesture import Target
from cxcheck.model.popup import Popups

META = CheckMeta(
    id="consent-without-refusal",
    attribute=Attribute.CERTAINTY,
    severity=Severity.SERIOUS,
    passes="Every cookie question could be refused",
    fails="A cookie question could be accepted, but not refused",
    why="The customer is asked and has no choice; a question without a no is not one",
    remedy="Put a refusal beside the acceptance, as large and as plain",
    threshold="an acceptance, and neither a refusal nor a way to settings on any layer seen; a bare × is no answer",
    source="EDPB cookie banner taskforce 2023; Nouwens et al. 2020; not a legal verdict",
)


def check(popups: Popups) -> Iterator[Finding | NotApplicable | NotMeasured]:
    """A finding for each question of that kind; where settings might hold a refusal, refusing-is-work tells of it."""
    asked = popups.questions
    known = [(popup, popup.consent) for popup in asked if popup.consent is not None]
    accepted = [(popup, consent, consent.accept) for popup, consent in known if consent.accept is not None]
    without = [(popup, yes) for popup, consent, yes in accepted if not (consent.reject or consent.settings)]
    if len(known) < len(asked) and not without:
        yield NotMeasured("nobody could see the buttons of a cookie question")
    elif not accepted:
        yield NotApplicable("nothing asked for consent on this journey")
    for popup, yes in without:
        yield META.finding(
            popup,
            f"The {popup.called} offered “{yes.name}” and no way to refuse.",
            value=0,
            unit="count",
            limit=1,
            confidence=Confidence.RULE,
            target=Target(role="button", name=yes.name, box=yes.box),
            popup=popup.id,
            spares_popup=False,
        )

"""A cookie question that was answered is asked again."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.popup import PopupKind, Popups

META = CheckMeta(
    id="consent-asked-again",
    attribute=Attribute.CONSISTENCY,
    severity=Severity.SERIOUS,
    passes="An answered cookie question was not asked again",
    fails="A cookie question was asked again after it had been answered",
    why="The answer was not kept: whoever said no is asked until they say yes",
    remedy="Keep the answer, the no as long as the yes",
    threshold="any on the same visit after an acceptance or a refusal",
    source="our choice",
)


def check(popups: Popups) -> Iterator[Finding | NotApplicable]:
    """A finding for each time it was asked again."""
    questions = [popup for popup in popups.unasked if popup.kind is PopupKind.CONSENT]
    if not any(popup.answered for popup in questions):
        yield NotApplicable("no cookie question was answered on this journey")
    for popup in questions:
        earlier = popups.get(popup.came_back)
        if earlier is None or not earlier.answered:
            continue
        yield META.finding(
            popup,
            f"The {popup.called} was asked again after the customer had answered it.",
            value=1,
            unit="count",
            limit=0,
            popup=popup.id,
        )

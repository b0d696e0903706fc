"""A pop-up that the customer had closed comes back."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.popup import Ending, PopupKind, Popups

META = CheckMeta(
    id="popup-came-back",
    attribute=Attribute.EASE,
    severity=Severity.SERIOUS,
    passes="What the customer closed stayed closed",
    fails="A pop-up came back after the customer had closed it",
    why="They said no and were not heard; now each page may bring it again",
    remedy="Remember that it was closed, at least for the visit",
    threshold="any that says the same as one closed before on the visit",
    source="our choice",
)


def check(popups: Popups) -> Iterator[Finding | NotApplicable]:
    """A finding for each return; a cookie question that was answered is the business of ``consent-asked-again``."""
    if not any(popup.ending is Ending.CUSTOMER for popup in popups.over_the_page):
        yield NotApplicable("no pop-up was closed on this journey")
    for popup in popups.over_the_page:
        earlier = popups.get(popup.came_back)
        if earlier is None or (popup.kind is PopupKind.CONSENT and earlier.answered):
            continue
        yield META.finding(
            popup,
            f"The {popup.called} came back after the customer had closed it.",
            value=1,
            unit="count",
            limit=0,
            popup=popup.id,
        )

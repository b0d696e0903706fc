"""A pop-up that nobody asked for lies over what the customer came for."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.popup import Popup, Popups

META = CheckMeta(
    id="popup-in-the-way",
    attribute=Attribute.EASE,
    severity=Severity.SERIOUS,
    passes="Nothing lay over what the customer came for",
    fails="A pop-up lay over what the customer came for",
    why="Each has to be noticed, read and closed before the customer can go on, and brings nobody closer to their goal",
    remedy="Put it into the page, or into a corner that leaves the page usable; keep offers until the customer is done",
    threshold="30 % of the window; critical above 50 % or when it blocks the page",
    source="Better Ads Standards: large sticky ads over 30 % of the screen",
    limits={"limit_ratio": 0.30, "critical_ratio": 0.50},
)


def check(popups: Popups) -> Iterator[Finding | NotApplicable]:
    """A finding for each unasked overlay that covers more than the limit, or blocks."""
    for popup in popups.over_the_page:
        if not tells_of(popup):
            continue
        worse = popup.blocks or popup.cover_ratio > META.limit("critical_ratio")
        did = "blocked the whole page" if popup.blocks else f"covered {popup.cover_ratio * 100:.0f} % of the window"
        yield META.finding(
            popup,
            f"A {popup.called} {did}, unasked.",
            severity=Severity.CRITICAL if worse else META.severity,
            value=popup.cover_ratio,
            unit="ratio",
            limit=META.limit("limit_ratio"),
            popup=popup.id,
        )


def tells_of(popup: Popup) -> bool:
    """Whether one that nobody asked for is in the way."""
    return popup.blocks or popup.cover_ratio > META.limit("limit_ratio")

"""Something small lies over the very control that the customer wants."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks import popup_in_the_way
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Moment, Severity
from cxcheck.model.popup import Popups

META = CheckMeta(
    id="popup-covers-control",
    attribute=Attribute.EASE,
    severity=Severity.SERIOUS,
    passes="Nothing lay over what the customer wanted to press",
    fails="Something lay over the very control that the customer wanted to press",
    why="The button is there and cannot be pressed; a chat bubble or bar takes the place just where the page goes on",
    remedy="Keep the corner free where the page has its buttons, or let it make room while the page is used",
    threshold="the middle of what the customer presses next, covered by something that covers little else",
    source="measured by the browser's own hit test; the threshold is our choice",
)


def check(popups: Popups) -> Iterator[Finding]:
    """A finding for each overlay that did; a large one is told of by popup-in-the-way."""
    for popup in popups.over_the_page:
        if not popup.in_the_way or popup_in_the_way.tells_of(popup):
            continue
        yield META.finding(
            Moment(popup.step, popup.in_the_way[0]),
            f"The {popup.called} lay over what the customer wanted to press.",
            value=len(popup.in_the_way),
            unit="count",
            limit=0,
            popup=popup.id,
        )

"""The browser's own dialog stops the customer, and they had pressed nothing."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.popup import PopupKind, Popups

META = CheckMeta(
    id="browser-dialog-unasked",
    attribute=Attribute.EASE,
    severity=Severity.SERIOUS,
    passes="No message of the browser stopped the customer",
    fails="A message of the browser stopped the customer, unasked",
    why="The whole page stands still until it is answered; it looks like a warning, and some fear something broke",
    remedy="Say it in the page, where it can be read and left alone",
    threshold="any alert, question or “leave this page?” without a press that called for it",
    source="WCAG 2.2, 2.2.4 Interruptions; the threshold is our choice",
)


def check(popups: Popups) -> Iterator[Finding]:
    """A finding for each. It always blocks the page, so that popup-in-the-way does not tell of it again."""
    for popup in popups.unasked:
        if popup.kind is not PopupKind.NATIVE:
            continue
        yield META.finding(
            popup,
            f"A {popup.called} stopped the customer, who had asked for nothing.",
            value=1,
            unit="count",
            limit=0,
            popup=popup.id,
        )

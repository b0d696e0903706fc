"""A window or tab opens, and the customer had pressed nothing."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from cxcheck.checks.run import NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.page import Screens
from cxcheck.model.popup import PopupKind, Popups

META = CheckMeta(
    id="window-unasked",
    attribute=Attribute.CERTAINTY,
    severity=Severity.SERIOUS,
    passes="No window opened by itself",
    fails="A window opened that nobody had asked for",
    why="It takes the customer from what they were doing, and looks like what bad sites do",
    remedy="Open it when its link is pressed, or stay in the page",
    threshold="any without a press within the second before",
    source="Better Ads Standards: pop-ups; the threshold is our choice",
)


def check(popups: Popups, screens: Screens) -> Iterator[Finding | NotApplicable]:
    """A finding for each. A customer's browser may hold it back: then it shows a note that it did."""
    if not screens.items:
        yield NotApplicable("no page was opened")
    for popup in popups.unasked:
        if popup.kind is not PopupKind.WINDOW:
            continue
        host = urlsplit(popup.title).hostname
        yield META.finding(
            popup,
            f"A window{f' of {host}' if host else ''} opened by itself.",
            value=1,
            unit="count",
            limit=0,
            popup=popup.id,
        )

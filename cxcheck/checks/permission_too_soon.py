"""The site wants a permission of the browser before the customer has done anything that needs it."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.page import Screens
from cxcheck.model.popup import PopupKind, Popups

META = CheckMeta(
    id="permission-too-soon",
    attribute=Attribute.CERTAINTY,
    severity=Severity.SERIOUS,
    passes="No permission was wanted before the customer asked for something that needs it",
    fails="The site wanted a permission that nobody had a reason to give yet",
    why="Nobody knows yet what it would be good for; most say no, and the browser remembers that for good",
    remedy="Ask in answer to a press that needs it, such as “Find my nearest shop”",
    threshold="any question of the browser without a press within the second before",
    source="our choice",
)


def check(popups: Popups, screens: Screens) -> Iterator[Finding | NotApplicable]:
    """A finding for each. Playwright's browser answers by itself and shows nothing: the call is what is heard."""
    if not screens.items:
        yield NotApplicable("no page was opened")
    for popup in popups.unasked:
        if popup.kind is not PopupKind.PERMISSION:
            continue
        came_ms = max((one.t_ms for one in screens.items if one.t_ms <= popup.t_ms), default=popup.t_ms)
        after = f"{(popup.t_ms - came_ms) / 1000:.1f} seconds after the page had come"
        yield META.finding(
            popup,
            f"The site wanted the permission for {popup.title or 'something'} {after}, unasked.",
            value=1,
            unit="count",
            limit=0,
            popup=popup.id,
        )

"""The newsletter is offered before the customer has seen what the site has."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.page import Screens
from cxcheck.model.popup import PopupKind, Popups

META = CheckMeta(
    id="newsletter-too-early",
    attribute=Attribute.RELEVANCE,
    severity=Severity.MODERATE,
    passes="Nobody was asked for their address before having looked around",
    fails="The customer was asked for their e-mail address before having looked around",
    why="Nobody wants letters from a shop they have not seen yet; it is closed unread, and so are the later ones",
    remedy="Offer it where it is wanted: in the page, at its end, or after something was bought",
    threshold="a pop-up within 10 s of the first page",
    source="our choice",
    limits={"limit_ms": 10_000},
)


def check(popups: Popups, screens: Screens) -> Iterator[Finding | NotApplicable]:
    """A finding for each. How much it covers is another offence: a small one would be too early as well."""
    if not screens.items:
        yield NotApplicable("no page was opened")
        return
    landed_ms = screens.items[0].t_ms
    for popup in popups.over_the_page:
        asks = popup.kind is PopupKind.NEWSLETTER or popup.asks_for_email
        after_ms = popup.t_ms - landed_ms
        if not asks or after_ms >= META.limit("limit_ms"):
            continue
        yield META.finding(
            popup,
            f"A {popup.called} came {after_ms / 1000:.1f} seconds after the customer had.",
            value=after_ms,
            unit="ms",
            limit=META.limit("limit_ms"),
            popup=popup.id,
            spares_popup=False,
        )

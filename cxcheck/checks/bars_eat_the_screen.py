"""Bars that stay while the page is scrolled leave little room for the page."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable
from cxcheck.model.bars import Bars, BarsSeen
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.page import Screens

META = CheckMeta(
    id="bars-eat-the-screen",
    attribute=Attribute.EASE,
    severity=Severity.MODERATE,
    passes="Bars that stay left the page its room",
    fails="Bars that stay take much of the screen",
    why="Header, offers and buttons that never go away leave a slit through which the page must be read",
    remedy="Let them scroll away with the page, make them lower, or keep one of them",
    threshold="30 % of the window, all bars together, pop-ups aside",
    source="Better Ads Standards: large sticky ads over 30 % of the screen",
    limits={"limit_ratio": 0.30},
)


def check(bars: BarsSeen, screens: Screens) -> Iterator[Finding | NotApplicable]:
    """A finding for each set of bars, where it takes the most: they come again with each page."""
    if not screens.items:
        yield NotApplicable("no page was opened")
    worst: dict[tuple[str, ...], Bars] = {}
    for seen in bars.items:
        if seen.cover_ratio > META.limit("limit_ratio"):
            worst[seen.names] = max(worst.get(seen.names, seen), seen, key=lambda one: one.cover_ratio)
    for seen in worst.values():
        named = f" (“{'”, “'.join(seen.names)}”)" if seen.names else ""
        yield META.finding(
            seen,
            f"Bars that stay{named} took {seen.cover_ratio * 100:.0f} % of the window.",
            value=seen.cover_ratio,
            unit="ratio",
            limit=META.limit("limit_ratio"),
        )

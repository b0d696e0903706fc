"""The till leads through page after page."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import Measured, NotApplicable, NotMeasured
from cxcheck.model.artifact import Timeline
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.page import Screens, Searches

META = CheckMeta(
    id="checkout-long",
    attribute=Attribute.EASE,
    severity=Severity.MINOR,
    passes="The till was soon through",
    fails="The till led through page after page",
    why="Each page is to be waited for, understood and left, and each is a place to give up",
    remedy="Ask on one page what belongs together, and leave out what can wait until the order is placed",
    threshold="8 pages of different addresses, from the till's first to the one with the order's button",
    source="Baymard: 5.1 steps on an average; more than 8 is our choice",
    curve=(5, 8),
    curve_in="pages",
    limits={"limit": 8},
)


def check(
    screens: Screens, searches: Searches, timeline: Timeline
) -> Iterator[Finding | Measured | NotApplicable | NotMeasured]:
    """One finding at the most, on the last of the pages; whoever gave up on the way had at least those until there."""
    found = [one for one in searches.items if not one.missed]
    begun = next((one.t_ms for one in found if one.intent == "checkout"), None)
    if begun is None:
        yield NotApplicable("nobody went to the till on this journey")
        return
    placed = next((one.t_ms for one in found if one.intent == "place order" and one.t_ms > begun), None)
    pages = [screen for screen in screens.items if begun < screen.t_ms <= (placed or timeline.end_ms)]
    count = len({_address(screen.url) for screen in pages})
    if placed is None and count <= META.limit("limit"):
        yield NotMeasured("the customer did not get as far as the order's button")
    yield Measured(count)
    if count > META.limit("limit"):
        yield META.finding(
            pages[-1],
            f"From the till's first page to {'the order' if placed else 'where it ended'} it took {count} pages.",
            value=count,
            unit="count",
            limit=META.limit("limit"),
        )


def _address(url: str) -> str:
    """Without a place in the page; what begins with a slash, or a shriek, is a page's name to scripts."""
    page, _, place = url.partition("#")
    return url if place.startswith(("/", "!")) else page

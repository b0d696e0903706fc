"""The customer comes to a page that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable
from cxcheck.model.artifact import Outcome, Timeline
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.page import Screens, Settled, SettledScreens

_ERROR = 400
_SERVER_ERROR = 500

META = CheckMeta(
    id="dead-end",
    attribute=Attribute.RESOLUTION,
    severity=Severity.CRITICAL,
    passes="Every page the customer came to led on",
    fails="The customer came to a page that leads nowhere",
    why="Something went wrong and the page does not say what to do now; most people know only one answer: leave",
    remedy="Say what happened and put a way on into the page itself: try again, ask for another link, get help",
    threshold="an error page, or the last page of an unfinished journey, without a link or button of its own; "
    "moderate for a server error that offers one",
    source="our choice; links in header, menu and footer stand on every page and answer nothing",
)


def check(settled: SettledScreens, screens: Screens, timeline: Timeline) -> Iterator[Finding | NotApplicable]:
    """A finding for each error page without a way on, and for the page at which the customer got stuck.

    An error page that offers a way on, such as a new link for one that is too old, is no dead end.
    """
    if not settled.items:
        yield NotApplicable("no page was opened")
    stuck = timeline.outcome is Outcome.NOT_FINISHED
    for page in settled.items:
        last = page is settled.items[-1] and page.screen == len(screens.items)
        if page.ways_on == 0 and (page.status >= _ERROR or (stuck and last)):
            yield _finding(page, META.severity, "leads nowhere: nothing on it takes the customer on")
        elif page.status >= _SERVER_ERROR:
            yield _finding(page, Severity.MODERATE, "is a server error, though it offers a way on")


def _finding(page: Settled, severity: Severity, what: str) -> Finding:
    name = f"“{page.says}”" if page.says else "The page"
    status = f" (error {page.status})" if page.status >= _ERROR and str(page.status) not in page.says else ""
    return META.finding(
        page,
        f"{name}{status} {what}.",
        severity=severity,
        value=1,
        unit="count",
        limit=0,
        confidence=Confidence.RULE,
    )

"""A customer who has forgotten their password cannot see what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxcheck.checks.run import NotApplicable, NotMeasured
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.gesture import Gesture, GestureKind, Gestures
from cxcheck.model.page import Search, Searches

_PRESSES = {GestureKind.CLICK, GestureKind.TAP, GestureKind.KEY}

META = CheckMeta(
    id="forgot-link-hidden",
    attribute=Attribute.RESOLUTION,
    severity=Severity.SERIOUS,
    passes="The way to a forgotten password stood where the customer signs in",
    fails="The way to a forgotten password was hard to find",
    why="Those who look for it are locked out and impatient; if they do not see it, they open a second account or go",
    remedy="Put a link that says so right beside the password field, visible without scrolling",
    threshold="in the first screenful, with no press in between; critical when it is not found at all",
    source="Baymard on password recovery; the threshold is our choice",
)


def check(searches: Searches, gestures: Gestures) -> Iterator[Finding | NotApplicable | NotMeasured]:
    """A finding for each search for it that took scrolling or presses, or was in vain.

    Presses count once the customer has been to the sign-in page, as shown by an earlier search for the way there:
    before that, a menu opened and a page gone through are the way to signing in, which is no secret.
    """
    wanted = [search for search in searches.items if search.intent == "forgot password"]
    if not wanted:
        yield NotApplicable("nobody looked for a forgotten password")
    signing_in = [s.t_ms for s in searches.items if s.intent == "sign in" and not s.missed]
    findings = []
    for search in wanted:
        been_there = any(t_ms < search.t_ms for t_ms in signing_in)
        presses = search.detours if been_there else 0
        if search.missed or presses or search.in_view is False:
            findings.append(_finding(search, presses, gestures.items))
    yield from findings
    if wanted and not findings and all(search.in_view is None for search in wanted):
        yield NotMeasured("where on the page it stood was not recorded")


def _finding(search: Search, presses: int, gestures: Sequence[Gesture]) -> Finding:
    if search.missed:
        sentence = "The customer looked for a way back from a forgotten password and found none."
    elif presses:
        times = "once" if presses == 1 else f"{presses} times"
        sentence = f"The customer had to press {times} elsewhere before “{search.found}” was in sight."
    else:
        sentence = f"“{search.found}” came into sight only after scrolling."
    made = [g.t_ms for g in gestures if g.trusted and g.kind in _PRESSES and g.t_ms < search.t_ms]
    return META.finding(
        search,
        sentence,
        severity=Severity.CRITICAL if search.missed else META.severity,
        value=max(presses, 1),
        unit="count",
        limit=0,
        confidence=Confidence.RULE,
        needless=tuple(made[-presses:]) if presses else (),
    )

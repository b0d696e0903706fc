"""While the order is being placed, its button can be pressed again."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from cxcheck.artifacts.answers import SLACK_MS
from cxcheck.checks.run import NotApplicable
from cxcheck.model.again import AFTER_MS, Repeatable, Repeatables
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.gesture import PRESSES, GestureKind, Gestures
from cxcheck.model.page import Request, Requests, Screens, Searches

_SAME_ACT_MS = 300  # a click follows the press it is made of so closely
_SENDS = {"document", "fetch", "xhr"}

META = CheckMeta(
    id="double-order-risk",
    attribute=Attribute.CERTAINTY,
    severity=Severity.SERIOUS,
    passes="An order could not be placed twice by mistake",
    fails="The order's button could be pressed again while the order was being placed",
    why="Whoever is not sure that it worked presses again, and may have ordered, and paid, twice",
    remedy="Disable the button with the first press and say that it is being done; take two orders alike for one",
    threshold="0.5 s after the press, the button there and enabled, and what it sent to the site not answered",
    source="our choice; what the site does with a second order cannot be seen",
)


def check(
    repeatables: Repeatables, searches: Searches, gestures: Gestures, requests: Requests, screens: Screens
) -> Iterator[Finding | NotApplicable]:
    """A finding for each order whose button stayed so, as long as its request took."""
    found = [one.t_ms for one in searches.items if one.intent == "place order" and not one.missed]
    acts = {*PRESSES, GestureKind.KEY}
    presses = [
        next((g.t_ms for g in gestures.items if g.trusted and g.kind in acts and g.t_ms >= t), None) for t in found
    ]
    ordered = sorted({t_ms for t_ms in presses if t_ms is not None})
    if not ordered:
        yield NotApplicable("nothing was ordered on this journey")
    for t_ms in ordered:
        again = next((one for one in repeatables.items if 0 <= one.t_ms - t_ms <= _SAME_ACT_MS), None)
        if again is None:
            continue
        host = next((urlsplit(s.url).netloc for s in reversed(screens.items) if s.t_ms <= t_ms), "")
        took = [ms for one in requests.items if (ms := _took_ms(one, again, host)) >= AFTER_MS]
        if took:
            since = f"For {max(took) / 1000:.1f} seconds after it was pressed"
            yield META.finding(
                again,
                f"{since}, {again.target.pressed} could be pressed again.",
                value=max(took),
                unit="ms",
                limit=AFTER_MS,
                confidence=Confidence.HEURISTIC,
                target=again.target,
            )


def _took_ms(request: Request, press: Repeatable, host: str) -> float:
    """Until what that press sent to the site was answered; 0 of another request."""
    if request.method != "POST" or request.resource not in _SENDS or urlsplit(request.url).netloc != host:
        return 0.0
    if request.start_ms is None or request.end_ms is None:
        return 0.0
    return request.end_ms - press.t_ms if -SLACK_MS <= request.start_ms - press.t_ms <= AFTER_MS else 0.0

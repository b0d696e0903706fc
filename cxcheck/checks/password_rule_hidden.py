"""A password is refused by a rule that nobody had told."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable, NotMeasured
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.form import Fillings, Refusal, Refusals

_WHAT = "new password"

META = CheckMeta(
    id="password-rule-hidden",
    attribute=Attribute.EASE,
    severity=Severity.SERIOUS,
    passes="No password was refused by a rule that the page had kept to itself",
    fails="A password was refused by a rule that the page had not shown",
    why="The customer had thought of one they could remember; the next one is made up in a hurry, and soon forgotten",
    remedy="Show the rule beside the field, before anything is typed; better, ask for length and nothing else",
    threshold="any refusal whose rule did not stand on the page before",
    source="NIST SP 800-63B-4: no rules of composition, and a reason for each refusal; the threshold is our choice",
)


def check(refusals: Refusals, fillings: Fillings) -> Iterator[Finding | NotApplicable | NotMeasured]:
    """A finding for each new password refused that way."""
    refused = [refusal for refusal in refusals.items if refusal.what == _WHAT]
    chosen = [filling for filling in fillings.items if filling.what == _WHAT]
    if not refused and not chosen:
        yield NotApplicable("no new password on this journey")
    hidden = [refusal for refusal in refused if refusal.rule_shown is False]
    if not hidden and any(refusal.rule_shown is None for refusal in refused):
        yield NotMeasured("a password was refused, and nobody could tell whether its rule had been shown")
    for refusal in hidden:
        again = [filling for filling in chosen if filling.again and filling.t_ms > refusal.t_ms]
        yield META.finding(
            refusal,
            _sentence(refusal),
            value=1,
            unit="count",
            limit=0,
            confidence=Confidence.HEURISTIC,
            target=again[0].target if again else None,
            needless=tuple(filling.gesture_ms for filling in again if filling.gesture_ms is not None),
        )


def _sentence(refusal: Refusal) -> str:
    what = "The password was refused by a rule that the page had not shown"
    return f"{what}: “{refusal.says[0].rstrip('.')}”." if refusal.says else f"{what}."

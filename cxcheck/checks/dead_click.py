"""The customer presses something and nothing happens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxcheck.checks.run import NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.wait import Wait, Waits

LIMIT_MS = 2_500

META = CheckMeta(
    id="dead-click",
    attribute=Attribute.EASE,
    severity=Severity.CRITICAL,
    passes="Everything the customer pressed answered",
    fails="The customer pressed something and nothing happened",
    why="They cannot tell whether it worked: they press again, doubt what they entered, or leave",
    remedy="Answer every press at once, if only by showing that the work has begun",
    threshold="2.5 s without any visible answer",
    source="PostHog's limit for a dead click; Sentry and Amplitude use 3 s",
)


def check(waits: Waits) -> Iterator[Finding | NotApplicable]:
    """A finding for each press on a live control that was watched for the limit without an answer."""
    presses = [wait for wait in waits.items if wait.what == "press" and wait.target.enabled]
    if not presses:
        yield NotApplicable("nothing was pressed")
    for index, wait in enumerate(presses):
        # Answered, if only late; or the customer went on too soon for anybody to tell.
        if wait.answer_ms is not None or wait.watched_ms < LIMIT_MS:
            continue
        yield META.finding(
            wait,
            _sentence(wait, presses[index + 1 :]),
            value=wait.watched_ms,
            unit="ms",
            limit=LIMIT_MS,
            cost_ms=wait.duration_ms,
            target=wait.target,
        )


def _sentence(dead: Wait, later: Sequence[Wait]) -> str:
    helped = any(w.target.selector == dead.target.selector and w.answer_ms is not None for w in later)
    if helped:
        return f"Pressing {dead.target.pressed} did nothing; the customer had to press again."
    return f"Pressing {dead.target.pressed} did nothing."

"""The customer could not do what they came for."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable, NotMeasured
from cxcheck.model.artifact import Outcome, Timeline
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Moment, Severity

META = CheckMeta(
    id="journey-unfinished",
    attribute=Attribute.RESOLUTION,
    severity=Severity.CRITICAL,
    passes="The customer got what they came for",
    fails="The customer could not do what they came for",
    why="Whatever else is good about the journey, this customer leaves without what they wanted",
    remedy="Walk to this step yourself, and mend what stops the customer there",
    threshold="the journey's last step",
    source="our choice",
)


def check(timeline: Timeline) -> Iterator[Finding | NotApplicable | NotMeasured]:
    """One finding for a journey that stopped; nothing is said of a visit that could not be measured."""
    if timeline.outcome in {Outcome.NOT_MEASURED, Outcome.CUT_OFF}:
        yield NotMeasured("the visit was cut off, or could not be measured")
    if timeline.outcome is Outcome.FINISHED:
        yield NotApplicable("the customer got what they came for")  # good, and no merit of the site's
    if timeline.outcome is Outcome.NOT_FINISHED:
        last = timeline.steps[-1] if timeline.steps else None
        stuck = f" got stuck at “{last.title}”" if last else " could not begin"
        yield META.finding(
            Moment(last.index if last else 0, last.end_ms if last else timeline.end_ms),
            f"The customer{stuck}: {_what(timeline.message)}.",
            value=1,
            unit="count",
            limit=0,
            confidence=Confidence.RULE,
        )


def _what(message: str) -> str:
    """The message's first line, without the address it begins with."""
    first = message.partition("\n")[0]
    return (first.rpartition("): ")[2] or first).rstrip(".")

"""The customer presses something and waits for the first sign of an answer."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import Measured, NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.wait import AnswerMethod, Wait, Waits

LIMIT_MS = 1_000
DOCUMENT_LIMIT_MS = 2_500
_CRITICAL_MS = 10_000

META = CheckMeta(
    id="slow-answer",
    attribute=Attribute.SPEED,
    severity=Severity.SERIOUS,
    passes="Everything the customer pressed answered soon",
    fails="The customer pressed something and had to wait for an answer",
    why="After a second without an answer people lose their train of thought; many press again, and some leave",
    remedy="Show at once that the work has begun, then make the work itself shorter",
    threshold="1 s until something shows in the page, 2.5 s when another page comes; critical after 10 s",
    source="Nielsen's limits of 1 s and 10 s; web-vitals' good largest paint, 2.5 s; the curve is our choice",
    curve=(1, 2),
    curve_in="times the limit",
)


def check(waits: Waits) -> Iterator[Finding | Measured | NotApplicable]:
    """A finding for each press whose first answer came later than the limit; what was never answered is dead-click's.

    Presses inside pop-ups belong to the interruption.
    """
    answered = [
        (wait, wait.first_ms)
        for wait in waits.items
        if wait.what == "press" and not wait.part_of_popup and wait.first_ms is not None
    ]
    if not answered:
        yield NotApplicable("nothing was pressed that answered")
    yield Measured(max((first_ms / _limit(wait) for wait, first_ms in answered), default=0))
    for wait, first_ms in answered:
        if first_ms <= _limit(wait):
            continue
        what = "brought the next page" if wait.method is AnswerMethod.DOCUMENT else "was answered"
        yield Finding(
            check=META.id,
            attribute=META.attribute,
            severity=Severity.CRITICAL if first_ms > _CRITICAL_MS else META.severity,
            step=wait.step,
            t_ms=wait.from_ms,
            sentence=f"Pressing {wait.target.pressed} {what} after {first_ms / 1000:.1f} seconds.",
            value=first_ms,
            unit="ms",
            limit=_limit(wait),
            cost_ms=first_ms - _limit(wait),
            target=wait.target,
        )


def _limit(wait: Wait) -> int:
    return DOCUMENT_LIMIT_MS if wait.method is AnswerMethod.DOCUMENT else LIMIT_MS

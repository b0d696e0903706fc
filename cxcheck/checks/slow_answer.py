"""The customer presses something and waits for the first sign of an answer."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.artifacts.answers import SLACK_MS
from cxcheck.checks.lateness import Limits, Took, judged
from cxcheck.checks.run import Measured, NotApplicable, NotMeasured
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.machine import Machine
from cxcheck.model.page import Screen
from cxcheck.model.wait import AnswerMethod, Wait, Waits

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
    limits={"here_ms": 1_000, "another_page_ms": 2_500, "critical_ms": 10_000},
)


def check(waits: Waits, machine: Machine) -> Iterator[Finding | Measured | NotApplicable | NotMeasured]:
    """A finding for each press whose first answer came later than the limit; what was never answered is dead-click's.

    Presses inside pop-ups belong to the interruption.
    """
    times = [_took(wait, first_ms) for wait, first_ms in _answered(waits)]
    if not times:
        yield NotApplicable("nothing was pressed that answered")
    yield from judged(META, times, machine, lambda one: one.took_ms / one.limits.good_ms)


def _took(wait: Wait, first_ms: float) -> Took:
    what = "brought the next page" if wait.method is AnswerMethod.DOCUMENT else "was answered"
    sentence = f"Pressing {wait.target.pressed} {what} after {first_ms / 1000:.1f} seconds."
    return Took(wait, first_ms, first_ms, _limits(wait), sentence, wait.target)


def tells_of(screen: Screen, waits: Waits) -> bool:
    """Whether that screen came of a press that there is a finding about: then how it came is not told again."""
    return any(w.from_ms - SLACK_MS <= screen.t_ms <= max(w.answer_ms or 0, w.ready_ms) for w in _late(waits))


def is_late(t_ms: float, span_ms: float, waits: Waits) -> bool:
    """Whether the customer was kept waiting by a press that there is a finding about, then or within that span."""
    return any(w.from_ms <= t_ms + span_ms and t_ms - SLACK_MS <= (w.answer_ms or 0) for w in _late(waits))


def _late(waits: Waits) -> list[Wait]:
    return [wait for wait, first_ms in _answered(waits) if first_ms > _limits(wait).good_ms]


def _answered(waits: Waits) -> list[tuple[Wait, float]]:
    return [
        (wait, wait.first_ms)
        for wait in waits.items
        if wait.what == "press" and not wait.part_of_popup and wait.first_ms is not None
    ]


def _limits(wait: Wait) -> Limits:
    limit_ms, work_ms = (
        (META.limit("another_page_ms"), 250) if wait.method is AnswerMethod.DOCUMENT else (META.limit("here_ms"), 100)
    )
    return Limits(limit_ms, limit_ms, work_ms, META.limit("critical_ms"))

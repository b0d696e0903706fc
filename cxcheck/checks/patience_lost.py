"""The page answers, and then the customer waits for more than ten seconds for what they asked for."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.endless_waits import judged
from cxcheck.checks.run import NotApplicable, NotMeasured
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.machine import Machine
from cxcheck.model.wait import Wait, Waits

LIMIT_MS = 10_000
_KEEPS_WAITING = {"working", "coming"}

META = CheckMeta(
    id="patience-lost",
    attribute=Attribute.SPEED,
    severity=Severity.CRITICAL,
    passes="No wait was longer than attention lasts",
    fails="A wait was longer than attention lasts",
    why="After ten seconds people turn to something else; many do not come back",
    remedy="Make the work shorter; where it cannot be, say how long it takes, and let people go on meanwhile",
    threshold="10 s until the page no longer says that it is working and the page asked for is there; what showed "
    "nothing at all for so long is told by slow-answer, server-slow or first-sight-slow",
    source="Nielsen's limit of 10 s for keeping attention; RAIL: after 10 s people are likely to leave",
)


def check(waits: Waits, machine: Machine) -> Iterator[Finding | NotApplicable | NotMeasured]:
    """A finding for each wait at whose cap the page still said that it was working, or another was still to come."""
    unanswered = [wait for wait in waits.items if (wait.first_ms or 0) >= LIMIT_MS]
    yield from judged(META, LIMIT_MS, waits, _KEEPS_WAITING, unanswered, _sentence, machine)


def _sentence(wait: Wait) -> str:
    since = f"{wait.target.pressed} was pressed" if wait.what == "press" else "it was opened"
    if wait.still_busy == "coming":
        return f"Ten seconds after {since}, the next page had still not come."
    return f"Ten seconds after {since}, the page still said that it was working."

"""The page goes on loading or changing, long after the customer could have begun."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.endless_waits import judged
from cxcheck.checks.run import NotApplicable, NotMeasured
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.machine import Machine
from cxcheck.model.wait import Wait, Waits

LIMIT_MS = 10_000
_WHAT = {"loading": "was still loading", "changing": "was still changing"}

META = CheckMeta(
    id="page-never-settles",
    attribute=Attribute.SPEED,
    severity=Severity.MODERATE,
    passes="Pages came to rest",
    fails="A page did not come to rest",
    why="People wait for a page that seems unfinished; what they would press or read may still move",
    remedy="Load what matters first and all at once, and let nothing go on changing that nobody has asked for",
    threshold="10 s until the page has been loaded and nothing in view has changed for half a second",
    source="our choice: Nielsen's limit of 10 s; half a second as Playwright's networkidle has it",
)


def check(waits: Waits, machine: Machine) -> Iterator[Finding | NotApplicable | NotMeasured]:
    """A finding for each wait at whose cap the page was still loading, or changing in view.

    What a page fetches without showing it is nobody's business. What said that it was working is patience-lost's.
    """
    yield from judged(META, LIMIT_MS, waits, _WHAT, (), _sentence, machine)


def _sentence(wait: Wait) -> str:
    when = f"after {wait.target.pressed} was pressed" if wait.what == "press" else "after it was opened"
    return f"Ten seconds {when}, the page {_WHAT[wait.still_busy]}."

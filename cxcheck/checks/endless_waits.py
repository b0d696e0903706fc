"""What the checks of waits that had not ended after ten seconds share."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from cxcheck.checks.run import NotApplicable, NotMeasured
from cxcheck.model.finding import CheckMeta, Finding
from cxcheck.model.machine import Machine
from cxcheck.model.wait import Wait, Waits

# So long a page that is not quick keeps a processor busy, and it is no shop's doing if half of the wait was for one
# that others had: our choice. A wait is not looked at for longer than ten seconds, and so nothing finer can be said.
_WORK_MS = 500
_SPOILT_RATIO = 0.5


def judged(
    meta: CheckMeta,
    limit_ms: float,
    waits: Waits,
    busy: Container[str],
    told: Container[Wait],
    sentence: Callable[[Wait], str],
    machine: Machine,
) -> Iterator[Finding | NotApplicable | NotMeasured]:
    """A finding for each wait at whose end the page was ``busy`` with one of these, and which nobody else tells of."""
    if not any(wait.what != "mail" for wait in waits.items):
        yield NotApplicable("nothing was waited for")
    endless = [w for w in waits.items if w.still_busy in busy and not w.part_of_popup and w not in told]
    sound = [wait for wait in endless if not _is_spoilt(wait, machine)]
    if endless and not sound:
        yield NotMeasured(machine.too_busy)
    for wait in sound:
        yield meta.finding(
            wait,
            sentence(wait),
            value=wait.duration_ms,
            unit="ms",
            limit=limit_ms,
            cost_ms=wait.duration_ms - (wait.first_ms or 0),
            target=wait.target if wait.what == "press" else None,
        )


def _is_spoilt(wait: Wait, machine: Machine) -> bool:
    return machine.late_ms(wait.from_ms, wait.ready_ms, _WORK_MS) >= _SPOILT_RATIO * wait.duration_ms

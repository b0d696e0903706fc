"""What the checks of times share: the worse the later, and no judgement where the machine was too busy to tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cxcheck.checks.run import Measured, NotMeasured
from cxcheck.model.finding import CheckMeta, Finding, Place, Severity
from cxcheck.model.gesture import Target
from cxcheck.model.machine import Machine


@dataclass(frozen=True)
class Limits:
    """Up to ``good_ms`` all is well; what took longer is as bad as its check says, up to ``poor_ms`` one grade less.

    ``work_ms``: for so long, at the most, what a quick site does in that time keeps a processor busy. With each further
    program that wants this processor it may come later by as much, for no fault of its own. Our choice: several times
    what the demo shop takes.
    """

    good_ms: float
    poor_ms: float
    work_ms: float
    critical_ms: float = 10_000  # Nielsen's limit for keeping attention

    def severity(self, meta: CheckMeta, took_ms: float) -> Severity:
        """How bad a finding is."""
        if took_ms > self.critical_ms:
            return Severity.CRITICAL
        return meta.severity if took_ms > self.poor_ms else meta.severity.milder


@dataclass(frozen=True)
class Took:
    """A time to be judged: ``took_ms`` is what of ``value`` is the check's own business, both since ``at``."""

    at: Place
    took_ms: float
    value: float
    limits: Limits
    sentence: str
    target: Target | None = None
    gives_back: bool = True

    @property
    def is_late(self) -> bool:
        """Whether it took too long, for whatever cause."""
        return self.took_ms > self.limits.good_ms

    def is_spoilt(self, machine: Machine) -> bool:
        """Whether it was late and, on a machine with nothing else to do, might not have been."""
        lost_ms = machine.late_ms(self.at.t_ms, self.at.t_ms + self.value, self.limits.work_ms)
        return self.is_late and self.took_ms - lost_ms <= self.limits.good_ms


def judged(
    meta: CheckMeta, times: Sequence[Took], machine: Machine, measure: Callable[[Took], float] = lambda one: one.took_ms
) -> Iterator[Finding | Measured | NotMeasured]:
    """A finding for each that was late; not measured where none was, and the machine may have made one so."""
    sound = [one for one in times if not one.is_spoilt(machine)]
    if len(sound) < len(times) and not any(one.is_late for one in sound):
        yield NotMeasured(machine.too_busy)
    yield Measured(max(map(measure, sound), default=0))
    for one in sound:
        if one.is_late:
            yield meta.finding(
                one.at,
                one.sentence,
                severity=one.limits.severity(meta, one.took_ms),
                value=one.value,
                unit="ms",
                limit=one.limits.good_ms,
                cost_ms=one.took_ms - one.limits.good_ms if one.gives_back else 0,
                target=one.target,
            )

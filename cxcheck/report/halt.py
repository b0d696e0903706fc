"""What a customer's line shows at one step: of one visit, or of several together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cxcheck.model.repeats import RepeatedFinding, Spreads
from cxcheck.report.again import Again, Amount, amount, medians_bar
from cxcheck.report.costs import step_bar
from cxcheck.report.finding_view import SEVERITIES
from cxcheck.report.svg import Bar
from cxcheck.report.visit_view import Station
from cxcheck.report.words import parts_of
from cxcheck.score.spread import counts, times


@dataclass(frozen=True)
class Halt:
    """``left`` and ``mark`` say in words who would have left here and what ended here, if anyone and anything.

    ``parts`` are waiting, effort and interruptions, ``levels`` how deep the journey's line runs for each who came.
    """

    time: Amount
    parts: tuple[Amount, ...]
    bar: Bar
    findings: tuple[tuple[str, str], ...]
    left: str
    mark: str
    levels: tuple[int, ...]


def halt(station: Station, longest_ms: float) -> Halt:
    """Of one visit."""
    left = "would have left" if station.gave_up else ""
    return Halt(
        time=Amount(station.time),
        parts=tuple(map(Amount, parts_of(station.step))),
        bar=step_bar(station.step, longest_ms),
        findings=station.findings,
        left=left,
        mark=station.mark,
        levels=(station.level,),
    )


def halt_of(again: Again, stations: Sequence[Station], longest_ms: float) -> Halt:
    """Of the visits that came here. Of a step that none finished it is the time until they stopped."""
    first = stations[0].step
    known = next((one for one in again.found.steps if (one.index, one.title) == (first.index, first.title)), None)
    steps = [station.step for station in stations]
    found: Spreads = known or Spreads(**times(steps), counts=counts(steps))
    of = len(again.found.visits)
    left = sum(bool(station.gave_up) for station in stations)
    marks = Counter(station.mark for station in stations if station.mark)
    return Halt(
        time=amount(found.total_ms),
        parts=tuple(map(amount, (found.waiting_ms, found.effort_ms, found.interruption_ms))),
        bar=medians_bar(found, longest_ms),
        findings=_badges([one for one in again.found.findings if one.step == first.index]),
        left=f"would have left in {left} of {of}" if left else "",
        mark="; ".join(f"{mark} in {count} of {of}" for mark, count in marks.items()),
        levels=tuple(station.level for station in stations),
    )


def _badges(found: Sequence[RepeatedFinding]) -> tuple[tuple[str, str], ...]:
    count = Counter(one.severity for one in found)
    return tuple((kind.value, f"{count[kind]} {kind.value}") for kind in SEVERITIES if count[kind])

"""What stood in the customers' way, each thing once however many met it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from statistics import median

from cxcheck.model.finding import Finding, Severity
from cxcheck.model.run import JudgedVisit
from cxcheck.model.scorecard import Fix
from cxcheck.score.repeats import could_tell, groups
from cxcheck.score.sameness import said, signs

_SEVERITIES = list(Severity)  # worst first


@dataclass(frozen=True)
class Meeting:
    """One customer met it once; ``number`` counts the findings of its check within the visit, from 1."""

    visit: JudgedVisit
    finding: Finding
    number: int

    @property
    def fix(self) -> Fix | None:
        """What the scorecard says of removing everything this check found in the visit."""
        return next((fix for fix in self.visit.scorecard.fixes if fix.check == self.finding.check), None)


@dataclass(frozen=True)
class Share:
    """One customer's part in it, on one journey: met in ``visits`` out of the ``of`` that could tell.

    ``cost_ms`` and ``points`` are the medians of the visits that met it: what such a visit would get back.
    """

    visits: tuple[JudgedVisit, ...]
    of: int
    cost_ms: float
    points: float


@dataclass(eq=False)
class Offence:
    """One thing to mend and every meeting with it, in the order of the run; never without one."""

    check: str
    run: Sequence[JudgedVisit] = ()
    meetings: list[Meeting] = field(default_factory=list)

    @cached_property
    def worst(self) -> Meeting:
        """The meeting that cost the most; it is the one that is told."""
        return max(self.meetings, key=lambda met: (met.finding.cost_ms, met.finding.value))

    @cached_property
    def visits(self) -> list[JudgedVisit]:
        """Everyone who met it, once each."""
        return list({met.visit.info.id: met.visit for met in self.meetings}.values())

    @cached_property
    def shares(self) -> list[Share]:
        """Each customer's part, in the order of the run."""
        met = {visit.info.id for visit in self.visits}
        return [
            self._share(group, [visit for visit in group if visit.info.id in met])
            for group in groups(self.run)
            if any(visit.info.id in met for visit in group)
        ]

    @property
    def costs_ms(self) -> list[float]:
        """What a visit of each of those customers would get back."""
        return [share.cost_ms for share in self.shares]

    @property
    def whole_ms(self) -> float:
        """What they would get back together if each walked once: what is met in one of three visits counts a third."""
        return sum(share.cost_ms * len(share.visits) / share.of for share in self.shares)

    @cached_property
    def popups(self) -> set[tuple[str, int]]:
        """The pop-ups whose handling is all that it costs, by visit and number; empty when it costs anything else."""
        costly = [met for met in self.meetings if met.finding.cost_ms > 0]
        if any(met.finding.popup is None for met in costly):
            return set()
        return {(met.visit.info.id, met.finding.popup) for met in costly if met.finding.popup is not None}

    @property
    def severity(self) -> Severity:
        """The worst it was for anyone."""
        return min((met.finding.severity for met in self.meetings), key=_SEVERITIES.index)

    @property
    def blocks(self) -> bool:
        """Whether it stopped anyone."""
        return any(met.fix.blocks for met in self.meetings if met.fix)

    @property
    def points(self) -> float:
        """The most that a visit's score would gain, as far as it is this offence's alone; 0 when not known."""
        return max(share.points for share in self.shares)

    def _share(self, group: Sequence[JudgedVisit], mine: Sequence[JudgedVisit]) -> Share:
        tell = sum(could_tell(visit, self.check) for visit in group)
        return Share(
            tuple(mine), max(tell, len(mine)), median(map(self._cost_ms, mine)), median(map(self._points, mine))
        )

    def _cost_ms(self, visit: JudgedVisit) -> float:
        return sum(met.finding.cost_ms for met in self.meetings if met.visit.info.id == visit.info.id)

    def _points(self, visit: JudgedVisit) -> float:
        here = [met for met in self.meetings if met.visit.info.id == visit.info.id]
        found = sum(len(result.findings) for result in visit.scorecard.results if result.check == self.check)
        fix = here[0].fix
        return fix.points or 0 if fix and found == len(here) else 0


def offences(visits: Sequence[JudgedVisit]) -> list[Offence]:
    """All of them, in the order in which the run met them."""
    known: dict[tuple[str, ...], Offence] = {}
    for visit in visits:
        for result in visit.scorecard.results:
            for number, finding in enumerate(result.findings, start=1):
                mine = list(_signs(visit, finding))
                same = next((known[sign] for sign in mine if sign in known), None) or Offence(finding.check, visits)
                same.meetings.append(Meeting(visit, finding, number))
                known |= dict.fromkeys(mine, same)
    return list({id(offence): offence for offence in known.values()}.values())


def _signs(visit: JudgedVisit, finding: Finding) -> Iterator[tuple[str, ...]]:
    """Beside what makes findings one within a journey: the same words about the same place, as one pop-up has them."""
    yield from signs(visit.info.journey.key, finding)
    yield finding.check, finding.target.selector if finding.target else "", said(finding)

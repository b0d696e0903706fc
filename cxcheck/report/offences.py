"""What stood in the customers' way, each thing once however many met it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cxcheck.model.finding import Finding, Severity
from cxcheck.model.run import JudgedVisit
from cxcheck.model.scorecard import Fix

_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")
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


@dataclass(eq=False)
class Offence:
    """One thing to mend and every meeting with it, in the order of the run; never without one."""

    check: str
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
    def costs_ms(self) -> list[float]:
        """What each of ``visits`` would get back."""
        return [
            sum(met.finding.cost_ms for met in self.meetings if met.visit.info.id == visit.info.id)
            for visit in self.visits
        ]

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
        return max(map(self._points, self.visits))

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
                signs = list(_signs(visit, finding))
                same = next((known[sign] for sign in signs if sign in known), None) or Offence(finding.check)
                same.meetings.append(Meeting(visit, finding, number))
                known |= dict.fromkeys(signs, same)
    return list({id(offence): offence for offence in known.values()}.values())


def _signs(visit: JudgedVisit, finding: Finding) -> Iterator[tuple[str, ...]]:
    """Either is enough: the same words, numbers aside, about the same place, or the same element in the same step.

    The first spans journeys, as one pop-up does; the second spans the languages in which a site names a button.
    """
    selector = finding.target.selector if finding.target else ""
    said = _NUMBERS.sub("#", finding.sentence)
    here = (finding.check, visit.info.journey.key, str(finding.step))
    yield (*here, said)
    yield finding.check, selector, said
    if selector:
        yield (*here, "", selector)

"""One journey, walked several times by one persona: what is typical, how far it varies, and what is always there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.artifact import Outcome
from cxcheck.model.finding import CheckOutcome, Severity
from cxcheck.model.repeats import RepeatedFinding, RepeatedStep, Repeats
from cxcheck.score.attributes import grade
from cxcheck.score.sameness import signs
from cxcheck.score.spread import counts, spread, times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.finding import Finding
    from cxcheck.model.run import JudgedVisit
    from cxcheck.model.scorecard import StepCost

# A finding in two of three visits is "reproduced" (a count needs no statistics: science §6.5).
_REPRODUCED_FROM = (2, 3)
_JUDGED = {Outcome.FINISHED, Outcome.NOT_FINISHED}
_COULD_NOT_TELL = {CheckOutcome.NOT_MEASURED, CheckOutcome.ERROR}
_SEVERITIES = list(Severity)  # worst first


def repeats(visits: Sequence[JudgedVisit]) -> tuple[Repeats, ...]:
    """One for each journey, persona and browser that has several visits, in the order of the run."""
    return tuple(_repeats(found) for found in groups(visits) if len(found) > 1)


def groups(visits: Sequence[JudgedVisit]) -> list[list[JudgedVisit]]:
    """The visits that repeat each other, in the order of the run; within, in the order of their numbers."""
    found: dict[tuple[str, str, str], list[JudgedVisit]] = {}
    for visit in visits:
        key = (visit.info.journey.key, visit.info.persona.key, visit.info.browser.name)
        found.setdefault(key, []).append(visit)
    return [sorted(group, key=lambda visit: visit.info.repeat) for group in found.values()]


def _repeats(visits: list[JudgedVisit]) -> Repeats:
    measured = [visit for visit in visits if visit.artifacts.timeline.outcome in _JUDGED]
    finished = [visit for visit in measured if visit.artifacts.timeline.outcome is Outcome.FINISHED]
    timed = finished or measured
    cards = [visit.scorecard for visit in timed]
    score = spread(visit.scorecard.score for visit in measured)
    info = visits[0].info
    return Repeats(
        journey=info.journey.key,
        persona=info.persona.key,
        browser=info.browser.name,
        visits=tuple(visit.info.id for visit in visits),
        measured=len(measured),
        finished=len(finished),
        left=sum(visit.scorecard.gave_up is not None for visit in measured),
        flaky=sum(visit.flaky for visit in visits),
        timed="finished" if finished else "measured",
        typical=_typical(timed or visits).info.id,
        **times(cards),
        score=score,
        grade=grade(score.median) if score else None,
        counts=counts([card.counts for card in cards]),
        steps=_steps(measured),
        findings=_findings(measured),
    )


def _typical(visits: list[JudgedVisit]) -> JudgedVisit:
    """The one nearest to the median of customer time; the first where that was not measured."""
    middle = spread(visit.scorecard.total_ms for visit in visits)
    known = [visit for visit in visits if visit.scorecard.total_ms is not None]
    if middle is None:
        return visits[0]
    return min(known, key=lambda visit: abs((visit.scorecard.total_ms or 0) - middle.median))


def _steps(visits: list[JudgedVisit]) -> tuple[RepeatedStep, ...]:
    found: dict[tuple[int, str], list[StepCost]] = {}
    for visit in visits:
        for step in visit.scorecard.steps:
            if step.finished:
                found.setdefault((step.index, step.title), []).append(step)
    return tuple(
        RepeatedStep(index=index, title=title, **times(steps), counts=counts(steps))
        for (index, title), steps in sorted(found.items(), key=lambda item: item[0])
    )


def _findings(visits: list[JudgedVisit]) -> tuple[RepeatedFinding, ...]:
    """The worst first, then those seen most often."""
    known: dict[tuple[str, ...], list[tuple[JudgedVisit, Finding]]] = {}
    for visit in visits:
        for finding in visit.scorecard.findings:
            mine = list(signs(visit.info.journey.key, finding))
            same = next((known[sign] for sign in mine if sign in known), [])
            same.append((visit, finding))
            known |= dict.fromkeys(mine, same)
    offences = {id(same): same for same in known.values()}.values()
    found = [_finding(same, visits) for same in offences]
    return tuple(sorted(found, key=lambda one: (_SEVERITIES.index(one.severity), -len(one.visits), one.step)))


def _finding(met: list[tuple[JudgedVisit, Finding]], visits: list[JudgedVisit]) -> RepeatedFinding:
    first = met[0][1]
    costs: dict[str, float] = {}
    for visit, finding in met:
        costs[visit.info.id] = costs.get(visit.info.id, 0.0) + finding.cost_ms
    of = sum(could_tell(visit, first.check) for visit in visits)
    cost = spread(costs.values())
    assert cost is not None  # it was met
    return RepeatedFinding(
        check=first.check,
        step=first.step,
        severity=min((finding.severity for _, finding in met), key=_SEVERITIES.index),
        sentence=first.sentence,
        visits=tuple(costs),
        of=of,
        reproduced=is_reproduced(len(costs), of) if of > 1 else None,
        cost_ms=cost,
    )


def is_reproduced(seen: int, of: int) -> bool:
    """Whether something seen so often is there rather than now and then."""
    part, whole = _REPRODUCED_FROM
    return seen * whole >= of * part


def could_tell(visit: JudgedVisit, check: str) -> bool:
    """Whether the check judged this visit to its end: else nobody knows whether something was there."""
    return visit.artifacts.timeline.outcome in _JUDGED and any(
        result.check == check and result.outcome not in _COULD_NOT_TELL for result in visit.scorecard.results
    )

"""A run of many visits in one or two sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cxcheck.model.artifact import Outcome
from cxcheck.model.run import JudgedVisit
from cxcheck.report.names import names, who
from cxcheck.report.outcomes import GRADES, SHORT
from cxcheck.report.words import few, listed


@dataclass(frozen=True)
class BottomLine:
    """``worst`` of several journeys are those worst off, with who was ``stuck`` in them or would have ``left``.

    ``worst`` is empty where all are alike; ``several``: this is told of more than one. When nobody was stuck or left,
    the lowest ``grade`` was given in ``graded``; that is empty for all journeys alike.
    """

    finished: str
    worst: str = ""
    several: bool = False
    stuck: str = ""
    left: str = ""
    grade: str = ""
    graded: str = ""


def bottom_line(visits: Sequence[JudgedVisit]) -> BottomLine:
    """How many finished; then where it is worst, and for whom."""
    called = names(visits)
    journeys = {visit.info.journey.key: visit.info.journey.title for visit in visits}
    harm = {key: _harm([visit for visit in visits if visit.info.journey.key == key]) for key in journeys}
    finished = _finished(visits)
    most = max(harm.values())
    worst = [key for key in journeys if harm[key] == most]
    here = [visit for visit in visits if visit.info.journey.key in worst]
    stuck = [visit for visit in here if _stuck(visit)]
    lost = {visit.info.persona.key for visit in stuck}
    left = [visit for visit in here if visit.scorecard.gave_up and visit.info.persona.key not in lost]
    titles = "" if len(worst) == len(journeys) else few([journeys[key] for key in worst])
    said = (titles, len(worst) > 1, who(stuck, called, here), who(left, called, here))
    if stuck or left:
        return BottomLine(finished, *said)
    grades = [visit.scorecard.grade for visit in visits if visit.scorecard.grade]
    if not grades:
        return BottomLine(finished)
    lowest = min(grades, key=GRADES.index)
    found = {visit.info.journey.key for visit in visits if visit.scorecard.grade == lowest}
    graded = "" if found == set(journeys) else few([title for key, title in journeys.items() if key in found])
    return BottomLine(finished, grade=lowest, graded=graded)


def _finished(visits: Sequence[JudgedVisit]) -> str:
    ended = Counter(visit.artifacts.timeline.outcome for visit in visits)
    count, whole = ended[Outcome.FINISHED], len(visits)
    said = "All" if count == whole else "None of the" if count == 0 else f"{count} of"
    rest = [f"{ended[kind]} {SHORT[kind]}" for kind in (Outcome.CUT_OFF, Outcome.NOT_MEASURED) if ended[kind]]
    if flaky := sum(visit.flaky for visit in visits):
        rest.append(f"{flaky} flaky, only when tried again")
    return f"{said} {whole} visits finished" + (f"; {listed(rest)}" if rest else "")


def _harm(visits: list[JudgedVisit]) -> tuple[int, int, int]:
    """Who was stopped counts before who would have left, and that before the score."""
    scores = [visit.scorecard.score for visit in visits if visit.scorecard.score is not None]
    left = sum(visit.scorecard.gave_up is not None for visit in visits)
    return sum(map(_stuck, visits)), left, -round(sum(scores) / len(scores)) if scores else -100


def _stuck(visit: JudgedVisit) -> bool:
    return visit.artifacts.timeline.outcome is Outcome.NOT_FINISHED

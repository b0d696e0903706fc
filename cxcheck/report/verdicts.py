"""The gate's word on the run in a line, and on those who walked a journey several times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cxcheck.gate.journeys import journey_verdicts, run_verdict
from cxcheck.model.artifact import Outcome
from cxcheck.model.run import JudgedVisit
from cxcheck.model.verdict import JourneyVerdict, Verdict, VerdictKind
from cxcheck.report.names import names
from cxcheck.report.words import few

_OVER, _WARNED, _FLAKY, _GOOD = "over budget", "over a budget that only warns", "flaky", "good"
MOST_TOLD = 3  # our choice: the first screen says what is the matter, and the visits say all of it
_STUCK, _UNMEASURED = "could not finish", "could not be measured"


def run_line(visits: Sequence[JudgedVisit]) -> str:
    """``fail: 1 could not finish, 1 over budget, 10 good``; a customer on a journey counts once, in all repeats."""
    said = run_verdict(visits)
    if not visits:
        return f"{_kind(said)}: {said.reasons[0]}"
    by_id = {visit.info.id: visit for visit in visits}
    counted = Counter(
        word for one in journey_verdicts(visits) for word in _words(one, [by_id[visit] for visit in one.visits])
    )
    order = (_UNMEASURED, _STUCK, _OVER, _WARNED, _FLAKY, _GOOD)
    return f"{_kind(said)}: {', '.join(f'{counted[word]} {word}' for word in order if counted[word])}"


def reasons(visits: Sequence[JudgedVisit], *, together: bool = False) -> Iterator[tuple[str, str]]:
    """Who walked what, and each reason why it is not simply good; ``together``: of repeats only."""
    first = {visit.info.id: visit.info for visit in visits}
    for one in journey_verdicts(visits):
        if len(one.visits) > 1 or not together:
            info = first[one.visits[0]]
            yield from ((f"{info.journey.title}, {info.persona.title}", reason) for reason in one.verdict.reasons)


@dataclass(frozen=True)
class BudgetLine:
    """What came of the budgets; ``broken``: whose, and the reason; ``more`` are beyond those."""

    broken: tuple[tuple[str, str], ...] = ()
    more: int = 0


def budget_line(visits: Sequence[JudgedVisit]) -> BudgetLine | None:
    """Of all journeys; None: there were none, or nothing could be held against them."""
    first = {visit.info.id: visit.info for visit in visits}
    held = [(first[one.visits[0]], limit) for one in journey_verdicts(visits) for limit in one.verdict.limits]
    called = names(visits)
    walked: dict[str, set[str]] = {}
    broken: dict[tuple[str, str], list[str]] = {}
    for info, limit in held:
        walked.setdefault(info.journey.title, set()).add(info.persona.key)
        if limit.kind is not VerdictKind.PASS:
            broken.setdefault((info.journey.title, limit.reason), []).append(info.persona.key)
    journeys: dict[tuple[str, str], list[str]] = {}
    for (journey, reason), people in broken.items():
        everyone = 1 < len(people) == len(walked[journey])
        who = "everyone" if everyone else few([called[key] for key in people])
        journeys.setdefault((who, reason), []).append(journey)
    told = [(f"{few(titles)}, {who}", reason) for (who, reason), titles in journeys.items()]
    return BudgetLine(tuple(told[:MOST_TOLD]), len(told[MOST_TOLD:])) if held else None


def _words(one: JourneyVerdict, visits: Sequence[JudgedVisit]) -> Iterator[str]:
    kinds = {held.kind for held in one.verdict.limits}
    outcomes = {visit.artifacts.timeline.outcome for visit in visits}
    found = {
        _UNMEASURED: bool(outcomes & {Outcome.NOT_MEASURED, Outcome.CUT_OFF}),
        _STUCK: Outcome.NOT_FINISHED in outcomes,
        _OVER: VerdictKind.FAIL in kinds,
        _WARNED: VerdictKind.WARN in kinds,
        _FLAKY: any(visit.flaky for visit in visits),
    }
    yield from [word for word, is_so in found.items() if is_so] or [_GOOD]


def _kind(said: Verdict) -> str:
    return said.kind.replace("-", " ")

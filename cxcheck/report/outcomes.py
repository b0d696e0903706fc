"""How visits ended and what the gate said, in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cxcheck.model.artifact import Outcome
from cxcheck.model.run import JudgedVisit, VisitResult
from cxcheck.model.verdict import Verdict, VerdictKind
from cxcheck.report.words import at_least, duration, listed, plural

GRADES = "FDCBA"  # worst first
SHORT = {
    Outcome.FINISHED: "finished",
    Outcome.NOT_FINISHED: "could not finish",
    Outcome.NOT_MEASURED: "could not be measured",
    Outcome.CUT_OFF: "cut off in mid-visit",
}
_VERDICTS = {
    VerdictKind.PASS: "Within its budget",
    VerdictKind.WARN: "A warning",
    VerdictKind.FAIL: "Failed",
    VerdictKind.NOT_MEASURED: "No verdict",
}


@dataclass(frozen=True)
class Told:
    """Our sentence without its full stop, what others add to it (not our text), and our closing sentence."""

    lead: str
    details: tuple[str, ...] = ()
    close: str = ""


def outcome(visit: JudgedVisit) -> Told:
    """How the visit ended."""
    timeline, card = visit.artifacts.timeline, visit.scorecard
    # The first line says what; what to do about it stands in the terminal and in JUnit, for whoever runs this.
    details = (timeline.message.partition("\n")[0],) if timeline.message else ()
    match timeline.outcome:
        case Outcome.FINISHED:
            took = f", in {at_least(duration(card.total_ms))}" if card.total_ms is not None else ""
            again = f" at attempt {visit.info.attempt}" if visit.info.attempt > 1 else ""
            return Told(f"{'Flaky: finished' if visit.flaky else 'Finished'}{again}{took}", details)
        case Outcome.NOT_FINISHED:
            return Told(f"Could not finish; stopped {_where(visit)}", details)
        case Outcome.NOT_MEASURED:
            return Told("Could not be measured", details, "This says nothing about the site.")
        case Outcome.CUT_OFF:
            return Told(f"The recording was cut off {_where(visit)}", details, "What came after is not known.")


def ended(visit: JudgedVisit | VisitResult) -> str:
    """In short: ``finished``, ``finished at attempt 2: flaky``, ``could not finish (3 attempts)``."""
    told = SHORT[Outcome(_outcome(visit))]
    tries = visit.info.attempt
    if visit.flaky:
        return f"{told} at attempt {tries}: flaky"
    return f"{told} ({tries} attempts)" if tries > 1 else told


def word(visit: JudgedVisit | VisitResult) -> str:
    """The gate's word; a pass after a failure is none."""
    said = visit.verdict.kind.value
    if not visit.flaky:
        return said
    return "flaky" if visit.verdict.kind is VerdictKind.PASS else f"flaky, {said}"


def before(visit: JudgedVisit) -> list[Told]:
    """How each earlier attempt ended, and the gate's word on one that finished."""
    return [
        Told(f"Attempt {one.info.attempt}: {told.lead[0].lower()}{told.lead[1:]}", told.details, told.close)
        for one in visit.earlier
        for told in [verdict(one.verdict) if one.verdict.budget_broken else outcome(one)]
    ]


def _outcome(visit: JudgedVisit | VisitResult) -> str:
    return visit.artifacts.timeline.outcome if isinstance(visit, JudgedVisit) else visit.outcome


def verdict(given: Verdict) -> Told:
    """What the gate said, with its reasons."""
    if given.budget_broken:
        return Told("Over its budget", given.reasons)
    return Told(_VERDICTS[given.kind])  # its reasons are how the visit ended, which was said


def budget_told(given: Verdict) -> Told | None:
    """What came of a budget alone, however the visits ended; None: nothing was held against one."""
    if given.budget_broken:
        broken = [held.reason for held in given.limits if held.kind is not VerdictKind.PASS]
        return Told("Over its budget", tuple(broken))
    return Told(_VERDICTS[VerdictKind.PASS]) if given.limits else None


def headline(visits: Sequence[JudgedVisit]) -> str:
    """How many walked what and how it went, with the lowest grade."""
    walked = {visit.info.journey.key: bool(visit.info.journey.test) for visit in visits}
    personas = len({visit.info.persona.key for visit in visits})
    counted = Counter(visit.artifacts.timeline.outcome for visit in visits)
    said = [f"{counted[kind]} {words}" for kind, words in SHORT.items() if counted[kind]]
    if flaky := sum(visit.flaky for visit in visits):
        said[0] += f" ({flaky} of them flaky, only when tried again)"
    kinds = {"journey": False, "test": True}
    what = [plural(count, kind) for kind, test in kinds.items() if (count := list(walked.values()).count(test))]
    who = f"{listed(what)}, {plural(personas, 'customer')}"
    if len(visits) != len(walked) * personas:
        who += f", {plural(len(visits), 'visit')}"
    grades = [visit.scorecard.grade for visit in visits if visit.scorecard.grade]
    if not visits:
        return "No customer has walked yet."
    if not grades:
        return f"{who}: {listed(said)}. No grade could be given."
    lowest = min(grades, key=GRADES.index)
    return f"{who}: {listed(said)}. {'Grade' if len(visits) == 1 else 'Lowest grade'}: {lowest}."


def last_step(visit: JudgedVisit) -> int:
    """Number of the step in which the visit ended; 0 when it never began one."""
    return max((step.index for step in visit.artifacts.timeline.steps), default=0)


def _where(visit: JudgedVisit) -> str:
    number = last_step(visit)
    return f"in step {number}" if number else "before the first step"

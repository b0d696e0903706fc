"""A customer who walked a journey several times: medians with their ranges, and each visit in one row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxcheck.gate.journeys import journey_verdicts
from cxcheck.model.artifact import Outcome
from cxcheck.model.repeats import RepeatedFinding, Repeats, Spread, Spreads
from cxcheck.model.verdict import Verdict
from cxcheck.report.costs import PARTS
from cxcheck.report.outcomes import Told, budget_told, ended
from cxcheck.report.svg import Bar, bar
from cxcheck.report.visit_view import VisitView
from cxcheck.report.words import duration, plural, spread
from cxcheck.score.repeats import repeats


@dataclass(frozen=True)
class Amount:
    """A median, and its range where the visits differ."""

    median: str
    range: str = ""


@dataclass(frozen=True)
class Turn:
    """One of the visits; ``parts`` are waiting, effort and interruptions."""

    view: VisitView
    number: int
    ended: str
    parts: tuple[str, ...]
    total: str
    typical: bool


@dataclass(frozen=True)
class Often:
    """An offence and in how many of the visits it was met; ``sure`` False: not every time, True: reproduced."""

    finding: RepeatedFinding
    anchor: str  # of its first meeting
    cost: Amount


@dataclass(frozen=True)
class Again:
    """Everything about one customer's repeats of one journey; ``typical`` is the visit told in full.

    ``budget`` None: there is none, or no visit could be held against it.
    """

    anchor: str
    found: Repeats
    turns: tuple[Turn, ...]
    typical: VisitView
    parts: tuple[tuple[str, str, Amount], ...]
    total: Amount
    bar: Bar
    finished: str
    left: str
    budget: Told | None
    over_budget: bool
    met: tuple[Often, ...]

    @property
    def others(self) -> list[Turn]:
        """The visits that are told in short."""
        return [turn for turn in self.turns if not turn.typical]


def agains(views: Sequence[VisitView], whole_ms: float) -> dict[tuple[str, ...], Again]:
    """By the ids of its visits; ``whole_ms`` is what a full bar stands for."""
    by_id = {view.visit.info.id: view for view in views}
    visits = [view.visit for view in views]
    verdicts = {one.visits: one.verdict for one in journey_verdicts(visits)}
    return {one.visits: _again(one, verdicts[one.visits], by_id, whole_ms) for one in repeats(visits)}


def amount(found: Spread | None) -> Amount:
    """A time's median and range."""
    if found is None:
        return Amount(duration(None))
    low, high = duration(found.low), duration(found.high)
    return Amount(duration(found.median), spread(low, high) if low != high else "")


def medians_bar(found: Spreads, whole_ms: float) -> Bar:
    """The parts' medians end to end."""
    spreads = zip(PARTS, (found.waiting_ms, found.effort_ms, found.interruption_ms), strict=True)
    known = {kind: part.median if part else None for kind, part in spreads}
    return bar(known, whole_ms, "; ".join(f"{PARTS[kind]}: median {duration(ms)}" for kind, ms in known.items()))


def _again(found: Repeats, verdict: Verdict, by_id: Mapping[str, VisitView], whole_ms: float) -> Again:
    views = [by_id[visit] for visit in found.visits]
    spreads = (found.waiting_ms, found.effort_ms, found.interruption_ms)
    return Again(
        anchor=f"repeats-{found.journey}--{found.persona}--{found.browser}",
        found=found,
        turns=tuple(_turn(view, found) for view in views),
        typical=by_id[found.typical],
        parts=tuple((kind, PARTS[kind], amount(part)) for kind, part in zip(PARTS, spreads, strict=True)),
        total=amount(found.total_ms),
        bar=medians_bar(found, whole_ms),
        finished=finished(found),
        left=f"would have left in {found.left} of {found.measured}" if found.left else "",
        budget=budget_told(verdict),
        over_budget=verdict.budget_broken,
        met=tuple(Often(one, _first(one, by_id), amount(one.cost_ms)) for one in found.findings),
    )


def _turn(view: VisitView, found: Repeats) -> Turn:
    card, outcome = view.visit.scorecard, view.visit.artifacts.timeline.outcome
    step = max((step.index for step in card.steps), default=0)
    where = f" in step {step}" if outcome is not Outcome.FINISHED and step else ""
    return Turn(
        view=view,
        number=view.visit.info.repeat,
        ended=ended(view.visit) + where,
        parts=tuple(map(duration, (card.waiting_ms, card.effort_ms, card.interruption_ms))),
        total=duration(card.total_ms),
        typical=view.visit.info.id == found.typical,
    )


def finished(found: Repeats) -> str:
    """``3 of 5 finished``; what could not be measured counts neither way."""
    unmeasured = len(found.visits) - found.measured
    if not found.measured:
        return f"none of {plural(unmeasured, 'visit')} could be measured"
    said = f"{found.finished} of {found.measured} finished" + (f", {found.flaky} flaky" if found.flaky else "")
    return f"{said}, {unmeasured} not measured" if unmeasured else said


def _first(finding: RepeatedFinding, by_id: Mapping[str, VisitView]) -> str:
    """The anchor of a visit's finding that stands for it."""
    view = by_id[finding.visits[0]]
    mine = [found for found in view.findings if found.finding.check == finding.check]
    same = [found for found in mine if found.finding.sentence == finding.sentence]
    return (same or mine)[0].anchor

"""A visit as the page shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cxcheck.model.artifact import Outcome
from cxcheck.model.finding import CheckMeta, CheckOutcome, CheckResult
from cxcheck.model.run import JudgedRun, JudgedVisit
from cxcheck.model.scorecard import AttributeScore, StepCost
from cxcheck.report import outcomes
from cxcheck.report.costs import Cost, all_counts, cost, gestures, highlights, step_bar, step_ms
from cxcheck.report.finding_view import SEVERITIES, FindingView, finding_views
from cxcheck.report.method import Facts, method
from cxcheck.report.outcomes import Told, last_step
from cxcheck.report.pictures import Album, PictureSource, Shot
from cxcheck.report.popup_view import PopupView, popup_views
from cxcheck.report.svg import Bar, bar
from cxcheck.report.unknown import of_visit
from cxcheck.report.ups_and_downs import LOWEST, Mood, ups_and_downs
from cxcheck.report.vitals_view import VitalsView, vitals_view
from cxcheck.report.words import duration, tally

_CHECKED = {  # in the order shown
    CheckOutcome.FAIL: "failed",
    CheckOutcome.ERROR: "could not run",
    CheckOutcome.NOT_MEASURED: "not measured",
    CheckOutcome.PASS: "passed",
    CheckOutcome.NOT_APPLICABLE: "not applicable",
}
STUCK = "Could not go on"


@dataclass(frozen=True)
class Station:
    """A step on the journey's line. ``mark`` says in words what happened to the journey here, if anything.

    ``level`` is how deep the line runs here, see ``ups_and_downs``; ``mood`` is its piece of a visit's own line.
    """

    step: StepCost
    time: str
    bar: Bar
    did: tuple[str, ...]
    findings: tuple[tuple[str, str], ...]
    mark: str
    gave_up: str
    shot: Shot | None
    level: int
    mood: Mood | None = None


@dataclass(frozen=True)
class Checked:
    """A check and what it said; ``text`` is its meaning where it passed or failed."""

    result: CheckResult
    word: str
    text: str


@dataclass(frozen=True)
class VisitView:
    """Everything a visit's row and section show."""

    anchor: str
    visit: JudgedVisit
    short: str
    outcome: Told
    verdict: Told
    cost: Cost
    highlights: tuple[str, ...]
    stations: tuple[Station, ...]
    findings: list[FindingView]
    checked: tuple[Checked, ...]
    checked_tally: str
    unknown: Facts
    attributes: tuple[tuple[AttributeScore, Bar], ...]
    counts: tuple[tuple[str, str], ...]
    method: Facts
    why_no_pictures: str
    vitals: VitalsView | None
    popups: list[PopupView]
    earlier: tuple[tuple[VisitView, Told], ...]  # attempts that count for nothing, with how each ended


def visit_view(
    run: JudgedRun,
    visit: JudgedVisit,
    whole_ms: float,
    meta: Mapping[str, CheckMeta],
    source: PictureSource,
) -> VisitView:
    """``whole_ms`` is the customer time that a full bar stands for, the same for all visits of the page."""
    card = visit.scorecard
    album = Album(visit.info.id, visit.artifacts, source)
    found = finding_views(visit, meta, album)
    checked = [_checked(result, meta) for kind in _CHECKED for result in card.results if result.outcome is kind]
    return VisitView(
        anchor=f"visit-{visit.info.id}",
        visit=visit,
        short=outcomes.ended(visit),
        outcome=outcomes.outcome(visit),
        verdict=outcomes.verdict(visit.verdict),
        cost=cost(visit, whole_ms),
        highlights=highlights(card.counts),
        stations=_with_moods([_station(visit, step, found, album) for step in card.steps]),
        findings=found,
        checked=tuple(checked),
        checked_tally=tally((sum(one.word == word for one in checked), word) for word in _CHECKED.values()),
        unknown=of_visit(visit),
        attributes=tuple((one, bar({"score": one.score}, 100, "")) for one in card.attributes),
        counts=all_counts(card.counts),
        method=method(run, visit),
        why_no_pictures=album.why_empty,
        vitals=vitals_view(visit.artifacts),
        popups=popup_views(visit, album),
        earlier=tuple(
            (visit_view(run, one, whole_ms, meta, source), told)
            for one, told in zip(visit.earlier, outcomes.before(visit), strict=True)
        ),
    )


def _checked(result: CheckResult, meta: Mapping[str, CheckMeta]) -> Checked:
    about = meta.get(result.check)
    texts = {CheckOutcome.PASS: about.passes, CheckOutcome.FAIL: about.fails} if about else {}
    return Checked(result, _CHECKED[result.outcome], texts.get(result.outcome, ""))


def _station(visit: JudgedVisit, step: StepCost, found: list[FindingView], album: Album) -> Station:
    card = visit.scorecard
    count = Counter(view.finding.severity for view in found if view.finding.step == step.index)
    gave_up = card.gave_up.why if card.gave_up and card.gave_up.step == step.index else ""
    mark = _mark(visit, step)
    worst = min((SEVERITIES.index(kind) for kind in count), default=LOWEST)
    return Station(
        step=step,
        time=duration(step.total_ms),
        bar=step_bar(step, max(map(step_ms, card.steps))),
        did=gestures(step),
        findings=tuple((kind.value, f"{count[kind]} {kind.value}") for kind in SEVERITIES if count[kind]),
        mark=mark,
        gave_up=gave_up,
        shot=album.of_step(step.index),
        level=LOWEST if gave_up or mark == STUCK else LOWEST - worst,
    )


def _with_moods(stations: Sequence[Station]) -> tuple[Station, ...]:
    moods = ups_and_downs([[station.level] for station in stations])
    return tuple(replace(station, mood=mood) for station, mood in zip(stations, moods, strict=True))


def _mark(visit: JudgedVisit, step: StepCost) -> str:
    if step.index != last_step(visit) or step.finished:
        return ""
    match visit.artifacts.timeline.outcome:
        case Outcome.CUT_OFF:
            return "Recording ends here"
        case Outcome.NOT_FINISHED:
            return STUCK
        case Outcome.NOT_MEASURED:
            return "Measuring ended here"
        case _:
            return ""

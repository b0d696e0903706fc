"""A journey as several customers walked it: steps across, customers down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cxcheck.model.journey import Journey
from cxcheck.report.again import Again
from cxcheck.report.costs import step_ms
from cxcheck.report.halt import Halt, halt, halt_of
from cxcheck.report.matrix import by_journey, times_of
from cxcheck.report.names import names
from cxcheck.report.ups_and_downs import Mood, ups_and_downs
from cxcheck.report.visit_view import Station, VisitView
from cxcheck.score.repeats import groups


@dataclass(frozen=True)
class Stop:
    """A step of the journey, as the line's head shows it, with its piece of the line of all customers."""

    index: int
    title: str
    moment_of_truth: bool
    mood: Mood | None = None


@dataclass(frozen=True)
class Walked:
    """One visit along the stops, or several of one customer: None where nobody came. Bars compare within the journey.

    ``view`` is the visit, or the one of them that is told in full.
    """

    customer: str
    view: VisitView
    halts: tuple[Halt | None, ...]
    again: Again | None = None

    @property
    def score(self) -> float:
        """Of its visit, or the median of its visits; one that has none sorts first."""
        found = self.again.found.score if self.again else None
        score = found.median if found else self.view.visit.scorecard.score
        return -1 if score is None else score


@dataclass(frozen=True)
class JourneyView:
    """``median`` and ``slowest`` are customer time of the visits that finished, empty without any."""

    journey: Journey
    median: str
    slowest: str
    stops: tuple[Stop, ...]
    walked: tuple[Walked, ...]

    def worst(self, most: int) -> list[Walked]:
        """So many of those who walked it, the worst off, in the order of the run."""
        scores = sorted(self.walked, key=lambda one: one.score)[:most]
        return [one for one in self.walked if one in scores]


def journey_views(views: Sequence[VisitView], again: Mapping[tuple[str, ...], Again]) -> list[JourneyView]:
    """The journeys in the order of the run."""
    called = names([view.visit for view in views])
    return [_journey(found, called, again) for found in by_journey(views)]


def _journey(views: list[VisitView], called: Mapping[str, str], again: Mapping[tuple[str, ...], Again]) -> JourneyView:
    stops: dict[tuple[int, str], Stop] = {}
    for view in views:
        for station in view.stations:
            step = station.step
            stops.setdefault(_place(station), Stop(step.index, step.title, step.moment_of_truth))
    places = sorted(stops)
    longest_ms = max((step_ms(station.step) for view in views for station in view.stations), default=0)
    by_id = {view.visit.info.id: view for view in views}
    walked = []
    for group in groups([view.visit for view in views]):
        mine = [by_id[visit.info.id] for visit in group]
        name = called[group[0].info.persona.key]
        together = again.get(tuple(visit.info.id for visit in group))
        typical = together.typical if together else mine[0]
        walked.append(Walked(name, typical, _along(mine, together, places, longest_ms), together))
    moods = ups_and_downs([_levels(walked, number) for number in range(len(places))])
    return JourneyView(
        views[0].visit.info.journey,
        *times_of(views),
        tuple(replace(stops[place], mood=mood) for place, mood in zip(places, moods, strict=True)),
        tuple(walked),
    )


def _levels(walked: Sequence[Walked], number: int) -> list[int]:
    """Of everyone who came to the stop of that number."""
    return [level for one in walked if (halt := one.halts[number]) for level in halt.levels]


def _along(
    views: Sequence[VisitView], again: Again | None, places: Sequence[tuple[int, str]], longest_ms: float
) -> tuple[Halt | None, ...]:
    come: dict[tuple[int, str], list[Station]] = {}
    for view in views:
        for station in view.stations:
            come.setdefault(_place(station), []).append(station)
    return tuple(
        None
        if place not in come
        else halt_of(again, come[place], longest_ms)
        if again
        else halt(come[place][0], longest_ms)
        for place in places
    )


def _place(station: Station) -> tuple[int, str]:
    return station.step.index, station.step.title

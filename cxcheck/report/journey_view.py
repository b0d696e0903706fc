"""A journey as several customers walked it: steps across, customers down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxcheck.model.journey import Journey
from cxcheck.report.costs import step_bar, step_ms
from cxcheck.report.matrix import by_journey, times_of
from cxcheck.report.names import names
from cxcheck.report.svg import Bar
from cxcheck.report.visit_view import Station, VisitView


@dataclass(frozen=True)
class Stop:
    """A step of the journey, as the line's head shows it."""

    index: int
    title: str
    moment_of_truth: bool


@dataclass(frozen=True)
class Walked:
    """One visit along the stops: None where it did not come. Bars compare within the journey."""

    customer: str
    view: VisitView
    stations: tuple[tuple[Station, Bar] | None, ...]


@dataclass(frozen=True)
class JourneyView:
    """``median`` and ``slowest`` are customer time of the visits that finished, empty without any."""

    journey: Journey
    median: str
    slowest: str
    stops: tuple[Stop, ...]
    walked: tuple[Walked, ...]


def journey_views(views: Sequence[VisitView]) -> list[JourneyView]:
    """The journeys in the order of the run."""
    called = names([view.visit for view in views])
    return [_journey(found, called) for found in by_journey(views)]


def _journey(views: list[VisitView], called: Mapping[str, str]) -> JourneyView:
    stops: dict[tuple[int, str], Stop] = {}
    for view in views:
        for station in view.stations:
            step = station.step
            stops.setdefault(_place(station), Stop(step.index, step.title, step.moment_of_truth))
    places = sorted(stops)
    longest_ms = max((step_ms(station.step) for view in views for station in view.stations), default=0)
    return JourneyView(
        views[0].visit.info.journey,
        *times_of(views),
        tuple(stops[place] for place in places),
        tuple(Walked(called[view.visit.info.persona.key], view, _along(view, places, longest_ms)) for view in views),
    )


def _along(
    view: VisitView, places: Sequence[tuple[int, str]], longest_ms: float
) -> tuple[tuple[Station, Bar] | None, ...]:
    come = {_place(station): (station, step_bar(station.step, longest_ms)) for station in view.stations}
    return tuple(come.get(place) for place in places)


def _place(station: Station) -> tuple[int, str]:
    return station.step.index, station.step.title

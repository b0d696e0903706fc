"""A visit as a story in replay time: everything that the page shows and its player plays.

Film, acts and cards come from the events, moments and clock from what was judged. The clock says what each stretch cost
the customer, and from that the tempo how long it is shown: it turns recorded times into replay times.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from cxcheck.model.event import Event
from cxcheck.model.run import JudgedVisit
from cxcheck.replay.acts import Act, Caption, acts, captions
from cxcheck.replay.cards import Card, cards
from cxcheck.replay.clock import CustomerClock, Spent, customer_clock, recorded, waits_of
from cxcheck.replay.film import Read, Shown, film
from cxcheck.replay.moments import Moment, moments
from cxcheck.replay.tempo import Fast, Hold, Tempo, fast, stretches
from cxcheck.report.names import names

INTRO_MS = 4_500.0  # our choice: a name, a sentence, a wish
_MAIL_MS = 1_800.0  # an e-mail is looked at so long, besides the time that it took
_TAIL_MS = 900.0  # the last picture stands so long before the end card


_What = TypeVar("_What")


@dataclass(frozen=True)
class Timed(Generic[_What]):
    """Something, and when in the replay it is shown."""

    at: float
    until: float
    what: _What


@dataclass(frozen=True)
class Chapter:
    """A step."""

    index: int
    title: str
    moment_of_truth: bool = False


@dataclass(frozen=True)
class Story:
    """All times but the customer's own are replay time, in milliseconds; ``clock`` has the points it runs between."""

    visit: JudgedVisit
    name: str
    length: float
    intro: float
    film: tuple[Shown, ...]
    chapters: tuple[Timed[Chapter], ...]
    waits: tuple[tuple[float, float], ...]
    interruptions: tuple[tuple[float, float], ...]
    clock: tuple[tuple[float, Spent], ...]
    acts: tuple[Timed[Act], ...]
    captions: tuple[Timed[Caption], ...]
    cards: tuple[Timed[Card], ...]
    moments: tuple[Timed[Moment], ...]
    fast: tuple[Fast, ...]


def story(visit: JudgedVisit, events: Sequence[Event], read: Read, *, intro_ms: float = INTRO_MS) -> Story:
    """Tell the visit. ``read`` gives a picture by its path below the visit's folder."""
    name = names([visit])[visit.info.persona.key]
    clock = customer_clock(visit)
    hurt = moments(visit, events, name)
    shown = cards(visit, events)
    holds = [Hold(one.t_ms, one.for_ms) for one in hurt]
    holds += [Hold(one.from_ms, _MAIL_MS) for one in shown if one.kind == "mail"]
    tempo = Tempo(stretches(visit, clock), holds, intro_ms)
    line, popups = visit.artifacts.timeline, recorded(visit.artifacts.popups)
    length = tempo.length + _TAIL_MS
    return Story(
        visit=visit,
        name=name,
        length=length,
        intro=intro_ms,
        film=tuple(film(events, tempo, read)),
        chapters=_chapters(visit, tempo, length),
        waits=tuple((tempo.at(wait.from_ms), tempo.at(wait.ready_ms)) for wait in waits_of(visit)),
        interruptions=tuple(
            (tempo.at(one.t_ms), tempo.at(line.end_ms if one.gone_ms is None else one.gone_ms))
            for one in (popups.unasked if popups else ())
        ),
        clock=_clock_points(clock, holds, tempo),
        acts=tuple(Timed(tempo.at(one.t_ms), tempo.at(one.t_ms), one) for one in acts(visit)),
        captions=_captions(captions(visit, events, name), tempo, length),
        cards=tuple(Timed(tempo.at(one.from_ms), tempo.at(one.until_ms), one) for one in shown),
        moments=_moments(hurt, tempo),
        fast=tuple(fast(visit, clock, tempo)),
    )


def _chapters(visit: JudgedVisit, tempo: Tempo, length: float) -> tuple[Timed[Chapter], ...]:
    """Each until the next begins."""
    steps = visit.artifacts.timeline.steps
    begins = [tempo.at(step.start_ms) for step in steps]
    return tuple(
        Timed(begin, end, Chapter(step.index, step.title, step.moment_of_truth))
        for step, begin, end in zip(steps, begins, [*begins[1:], length], strict=False)
    )


def _captions(said: Sequence[Caption], tempo: Tempo, length: float) -> tuple[Timed[Caption], ...]:
    begins = [tempo.at(one.t_ms) for one in said]
    return tuple(Timed(at, until, one) for one, at, until in zip(said, begins, [*begins[1:], length], strict=False))


def _moments(hurt: Sequence[Moment], tempo: Tempo) -> tuple[Timed[Moment], ...]:
    """One after the other where several come together."""
    found: list[Timed[Moment]] = []
    for one in hurt:
        follows = bool(found) and found[-1].what.t_ms == one.t_ms
        at = found[-1].until if follows else tempo.at(one.t_ms)
        found.append(Timed(at, at + one.for_ms, one))
    return tuple(found)


def _clock_points(clock: CustomerClock, holds: Sequence[Hold], tempo: Tempo) -> tuple[tuple[float, Spent], ...]:
    """It stands still while a sentence is read."""
    stops = {one.t_ms for one in holds}
    points = {(tempo.at(t_ms), t_ms) for t_ms in {*clock.moments, *stops}}
    points |= {(tempo.after(t_ms), t_ms) for t_ms in stops}
    return tuple((at, clock.at(t_ms)) for at, t_ms in sorted(points))

"""The customer's clock: how much of their time had gone at each moment of the recording.

What scoring adds up step by step is laid here along the recording, so that at the end the clock shows the scorecard's
own sums. Waiting runs while it was recorded; what is predicted (effort, interruptions) runs where it belongs: thinking
and pointing before the press, typing after it, reading once the page has come to rest.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from cxcheck.model.artifact import NotRecorded
from cxcheck.model.run import JudgedVisit
from cxcheck.model.wait import Wait
from cxcheck.score.costs import popup_costs
from cxcheck.score.effort import Doing, visit_effort
from cxcheck.score.klm import decide_ms
from cxcheck.score.reading import reading_ms
from cxcheck.score.weights import weights

Part = Literal["waiting", "effort", "interruption"]
PARTS: tuple[Part, ...] = ("waiting", "effort", "interruption")
_LEAST_MS = 1.0  # what takes no recorded time still goes by: a moment
_POPUP_MS = 2_000  # our choice: so long one that nobody handled is looked at

_Table = TypeVar("_Table")


@dataclass(frozen=True)
class Charge:
    """Customer time that goes by evenly between two recorded moments."""

    part: Part
    from_ms: float
    until_ms: float
    cost_ms: float


@dataclass(frozen=True)
class Spent:
    """Customer time gone by, in milliseconds."""

    waiting: float = 0.0
    effort: float = 0.0
    interruption: float = 0.0

    @property
    def total(self) -> float:
        """All of it."""
        return self.waiting + self.effort + self.interruption


class CustomerClock:
    """Reads how much customer time had gone by; ``moments`` are those at which its speed changes, in order."""

    def __init__(self, charges: Sequence[Charge]) -> None:
        self.moments: tuple[float, ...] = tuple(sorted({t for c in charges for t in (c.from_ms, c.until_ms)}))
        self._sums = [Spent(**{part: _spent(charges, part, t_ms) for part in PARTS}) for t_ms in self.moments]

    def at(self, t_ms: float) -> Spent:
        """What had gone by at that moment of the recording."""
        after = bisect_right(self.moments, t_ms)
        if after == 0:
            return Spent()
        if after == len(self.moments):
            return self._sums[-1]
        from_ms, until_ms = self.moments[after - 1], self.moments[after]
        before, then = self._sums[after - 1], self._sums[after]
        share = (t_ms - from_ms) / (until_ms - from_ms)
        return Spent(**{p: getattr(before, p) + share * (getattr(then, p) - getattr(before, p)) for p in PARTS})


def customer_clock(visit: JudgedVisit) -> CustomerClock:
    """Of a whole visit; parts that were not recorded stand still."""
    return CustomerClock([*_waiting(visit), *_effort(visit), *_reading(visit), *_interruptions(visit)])


def recorded(table: _Table | NotRecorded) -> _Table | None:
    """The table, or None where it was not recorded."""
    return None if isinstance(table, NotRecorded) else table


def waits_of(visit: JudgedVisit) -> tuple[Wait, ...]:
    """The waits that count as such."""
    table = recorded(visit.artifacts.waits)
    return tuple(wait for wait in table.items if not wait.part_of_popup) if table else ()


def _spent(charges: Sequence[Charge], part: Part, t_ms: float) -> float:
    return sum(
        one.cost_ms * min(1.0, max(0.0, (t_ms - one.from_ms) / (one.until_ms - one.from_ms)))
        for one in charges
        if one.part == part
    )


def _charge(part: Part, from_ms: float, until_ms: float, cost_ms: float) -> Iterator[Charge]:
    if cost_ms > 0:
        yield Charge(part, min(from_ms, until_ms - _LEAST_MS), until_ms, cost_ms)


def _waiting(visit: JudgedVisit) -> Iterator[Charge]:
    noticed_ms = weights().waiting.noticed.value
    for wait in waits_of(visit):
        # What nobody notices is not counted, and goes by first.
        yield from _charge("waiting", wait.from_ms + noticed_ms, wait.ready_ms, wait.duration_ms - noticed_ms)


def _effort(visit: JudgedVisit) -> Iterator[Charge]:
    rests = sorted(wait.ready_ms for wait in waits_of(visit))
    free_ms = 0.0  # since when the hands have been free
    doings = [one for one in visit_effort(visit.artifacts, visit.info.persona.hands) if not _in_popup(one)]
    for at, one in enumerate(doings):
        t_ms = one.gesture.t_ms
        next_ms = doings[at + 1].gesture.t_ms if at + 1 < len(doings) else visit.artifacts.timeline.end_ms
        rested = bisect_right(rests, t_ms)
        since_ms = max(free_ms, rests[rested - 1] if rested else 0.0)
        after_ms = one.typing_ms + one.other_ms
        yield from _charge("effort", since_ms, t_ms, one.total_ms - after_ms)
        free_ms = max(t_ms + _LEAST_MS, min(t_ms + after_ms, next_ms))
        yield from _charge("effort", t_ms, free_ms, after_ms)


def _in_popup(doing: Doing) -> bool:
    return doing.gesture.target.popup is not None


def _reading(visit: JudgedVisit) -> Iterator[Charge]:
    """From when the page had come to rest until the next thing was done."""
    read, done = recorded(visit.artifacts.readings), recorded(visit.artifacts.gestures)
    if read is None or done is None:  # scoring counts reading into effort, and there is none
        return
    locale = visit.info.persona.browser.locale
    costs = [(one.t_ms, reading_ms(one.text, one.language or locale)) for one in read.items]
    costs += [(one.t_ms, decide_ms(one.options)) for one in read.decisions]
    for t_ms, cost_ms in costs:
        since_ms = max((w.ready_ms for w in waits_of(visit) if w.from_ms <= t_ms < w.ready_ms), default=t_ms)
        acts = (gesture.t_ms for gesture in done.items if gesture.trusted and gesture.t_ms > since_ms)
        until_ms = min(since_ms + cost_ms, next(acts, since_ms + cost_ms))
        yield from _charge("effort", since_ms, max(until_ms, since_ms + _LEAST_MS), cost_ms)


def _interruptions(visit: JudgedVisit) -> Iterator[Charge]:
    popups = recorded(visit.artifacts.popups)
    costs = popup_costs(visit.artifacts, visit.info.persona)
    for popup in popups.items if popups else ():
        stood_ms = (popup.gone_ms or popup.t_ms + _POPUP_MS) if popup.close_press_ms else popup.t_ms + _POPUP_MS
        yield from _charge("interruption", popup.t_ms, max(stood_ms, popup.t_ms + _LEAST_MS), costs[popup.id])

"""How long each stretch of the recording is shown: so that a person can follow, and is not bored.

Replay time is neither the recording's nor the customer's. Each stretch lasts as long as it took the customer, long ones
shortened; then the whole of their own doing is brought to a length that people watch. Waiting is shortened less: it is
what the story is about. Friction points hold the picture while their sentence is read.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cxcheck.model.gesture import GestureKind
from cxcheck.model.run import JudgedVisit
from cxcheck.replay.clock import CustomerClock, recorded, waits_of

# All our choice, tried out on stored visits.
_AS_IT_IS_MS = 1_000.0  # a stretch up to this is shown as long as it took
_BEYOND = {True: 0.5, False: 0.2}  # of what is longer, so much is shown: of waiting, of the rest
_MOST_MS = {True: 8_000.0, False: 2_600.0}
_ACT_MS = 450.0  # so long the eye needs to follow the pointer …
_KEY_MS = 110.0  # … and a key that is pressed again and again
_IDLE_MS = 250.0  # what cost the customer nothing, such as our own looking around
_OWN_MOST_MS = 60_000.0  # the customer's own doing altogether …
_SQUEEZE_LEAST = 0.4  # … unless it would be too quick to follow
_FAST = 2.0  # customer seconds in a second: from here on it is said that it is shortened
_FAST_FROM_MS = 900.0


@dataclass(frozen=True)
class Hold:
    """The picture stands still at a moment of the recording."""

    t_ms: float
    for_ms: float


@dataclass(frozen=True)
class Fast:
    """A stretch of the replay in which ``times`` as much of the customer's time goes by."""

    from_at: float
    until_at: float
    times: float


class Tempo:
    """Says when in the replay a moment of the recording is shown. ``length`` is the replay's, in milliseconds."""

    def __init__(self, stretches: Sequence[tuple[float, float]], holds: Sequence[Hold], intro_ms: float) -> None:
        """``stretches``: (end in the recording, for how long it is shown), in order; the first begins at 0."""
        self._t: list[float] = [0.0]
        self._at: list[float] = [intro_ms]
        stops = sorted(holds, key=lambda hold: hold.t_ms)
        for until_ms, shown_ms in stretches:
            from_ms = self._t[-1]
            speed = shown_ms / (until_ms - from_ms)
            while stops and stops[0].t_ms <= until_ms:
                hold = stops.pop(0)
                there_ms = max(hold.t_ms, self._t[-1])
                self._knot(there_ms, (there_ms - self._t[-1]) * speed)
                self._knot(there_ms, hold.for_ms)
            self._knot(until_ms, (until_ms - self._t[-1]) * speed)
        for hold in stops:  # what is said of the end
            self._knot(self._t[-1], hold.for_ms)
        self.length = self._at[-1]

    def at(self, t_ms: float) -> float:
        """When that moment is shown; where the picture stands still, when it begins to."""
        after = bisect_left(self._t, t_ms)
        if after == len(self._t):
            return self._at[-1]
        if after == 0 or self._t[after] == t_ms:
            return self._at[after]
        share = (t_ms - self._t[after - 1]) / (self._t[after] - self._t[after - 1])
        return self._at[after - 1] + share * (self._at[after] - self._at[after - 1])

    def after(self, t_ms: float) -> float:
        """When it goes on from there."""
        last = bisect_right(self._t, t_ms) - 1
        return self._at[last] if last >= 0 and self._t[last] == t_ms else self.at(t_ms)

    def _knot(self, t_ms: float, shown_ms: float) -> None:
        self._t.append(t_ms)
        self._at.append(self._at[-1] + shown_ms)


def stretches(visit: JudgedVisit, clock: CustomerClock) -> list[tuple[float, float]]:
    """For each stretch between two things that happened: its end, and for how long it is shown."""
    found = list(_stretches(visit, clock))
    own_ms = sum(shown_ms for _, shown_ms, waiting in found if not waiting)
    squeeze = max(_SQUEEZE_LEAST, min(1.0, _OWN_MOST_MS / own_ms)) if own_ms else 1.0
    return [(until_ms, shown_ms if waiting else shown_ms * squeeze) for until_ms, shown_ms, waiting in found]


def fast(visit: JudgedVisit, clock: CustomerClock, tempo: Tempo) -> list[Fast]:
    """Where the customer's clock runs noticeably faster than the replay."""
    found = []
    for from_ms, until_ms in pairwise(_boundaries(visit)):
        from_at, until_at = tempo.after(from_ms), tempo.at(until_ms)
        spent_ms = clock.at(until_ms).total - clock.at(from_ms).total
        if until_at - from_at >= _FAST_FROM_MS and spent_ms >= _FAST * (until_at - from_at):
            found.append(Fast(from_at, until_at, spent_ms / (until_at - from_at)))
    return found


def _boundaries(visit: JudgedVisit) -> list[float]:
    line, done = visit.artifacts.timeline, recorded(visit.artifacts.gestures)
    moments = {0.0, line.end_ms, *(step.start_ms for step in line.steps)}
    moments |= {gesture.t_ms for gesture in done.items if gesture.trusted} if done else set()
    moments |= {t_ms for wait in waits_of(visit) for t_ms in (wait.from_ms, wait.ready_ms)}
    return sorted(t_ms for t_ms in moments if 0 <= t_ms <= line.end_ms)


def _stretches(visit: JudgedVisit, clock: CustomerClock) -> Iterator[tuple[float, float, bool]]:
    """(end, for how long it is shown, whether it is waiting)."""
    done = recorded(visit.artifacts.gestures)
    kinds = {gesture.t_ms: gesture.kind for gesture in done.items if gesture.trusted} if done else {}
    waits = waits_of(visit)
    for from_ms, until_ms in pairwise(_boundaries(visit)):
        waiting = any(wait.from_ms <= from_ms and until_ms <= wait.ready_ms for wait in waits)
        took_ms = clock.at(until_ms).total - clock.at(from_ms).total
        kind = kinds.get(until_ms)
        least_ms = 0.0 if kind is None else _KEY_MS if kind is GestureKind.KEY else _ACT_MS
        shown_ms = max(least_ms, _shortened(took_ms, waiting=waiting), min(until_ms - from_ms, _IDLE_MS))
        yield until_ms, shown_ms, waiting


def _shortened(took_ms: float, *, waiting: bool) -> float:
    beyond_ms = max(0.0, took_ms - _AS_IT_IS_MS)
    return min(_MOST_MS[waiting], min(took_ms, _AS_IT_IS_MS) + beyond_ms * _BEYOND[waiting])

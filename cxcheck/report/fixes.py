"""The fixes that would give customers most, over all visits of a run."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from cxcheck.model.run import JudgedVisit
from cxcheck.report.offences import Offence, offences
from cxcheck.report.words import duration, plural, spread

SHOWN = 3
_NOTICEABLE_MS = 50  # less would read as 0.0 s


@dataclass(frozen=True)
class TopFix:
    """An offence and what its removal gives back; ``of`` is how many visits there were."""

    offence: Offence
    of: int

    @property
    def sentence(self) -> str:
        """What it was like for whoever it cost most."""
        return self.offence.worst.finding.sentence

    @property
    def remedy(self) -> str:
        """What to do about it; empty when the scorecard does not say."""
        fix = self.offence.worst.fix
        return fix.remedy if fix else ""

    @property
    def visits(self) -> int:
        """How many met it."""
        return len(self.offence.visits)

    @property
    def gain(self) -> str:
        """What it gives back to a visit: ``16 s and 8 points``; empty when neither is known."""
        most = max(self.offence.costs_ms)
        gains = [*([duration(most)] if most >= _NOTICEABLE_MS else []), *self._points()]
        return ("up to " if gains and self._several else "") + " and ".join(gains)

    @property
    def gain_each(self) -> str:
        """The same as a range over those who met it: ``5.1-6.2 s`` and ``up to 30 points`` a visit."""
        costs = self.offence.costs_ms
        seconds = [spread(duration(min(costs)), duration(max(costs)))] if max(costs) >= _NOTICEABLE_MS else []
        points = [("up to " if self._several else "") + said for said in self._points()]
        return " and ".join((*seconds, *points))

    @property
    def gain_in_all(self) -> str:
        """The customer time it gives back if each customer walks once; empty for one customer, and when it is none."""
        whole = self.offence.whole_ms
        return duration(whole) if self._several and whole >= _NOTICEABLE_MS else ""

    @property
    def _several(self) -> bool:
        return len(self.offence.shares) > 1

    def _points(self) -> list[str]:
        points = round(self.offence.points)
        return [plural(points, "point")] if points > 0 else []


def top_fixes(visits: Sequence[JudgedVisit]) -> list[TopFix]:
    """At most ``SHOWN``: what stopped a customer first, then what gives back the most seconds, then points.

    Two things may be wrong with one pop-up. Its seconds are given back once: by the first of them.
    """
    left = offences(visits)
    chosen: list[Offence] = []
    given: set[tuple[str, int]] = set()
    while left and len(chosen) < SHOWN:
        best = max(left, key=lambda one: _worth(one, given))
        left.remove(best)
        chosen.append(best)
        given |= best.popups
    return [TopFix(offence, len(visits)) for offence in chosen]


def _worth(offence: Offence, given: AbstractSet[tuple[str, int]]) -> tuple[bool, float, float]:
    again = bool(offence.popups) and offence.popups <= given
    return offence.blocks, 0 if again else offence.whole_ms, offence.points

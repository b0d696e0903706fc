"""The fixes that would give customers most, over all visits of a run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from cxcheck.model.run import JudgedVisit
from cxcheck.model.scorecard import Fix
from cxcheck.report.words import duration, plural

SHOWN = 3


@dataclass(frozen=True)
class TopFix:
    """A fix told by the visit that would gain most, and how many visits met it."""

    fix: Fix
    visit: JudgedVisit
    visits: int
    of: int

    @property
    def gain(self) -> str:
        """What it gives back: ``16 s and 8 points``; empty when neither is known."""
        gains = [duration(self.fix.seconds * 1000)] if self.fix.seconds > 0 else []
        if self.fix.points is not None and round(self.fix.points) > 0:
            gains.append(plural(round(self.fix.points), "point"))
        return ("up to " if gains and self.visits > 1 else "") + " and ".join(gains)


def top_fixes(visits: Sequence[JudgedVisit]) -> list[TopFix]:
    """At most ``SHOWN``: what stopped a customer first, then what gives back the most seconds, then points."""
    offers: dict[str, list[tuple[Fix, JudgedVisit]]] = defaultdict(list)
    for visit in visits:
        for fix in visit.scorecard.fixes:
            offers[fix.check].append((fix, visit))
    ranked = sorted(offers.values(), key=lambda group: _worth(*(fix for fix, _ in group)), reverse=True)
    return [_told(group, len(visits)) for group in ranked[:SHOWN]]


def _worth(*fixes: Fix) -> tuple[bool, float, float]:
    return any(fix.blocks for fix in fixes), sum(fix.seconds for fix in fixes), sum(fix.points or 0 for fix in fixes)


def _told(group: list[tuple[Fix, JudgedVisit]], of: int) -> TopFix:
    fix, visit = max(group, key=lambda offer: _worth(offer[0]))
    return TopFix(fix, visit, len({visit.info.id for _, visit in group}), of)

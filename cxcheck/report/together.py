"""The customer time of a whole run: how much, and whose doing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxcheck.model.run import JudgedVisit
from cxcheck.report.costs import PARTS
from cxcheck.report.svg import Bar, bar
from cxcheck.report.words import duration, parts_of


@dataclass(frozen=True)
class Sum:
    """Customer time of several visits. Its names are those of a scorecard's."""

    waiting_ms: float
    effort_ms: float
    interruption_ms: float

    @property
    def total_ms(self) -> float:
        """All of it."""
        return self.waiting_ms + self.effort_ms + self.interruption_ms


@dataclass(frozen=True)
class Together:
    """``visits`` were measured in full, out of ``of``; each part has its key in ``PARTS``, name, amount, and share."""

    total: str
    parts: tuple[tuple[str, str, str, str], ...]
    bar: Bar
    visits: int
    of: int


def together(visits: Sequence[JudgedVisit]) -> Together | None:
    """None when no visit was measured in full."""
    cards = [visit.scorecard for visit in visits if visit.scorecard.total_ms is not None]
    whole = Sum(
        sum(card.waiting_ms or 0 for card in cards),
        sum(card.effort_ms or 0 for card in cards),
        sum(card.interruption_ms or 0 for card in cards),
    )
    if not whole.total_ms:
        return None
    times = dict(zip(PARTS, (whole.waiting_ms, whole.effort_ms, whole.interruption_ms), strict=True))
    amounts = dict(zip(PARTS, parts_of(whole), strict=True))
    return Together(
        total=duration(whole.total_ms),
        parts=tuple((kind, PARTS[kind], amounts[kind], _share(ms / whole.total_ms)) for kind, ms in times.items()),
        bar=bar({**times}, whole.total_ms, ""),
        visits=len(cards),
        of=len(visits),
    )


def _share(ratio: float) -> str:
    return f"{ratio:.0%}".replace("%", "\u00a0%")

"""What several visits of one customer on one journey come to: medians and ranges. Lab values, no percentiles."""

from __future__ import annotations

from typing import Literal

from cxcheck.model.base import Model
from cxcheck.model.finding import Severity


class Spread(Model):
    """The median, the least and the most of ``n`` visits: those in which it was measured."""

    n: int
    median: float
    low: float
    high: float


class Spreads(Model):
    """Each measure's spread; None: measured in no visit. Parts' medians need not add up to the total's.

    ``reading_ms`` is a part of the effort; ``counts`` has the names of ``Counts``.
    """

    waiting_ms: Spread | None
    effort_ms: Spread | None
    interruption_ms: Spread | None
    total_ms: Spread | None
    reading_ms: Spread | None
    counts: dict[str, Spread]


class RepeatedStep(Spreads):
    """A step over the visits that finished it."""

    index: int
    title: str


class RepeatedFinding(Model):
    """One offence, seen in ``visits`` out of the ``of`` in which its check could judge.

    ``reproduced``: in two of three or more; else it is flaky. None: only one visit could tell. ``cost_ms`` is what it
    costs a visit that meets it.
    """

    check: str
    step: int
    severity: Severity
    sentence: str
    visits: tuple[str, ...]
    of: int
    reproduced: bool | None
    cost_ms: Spread


class Repeats(Spreads):
    """One journey as one persona walked it several times in one browser.

    ``visits`` are their ids, in order of the repeats. ``measured`` of them could be judged, and ``finished`` of those
    finished, ``flaky`` of these only when they were tried again; ``left`` is in how many of those the persona would
    have given up. Times and counts are of the visits that finished, or where none did of the measured (``timed``);
    ``score`` is of the measured. ``typical`` is the visit nearest to the median of customer time.
    """

    journey: str
    persona: str
    browser: str
    visits: tuple[str, ...]
    measured: int
    finished: int
    left: int
    flaky: int = 0
    timed: Literal["finished", "measured"]
    typical: str
    score: Spread | None
    grade: Literal["A", "B", "C", "D", "F"] | None
    steps: tuple[RepeatedStep, ...]
    findings: tuple[RepeatedFinding, ...]

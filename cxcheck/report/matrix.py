"""How bad, where and for whom: journeys down, customers across."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from cxcheck.model.artifact import Outcome
from cxcheck.model.journey import Journey
from cxcheck.model.run import JudgedVisit
from cxcheck.report.again import Again
from cxcheck.report.names import names, traits
from cxcheck.report.outcomes import SHORT, last_step
from cxcheck.report.visit_view import VisitView
from cxcheck.report.words import duration
from cxcheck.score.repeats import groups

BESIDE = 4  # our choice: with so many customers the matrix leaves room beside it
_WORST_FIRST = (Outcome.NOT_FINISHED, Outcome.CUT_OFF, Outcome.FINISHED, Outcome.NOT_MEASURED)


@dataclass(frozen=True)
class Cell:
    """One customer on one journey: the worst visit is told, the others are linked. Without visits: not walked.

    ``again``: the visits repeat each other, and are told together.
    """

    customer: str
    views: tuple[VisitView, ...]
    again: Again | None = None

    @property
    def time(self) -> str:
        """Customer time of the worst visit."""
        return duration(self.views[0].visit.scorecard.total_ms)

    @property
    def ended(self) -> str:
        """Empty when finished."""
        outcome = self.views[0].visit.artifacts.timeline.outcome
        return "" if outcome is Outcome.FINISHED else SHORT[outcome]

    @property
    def step(self) -> int:
        """Where it ended, if it did not finish; 0 before the first step."""
        return last_step(self.views[0].visit)

    @property
    def flaky(self) -> bool:
        """Whether it finished only when it was tried again."""
        return self.views[0].visit.flaky

    @property
    def left(self) -> int:
        """The earliest step in which this customer would have left; 0: patience lasted."""
        moments = [view.visit.scorecard.gave_up for view in self.views]
        return min((moment.step for moment in moments if moment), default=0)


@dataclass(frozen=True)
class Row:
    """A journey: ``median`` and ``slowest`` are customer time of the visits that finished, empty without any."""

    journey: Journey
    median: str
    slowest: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Matrix:
    """``customers`` are names with what else their titles say, possibly nothing, and a visit of each."""

    customers: tuple[tuple[str, str, JudgedVisit], ...]
    rows: tuple[Row, ...]

    @property
    def repeated(self) -> int:
        """The most visits that any customer made on one journey; 0 when all made one."""
        return max((len(cell.again.turns) for row in self.rows for cell in row.cells if cell.again), default=0)

    @property
    def beside(self) -> bool:
        """Whether it is narrow enough to have the fixes beside it."""
        return len(self.customers) <= BESIDE


def matrix(views: Sequence[VisitView], again: Mapping[tuple[str, ...], Again]) -> Matrix:
    """Journeys and customers in the order of the run."""
    visits = [view.visit for view in views]
    called, more = names(visits), traits(visits)
    # A title told in full, to tell two of one name apart, leaves no more to say.
    one = {visit.info.persona.key: visit for visit in visits}
    customers = ((name, more[key] if more[key] not in name else "", one[key]) for key, name in called.items())
    return Matrix(tuple(customers), tuple(_row(found, called, again) for found in by_journey(views)))


def by_journey(views: Sequence[VisitView]) -> list[list[VisitView]]:
    """The visits of each journey, in the order of the run."""
    order = list(dict.fromkeys(_journey(view) for view in views))
    ranked = sorted(views, key=lambda view: order.index(_journey(view)))
    return [list(found) for _, found in groupby(ranked, key=_journey)]


def times_of(views: Sequence[VisitView]) -> tuple[str, str]:
    """Median and longest customer time of those that finished; empty without any."""
    finished = [view.visit for view in views if view.visit.artifacts.timeline.outcome is Outcome.FINISHED]
    times = [visit.scorecard.total_ms for visit in finished if visit.scorecard.total_ms is not None]
    return (duration(median(times)), duration(max(times))) if times else ("", "")


def _row(views: list[VisitView], called: dict[str, str], again: Mapping[tuple[str, ...], Again]) -> Row:
    cells = (
        _cell(name, [view for view in views if view.visit.info.persona.key == key], again)
        for key, name in called.items()
    )
    return Row(views[0].visit.info.journey, *times_of(views), tuple(cells))


def _cell(customer: str, views: list[VisitView], again: Mapping[tuple[str, ...], Again]) -> Cell:
    together = [group for group in groups([view.visit for view in views]) if len(group) == len(views)]
    ids = tuple(visit.info.id for visit in together[0]) if together else ()
    return Cell(customer, tuple(sorted(views, key=_goodness)), again.get(ids))


def _journey(view: VisitView) -> str:
    return view.visit.info.journey.key


def _goodness(view: VisitView) -> tuple[int, float]:
    score = view.visit.scorecard.score
    return _WORST_FIRST.index(view.visit.artifacts.timeline.outcome), 101 if score is None else score

"""The whole page: what stands at the top, and the visits below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxcheck.model.artifact import Outcome
from cxcheck.model.finding import CheckMeta
from cxcheck.model.run import JudgedRun, RunInfo
from cxcheck.report.costs import longest
from cxcheck.report.finding_view import finding_anchor
from cxcheck.report.fixes import TopFix, top_fixes
from cxcheck.report.outcomes import headline
from cxcheck.report.pictures import PictureSource
from cxcheck.report.visit_view import VisitView, visit_view

ROWS_IN_FULL = 6  # our choice: what fits above the fixes without scrolling far
_WORST_FIRST = (Outcome.NOT_FINISHED, Outcome.CUT_OFF, Outcome.FINISHED, Outcome.NOT_MEASURED)


@dataclass(frozen=True)
class PageView:
    """``rows`` are the visits told at the top, ``folded`` the rest of a long run."""

    run: RunInfo
    headline: str
    rows: Sequence[VisitView]
    folded: Sequence[VisitView]
    fixes: tuple[tuple[TopFix, str], ...]
    visits: Sequence[VisitView]
    graded: bool


def page_view(run: JudgedRun, meta: Mapping[str, CheckMeta], source: PictureSource) -> PageView:
    """Everything the templates show."""
    whole_ms = longest([visit.scorecard for visit in run.visits])
    visits = [visit_view(run, visit, whole_ms, meta, source) for visit in run.visits]
    rows, folded = _split(visits)
    return PageView(
        run=run.run,
        headline=headline(run.visits),
        rows=rows,
        folded=folded,
        fixes=tuple((fix, finding_anchor(fix.visit, fix.fix.check)) for fix in top_fixes(run.visits)),
        visits=visits,
        graded=any(visit.scorecard.grade for visit in run.visits),
    )


def _split(visits: list[VisitView]) -> tuple[list[VisitView], list[VisitView]]:
    """All of a short run as it was walked; of a long one the worst visits apart."""
    if len(visits) <= ROWS_IN_FULL:
        return visits, []
    ranked = sorted(visits, key=_goodness)
    return ranked[:ROWS_IN_FULL], ranked[ROWS_IN_FULL:]


def _goodness(view: VisitView) -> tuple[int, float]:
    score = view.visit.scorecard.score
    return _WORST_FIRST.index(view.visit.artifacts.timeline.outcome), 101 if score is None else score

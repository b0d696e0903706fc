"""The whole page: what stands at the top, and the visits below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxcheck.model.finding import CheckMeta
from cxcheck.model.run import JudgedRun, JudgedVisit, RunInfo
from cxcheck.report.again import agains
from cxcheck.report.bottom_line import BottomLine, bottom_line
from cxcheck.report.costs import longest
from cxcheck.report.finding_view import finding_anchor
from cxcheck.report.fixes import TopFix, top_fixes
from cxcheck.report.gallery import Gallery, gallery
from cxcheck.report.journey_view import JourneyView, journey_views
from cxcheck.report.matrix import Matrix, matrix
from cxcheck.report.offence_view import OffenceViews, offence_views
from cxcheck.report.outcomes import headline
from cxcheck.report.pace import pace_line, pace_name
from cxcheck.report.pictures import PictureSource
from cxcheck.report.qualities import Qualities, qualities
from cxcheck.report.together import Together, together
from cxcheck.report.unknown import Unknown, counted, of_run
from cxcheck.report.verdicts import BudgetLine, budget_line
from cxcheck.report.visit_view import VisitView, visit_view
from cxcheck.score.repeats import repeats

FEW = 2  # our choice: so many visits are read one after the other; more are compared


@dataclass(frozen=True)
class Overview:
    """A run of many visits, told together."""

    bottom_line: BottomLine
    matrix: Matrix
    offences: OffenceViews
    journeys: list[JourneyView]
    together: Together | None
    qualities: Qualities


@dataclass(frozen=True)
class PageView:
    """``overview`` None: few visits, each told by itself; ``fixes`` come with the anchors of their findings."""

    run: RunInfo
    headline: str
    pace_name: str
    pace: str
    fixes: tuple[tuple[TopFix, str], ...]
    visits: Sequence[VisitView]
    graded: bool
    overview: Overview | None
    unknown: tuple[Unknown, ...]
    unknown_counted: str
    gallery: Gallery
    budget: BudgetLine | None


def page_view(run: JudgedRun, meta: Mapping[str, CheckMeta], source: PictureSource) -> PageView:
    """Everything the templates show."""
    whole_ms = longest([visit.scorecard for visit in run.visits])
    visits = [visit_view(run, visit, whole_ms, meta, source) for visit in run.visits]
    unknown = of_run(run.visits)
    return PageView(
        run=run.run,
        headline=headline(run.visits),
        pace_name=pace_name(run.visits),
        pace=pace_line(run.visits),
        fixes=tuple((fix, _anchor(fix)) for fix in top_fixes(run.visits)),
        visits=visits,
        graded=any(visit.scorecard.grade for visit in run.visits),
        overview=_overview(run, visits, whole_ms) if is_many(run.visits) else None,
        unknown=unknown,
        unknown_counted=counted(unknown),
        gallery=gallery(visits),
        budget=budget_line(run.visits),
    )


def is_many(visits: Sequence[JudgedVisit]) -> bool:
    """Whether the visits are compared rather than read one after the other; repeats always are."""
    return len(visits) > FEW or bool(repeats(visits))


def _overview(run: JudgedRun, views: Sequence[VisitView], whole_ms: float) -> Overview:
    again = agains(views, whole_ms)
    return Overview(
        bottom_line=bottom_line(run.visits),
        matrix=matrix(views, again),
        offences=offence_views(views),
        journeys=journey_views(views, again),
        together=together(run.visits),
        qualities=qualities(views),
    )


def _anchor(fix: TopFix) -> str:
    worst = fix.offence.worst
    return finding_anchor(worst.visit, worst.finding.check, worst.number)

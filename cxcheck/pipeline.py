"""From what was recorded to what is to be thought of it: the page to read first.

Recording (``cxcheck.record``) is the only stage with a browser, a clock and a network. Everything here is a pure
function of the events it wrote, so a stored visit can be judged again at any time, with the same result.

    events → artifacts   typed tables: what happened
           → checks      findings: what was wrong with it
           → score       customer time, attributes, grade
           → gate        verdict: does it hold its budget?
           → report      (``cxcheck.report``) for people and machines
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.artifacts.build import build
from cxcheck.checks.run import all_checks, run_checks, unusable
from cxcheck.gate.journeys import journey_verdicts, run_verdict
from cxcheck.gate.verdict import Level, judge
from cxcheck.model.run import JudgedRun, JudgedVisit, RunResult, Visit, VisitResult
from cxcheck.score import costs
from cxcheck.score.repeats import repeats
from cxcheck.score.scorecard import score
from cxcheck.score.set_checks import set_meta, set_result

if TYPE_CHECKING:
    from cxcheck.model.finding import CheckMeta


def check_metas() -> dict[str, CheckMeta]:
    """What each check is, by id, with what was set for it."""
    return {check.META.id: set_meta(check.META) for check in all_checks()}


def judge_visit(visit: Visit, budget_level: Level = "fail") -> JudgedVisit:
    """Everything that follows from a visit's events."""
    persona, budget = visit.info.persona, visit.info.journey.budget
    artifacts = build(visit.events)
    checks = all_checks()
    found = run_checks(checks, artifacts, persona, costs.spent(artifacts, persona))
    results = [*(set_result(one, check.META) for one, check in zip(found, checks, strict=True)), *unusable()]
    scorecard = score(artifacts, results, check_metas(), persona)
    verdict = judge(artifacts.timeline, scorecard, budget, budget_level, artifacts.vitals)
    return JudgedVisit(info=visit.info, artifacts=artifacts, scorecard=scorecard, verdict=verdict)


def result_of(judged: JudgedRun) -> RunResult:
    """What ``run.json`` says."""
    return RunResult(
        run=judged.run,
        visits=tuple(map(_visit_result, judged.visits)),
        repeats=repeats(judged.visits),
        verdicts=journey_verdicts(judged.visits),
        verdict=run_verdict(judged.visits),
    )


def _visit_result(visit: JudgedVisit) -> VisitResult:
    return VisitResult(
        info=visit.info,
        outcome=visit.artifacts.timeline.outcome,
        message=visit.artifacts.timeline.message,
        scorecard=visit.scorecard,
        verdict=visit.verdict,
        flaky=visit.flaky,
        earlier=tuple(map(_visit_result, visit.earlier)),
    )

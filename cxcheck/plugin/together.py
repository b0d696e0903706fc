"""A row for each customer who walked a journey several times: whether the visits together hold its budget.

One visit alone does not say so. Its own row tells how it ended; the budget is judged once all have ended.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

import pytest

from cxcheck.errors import BudgetBroken
from cxcheck.gate.journeys import journey_verdicts
from cxcheck.model.verdict import VerdictKind
from cxcheck.plugin.keys import JOURNEY_PROPERTY, PERSONA_PROPERTY, VISITS_PROPERTY
from cxcheck.plugin.outcome import budget_properties
from cxcheck.report.foreign import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxcheck.model.run import JudgedRun, VisitInfo
    from cxcheck.model.verdict import JourneyVerdict


def reports(judged: JudgedRun) -> Iterator[pytest.TestReport]:
    """What pytest hears, as if of a test: its call, and its end. Nothing of journeys without a budget."""
    infos = {visit.info.id: visit.info for visit in judged.visits}
    for one in journey_verdicts(judged.visits):
        if one.verdict.limits:
            yield from _reports(one, infos[one.visits[0]])


def _reports(one: JourneyVerdict, info: VisitInfo) -> Iterator[pytest.TestReport]:
    broken = [held.reason for held in one.verdict.limits if held.kind is VerdictKind.FAIL]
    # As the visits' own rows: in their file, which an old recording only knows by its full path.
    file = info.node.partition("::")[0] or "/".join(PurePath(info.journey.file).parts[-2:])
    name = f"{one.journey}[{one.persona}-all{len(one.visits)}-{one.browser}]"
    properties = {
        JOURNEY_PROPERTY: info.journey.title,
        PERSONA_PROPERTY: one.persona,
        VISITS_PROPERTY: str(len(one.visits)),
        "cxcheck_verdict": one.verdict.kind.value,
        **budget_properties(one.verdict),
    }
    for when in ("call", "teardown"):
        failed = when == "call" and bool(broken)
        report = pytest.TestReport(
            nodeid=f"{file}::{name}",
            location=(file, info.journey.line or None, name),
            keywords={},
            outcome="failed" if failed else "passed",
            longrepr=visible("over budget: " + "\n  ".join(broken)) if failed else None,
            when=when,
            user_properties=list(properties.items()),
        )
        if failed:
            report.cx_exit_status = BudgetBroken.exit_status  # type: ignore[attr-defined]
        yield report

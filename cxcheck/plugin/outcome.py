"""What a visit came to, in pytest's terms: pass, failure, error; properties; exit status."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from cxcheck.errors import BudgetBroken, CouldNotMeasure, CxError, JourneyNotFinished
from cxcheck.model.journey import journey_of
from cxcheck.model.scorecard import VerdictKind
from cxcheck.plugin.keys import (
    JOURNEY_PROPERTY,
    OUTCOME_PROPERTY,
    PERSONA_PROPERTY,
    REPEAT_PROPERTY,
    SECRETS,
    TEST_PROPERTY,
    VISIT_PROPERTY,
)
from cxcheck.report.foreign import visible

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from cxcheck.model.run import JudgedVisit
    from cxcheck.redact import Secrets


def note(item: pytest.Item, judged: JudgedVisit) -> None:
    """Properties for JUnit and for the bridge to pytest-html."""
    card = judged.scorecard
    properties: dict[str, Any] = {
        VISIT_PROPERTY: judged.info.id,
        TEST_PROPERTY if judged.info.journey.test else JOURNEY_PROPERTY: judged.info.journey.title,
        PERSONA_PROPERTY: judged.info.persona.key,
        REPEAT_PROPERTY: judged.info.repeat,
        OUTCOME_PROPERTY: judged.artifacts.timeline.outcome.value,
        "cxcheck_score": card.score,
        "cxcheck_grade": card.grade,
        "cxcheck_waiting_ms": card.waiting_ms,
        "cxcheck_effort_ms": card.effort_ms,
        "cxcheck_interruption_ms": card.interruption_ms,
        "cxcheck_popups": card.counts.popups,
        "cxcheck_popups_at_once": card.popups.at_once if card.popups else None,
        "cxcheck_verdict": judged.verdict.kind.value,
    }
    for name, value in properties.items():
        text = "not measured" if value is None else f"{value:.0f}" if isinstance(value, float) else str(value)
        item.user_properties.append((name, text))
    for finding in card.findings:
        item.user_properties.append((f"cxcheck_finding[{finding.check}]", f"step {finding.step}: {finding.sentence}"))


def is_visit(report: pytest.TestReport | pytest.CollectReport) -> bool:
    """Whether this is about a journey that was recorded, which has said what it came to."""
    return JOURNEY_PROPERTY in dict(getattr(report, "user_properties", ()))


def raise_if_broken(judged: JudgedVisit) -> None:
    """A broken budget ends the test.

    Raises:
        BudgetBroken: With a line for each limit that does not hold.
    """
    if judged.verdict.budget_broken and judged.verdict.kind is VerdictKind.FAIL:
        raise BudgetBroken("\n  ".join(judged.verdict.reasons))


def shape(item: pytest.Item, call: pytest.CallInfo[None], report: pytest.TestReport) -> None:
    """Make the report say what it should: no traceback where a message says it all, no secrets, the exit status."""
    error = call.excinfo.value if call.excinfo else None
    if isinstance(error, CxError):
        said = f"{_WHAT.get(type(error), 'error')}: {error}{_place(item, call)}"
        report.longrepr = visible(said)  # it may quote the site, and a terminal obeys control characters
        report.cx_exit_status = error.exit_status  # type: ignore[attr-defined]
    if isinstance(error, CouldNotMeasure) and report.when == "call":
        # Nothing can be said about the site: an error, as if it could not be set up, and never a failure of the site.
        report.when = "setup"
    secrets = item.stash.get(SECRETS, None)
    if secrets is not None:
        scrub(report, secrets)


_WHAT = {
    BudgetBroken: "over budget",
    CouldNotMeasure: "could not measure",
    JourneyNotFinished: "not finished",
}


def _place(item: pytest.Item, call: pytest.CallInfo[None]) -> str:
    """The journey's own line at which it ended."""
    journey = journey_of(getattr(item, "obj", None))
    assert call.excinfo is not None
    lines = [entry.lineno + 1 for entry in call.excinfo.traceback if journey and str(entry.path) == journey.file]
    root = item.config.rootpath
    path = item.path.relative_to(root) if item.path.is_relative_to(root) else item.path  # a built-in journey
    return f"\n  at:        {path}:{lines[-1]}" if lines else ""


def shape_collected(call: pytest.CallInfo[Any], report: pytest.CollectReport, root: Path) -> None:
    """The same for a file of journeys that cannot be used: the message alone."""
    error = call.excinfo.value if call.excinfo else None
    if isinstance(error, CxError):
        report.longrepr = str(error).replace(f"{root}{os.sep}", "")
        report.cx_exit_status = error.exit_status  # type: ignore[attr-defined]


def scrub(report: pytest.TestReport, secrets: Secrets) -> None:
    """Take secrets out of everything pytest prints or writes from a report."""
    report.longrepr = _scrubbed(report.longrepr, secrets)
    report.sections = [(name, secrets.scrub(content)) for name, content in report.sections]
    report.user_properties = [(name, secrets.scrub_tree(value)) for name, value in report.user_properties]


def _scrubbed(value: Any, secrets: Secrets) -> Any:
    """Also inside pytest's own picture of an error, which stays one: its last line is what summaries quote."""
    if isinstance(value, str):
        return secrets.scrub(value)
    if isinstance(value, list | tuple):
        return type(value)(_scrubbed(part, secrets) for part in value)
    if type(value).__module__.startswith("_pytest."):
        for name, part in vars(value).items():
            setattr(value, name, _scrubbed(part, secrets))
    return value


def exit_status_of(report: pytest.TestReport | pytest.CollectReport) -> int:
    """0, or what this report makes the process end with."""
    if not report.failed:
        return 0
    return int(getattr(report, "cx_exit_status", 1))

"""What a visit came to, in pytest's terms: pass, failure, error; properties; exit status."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from cxcheck.errors import (
    BudgetBroken,
    CouldNotMeasure,
    CxError,
    EndedBefore,
    JourneyNotFinished,
    SettingsError,
    nearest,
    problem,
)
from cxcheck.model.budget import Budget, Limit
from cxcheck.model.journey import journey_of
from cxcheck.model.verdict import Verdict, VerdictKind
from cxcheck.plugin.keys import (
    ATTEMPT_PROPERTY,
    FLAKY_PROPERTY,
    JOURNEY_PROPERTY,
    OUTCOME_PROPERTY,
    PERSONA_PROPERTY,
    REPEAT_PROPERTY,
    SECRETS,
    SUPERSEDED,
    TEST_PROPERTY,
    VISIT_PROPERTY,
    VISITS_PROPERTY,
)
from cxcheck.report.foreign import visible
from cxcheck.report.words import duration

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from cxcheck.model.run import JudgedVisit
    from cxcheck.redact import Secrets


def note(item: pytest.Item, judged: JudgedVisit) -> None:
    """Properties for JUnit and for the bridge to pytest-html, in place of those of an earlier attempt."""
    item.user_properties[:] = [one for one in item.user_properties if not one[0].startswith("cxcheck_")]
    card = judged.scorecard
    properties: dict[str, Any] = {
        VISIT_PROPERTY: judged.info.id,
        TEST_PROPERTY if judged.info.journey.test else JOURNEY_PROPERTY: judged.info.journey.title,
        PERSONA_PROPERTY: judged.info.persona.key,
        REPEAT_PROPERTY: judged.info.repeat,
        ATTEMPT_PROPERTY: judged.info.attempt,
        **({FLAKY_PROPERTY: "true"} if judged.flaky else {}),
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
    for step in card.steps:
        ended = "finished" if step.finished else "not finished"
        cost = f"waiting {duration(step.waiting_ms)}, effort {duration(step.effort_ms)}"
        said = f"{step.title}: {cost}, interruptions {duration(step.interruption_ms)}; {ended}"
        item.user_properties.append((f"cxcheck_step[{step.index}]", said))
    item.user_properties += budget_properties(judged.verdict).items()
    met: Counter[str] = Counter()
    for finding in card.findings:
        met[finding.check] += 1  # readers keep one property of a name
        again = f" {met[finding.check]}" if met[finding.check] > 1 else ""
        name = f"cxcheck_finding[{finding.check}{again}]"
        item.user_properties.append((name, f"step {finding.step}: {finding.sentence}"))


def budget_properties(verdict: Verdict) -> dict[str, str]:
    """What each limit came to."""
    return {f"cxcheck_budget[{held.limit.id}]": f"{held.kind}: {held.reason}" for held in verdict.limits}


def is_flaky(report: pytest.TestReport | pytest.CollectReport) -> bool:
    """Whether this is a visit, of a journey or a test, that passed only when it was tried again."""
    return report.passed and FLAKY_PROPERTY in dict(getattr(report, "user_properties", ()))


def is_visit(report: pytest.TestReport | pytest.CollectReport) -> bool:
    """Whether this is about a journey that was recorded, which has said what it came to."""
    said = dict(getattr(report, "user_properties", ()))
    return JOURNEY_PROPERTY in said and VISITS_PROPERTY not in said


def is_of_several(report: pytest.TestReport | pytest.CollectReport) -> bool:
    """Whether this is about all visits of a customer to a journey."""
    return VISITS_PROPERTY in dict(getattr(report, "user_properties", ()))


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
        said = str(error) if isinstance(error, EndedBefore) else said
        report.longrepr = visible(said)  # it may quote the site, and a terminal obeys control characters
        report.cx_exit_status = error.exit_status  # type: ignore[attr-defined]
    if isinstance(error, CouldNotMeasure) and report.when == "call":
        # Nothing can be said about the site: an error, as if it could not be set up, and never a failure of the site.
        report.when = "setup"
    if item.stash.get(SUPERSEDED, False) and (report.failed or report.when == "call"):
        report.outcome = "rerun"  # type: ignore[assignment]  # as pytest-rerunfailures called it when it was walked
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
    if isinstance(error, ValidationError) and error.title in {Budget.__name__, Limit.__name__}:
        error = _unfit(error, call.excinfo)
    if isinstance(error, CxError):
        report.longrepr = str(error).replace(f"{root}{os.sep}", "")
        report.cx_exit_status = error.exit_status  # type: ignore[attr-defined]


def _unfit(error: ValidationError, raised: pytest.ExceptionInfo[Any] | None) -> SettingsError:
    """A budget beside a journey that makes no sense, at the journey's own line."""
    first = error.errors(include_url=False)[0]
    key = ".".join(map(str, first["loc"])) or error.title
    place = next((one for one in reversed(raised.traceback if raised else ()) if "pydantic" not in str(one.path)), None)
    known = Budget.model_fields if error.title == Budget.__name__ else Limit.model_fields
    unknown = first["type"] == "extra_forbidden"
    return SettingsError(
        problem(
            f"{error.title} has no {key!r}" if unknown else f"{error.title}: {key!r} cannot be {first['input']!r}",
            where=f"{place.path}:{place.lineno + 1}" if place else None,
            expected="one of: " + ", ".join(known) if unknown else first["msg"].removeprefix("Value error, "),
            near=nearest(key, known) if unknown else None,
            todo="correct the budget",
        )
    )


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

"""Checks as they were set: how bad what one finds is, and its curve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.score.weights import weights

if TYPE_CHECKING:
    from cxcheck.model.finding import CheckMeta, CheckResult


def set_meta(meta: CheckMeta) -> CheckMeta:
    """The check's own description, with what was set."""
    mine = weights().checks.get(meta.id)
    if mine is None:
        return meta
    limits = ", ".join(f"{name} {value:g}" for name, value in mine.limits.items() if name in meta.limits)
    threshold = f"{meta.threshold}; set otherwise: {limits}" if limits else None
    changed = {"severity": mine.severity, "curve": mine.curve if meta.curve else None, "threshold": threshold}
    return meta.model_copy(update={name: value for name, value in changed.items() if value is not None})


def set_result(result: CheckResult, meta: CheckMeta) -> CheckResult:
    """What a check found, as bad as was set for it: by as many grades better or worse than its own description says.

    So some of it stays worse than the rest: setting a serious check to minor makes what it called critical moderate.
    """
    mine = weights().checks.get(result.check)
    if mine is None or mine.severity is None or not result.findings:
        return result
    grades = mine.severity.worse_by(meta.severity)
    findings = tuple(one.model_copy(update={"severity": one.severity.shifted(grades)}) for one in result.findings)
    return result.model_copy(update={"findings": findings})

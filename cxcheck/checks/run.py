"""Hands each check exactly the artifacts its parameters name, and turns what it yields into a result."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import typing
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from cxcheck.checks.entry_points import brought
from cxcheck.model.artifact import Artifacts, NotRecorded
from cxcheck.model.finding import CheckMeta, CheckOutcome, CheckResult, Finding
from cxcheck.model.persona import Persona
from cxcheck.model.spent import Spent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


@dataclass(frozen=True)
class NotApplicable:
    """Yielded by a check that has nothing to judge on this journey."""

    reason: str


@dataclass(frozen=True)
class NotMeasured:
    """Yielded by a check that cannot tell."""

    reason: str


@dataclass(frozen=True)
class Measured:
    """Yielded by a check with a curve: the number that is scored."""

    value: float


class Check(Protocol):
    """A module of this package, or what another package brings."""

    META: CheckMeta

    def check(self, *artifacts: Any) -> Iterator[Finding | Measured | NotApplicable | NotMeasured]:
        """Judge."""


_UNRECKONED = NotRecorded(reason="nobody reckoned what the customer had to do")
_NO_CHECKS = {"run", "entry_points", "lateness", "endless_waits", "errands"}  # the other modules of this package


@cache
def own_checks() -> tuple[Check, ...]:
    """Those of cxcheck itself, by id."""
    package = importlib.import_module("cxcheck.checks")
    names = (module.name for module in pkgutil.iter_modules(package.__path__) if module.name not in _NO_CHECKS)
    modules = (importlib.import_module(f"cxcheck.checks.{name}") for name in sorted(names))
    return tuple(typing.cast("Check", module) for module in modules)


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check that can be used, by id; those of other packages among them."""
    taken = {check.META.id for check in own_checks()}
    others = (one.check for one in brought() if one.check is not None and one.id not in taken)
    return tuple(sorted((*own_checks(), *others), key=lambda check: check.META.id))


@cache
def unusable() -> tuple[CheckResult, ...]:
    """An error for each check of another package that cannot be used, by id."""
    taken = {check.META.id for check in own_checks()}
    return tuple(
        CheckResult(
            check=one.id,
            outcome=CheckOutcome.ERROR,
            reason=f"{one.problem or 'a check of cxcheck has this id'} (brought by {one.package})",
        )
        for one in brought()
        if one.problem or one.id in taken
    )


def run_checks(
    checks: Sequence[Check], artifacts: Artifacts, persona: Persona, spent: Spent | NotRecorded = _UNRECKONED
) -> list[CheckResult]:
    """One result a check; a check that crashes is an error of its own, never of the run.

    ``spent`` is what scoring reckons that the customer had to do.
    """
    tables = {type(value): value for _, value in artifacts if not isinstance(value, NotRecorded)}
    given = tables | {Persona: persona, Spent: spent}
    return [_run(check, artifacts, given) for check in checks]


def _run(check: Check, artifacts: Artifacts, tables: Mapping[type, Any]) -> CheckResult:
    meta = check.META

    def result(outcome: CheckOutcome, reason: str = "", **more: Any) -> CheckResult:
        return CheckResult(check=meta.id, attribute=meta.attribute, outcome=outcome, reason=reason, **more)

    try:
        given = _arguments(check, artifacts, tables)
        missing = next((value for value in given.values() if isinstance(value, NotRecorded)), None)
        if missing is not None:
            return result(CheckOutcome.NOT_MEASURED, missing.reason)
        yielded = list(check.check(**given))
        _raise_if_wrong(yielded, meta)
    except Exception as error:  # noqa: BLE001 - whatever a check does wrong, the others go on
        return result(CheckOutcome.ERROR, f"{type(error).__name__}: {error}")
    findings = tuple(item for item in yielded if isinstance(item, Finding))
    value = next((item.value for item in yielded if isinstance(item, Measured)), None)
    doubt = next((item for item in yielded if isinstance(item, NotMeasured)), None)
    if doubt is not None:
        return result(CheckOutcome.NOT_MEASURED, doubt.reason)
    excuse = next((item for item in yielded if isinstance(item, NotApplicable)), None)
    if findings:
        return result(CheckOutcome.FAIL, findings=findings, value=value)
    if excuse is not None:
        return result(CheckOutcome.NOT_APPLICABLE, excuse.reason)
    return result(CheckOutcome.PASS, value=value)


def _raise_if_wrong(yielded: Sequence[object], meta: CheckMeta) -> None:
    """What no check may yield is no pass either, as it would be if it were left out."""
    for item in yielded:
        if not isinstance(item, (Finding, Measured, NotApplicable, NotMeasured)):
            raise TypeError(f"it yielded a {type(item).__name__}, no Finding, Measured, NotApplicable or NotMeasured")
        if isinstance(item, Finding) and (item.check, item.attribute) != (meta.id, meta.attribute):
            raise ValueError(f"it yielded a finding of {item.check} about {item.attribute}, and not its own")


def _arguments(check: Check, artifacts: Artifacts, tables: Mapping[type, Any]) -> dict[str, Any]:
    return {
        name: tables[wanted] if wanted in tables else _not_recorded(artifacts, wanted)
        for name, wanted in asks_for(check.check).items()
    }


@cache
def asks_for(function: Any) -> dict[str, Any]:
    """The type of each parameter.

    Raises:
        KeyError: One has none.
    """
    hints = typing.get_type_hints(function)
    return {name: hints[name] for name in inspect.signature(function).parameters}


def _not_recorded(artifacts: Artifacts, wanted: type) -> NotRecorded:
    """Why an artifact is missing: the table of that type says so itself."""
    for name, field in Artifacts.model_fields.items():
        if wanted in typing.get_args(field.annotation) or field.annotation is wanted:
            value = getattr(artifacts, name)
            if isinstance(value, NotRecorded):
                return value
    return NotRecorded(reason=f"nothing records {wanted.__name__}")

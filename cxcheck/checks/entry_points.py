"""Checks that other packages bring, by the entry point ``cxcheck.checks``: what cannot be used is told, and no more.

    [project.entry-points."cxcheck.checks"]
    hold-music = "acme_checks.hold_music"       # a module, or an object, with META and check

The entry point's name is the check's id.
"""

from __future__ import annotations

import inspect
import typing
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from cxcheck.model.artifact import Artifacts, NotRecorded
from cxcheck.model.finding import CheckMeta
from cxcheck.model.persona import Persona
from cxcheck.model.spent import Spent

GROUP = "cxcheck.checks"


@dataclass(frozen=True)
class Brought:
    """A check and the package that brought it, with its version; ``problem`` says why it cannot be used, if so."""

    id: str
    package: str
    check: Any = None
    problem: str = ""


@cache
def brought() -> tuple[Brought, ...]:
    """Everything that installed packages bring, by id; of two with one id neither can be used."""
    found = sorted((_read(point) for point in entry_points(group=GROUP)), key=lambda one: (one.id, one.package))
    ids = [one.id for one in found]
    return tuple(
        Brought(one.id, one.package, problem="two packages bring a check of this id") if ids.count(one.id) > 1 else one
        for one in found
    )


def _read(point: EntryPoint) -> Brought:
    package = f"{point.dist.name} {point.dist.version}" if point.dist else "a package without a name"
    try:
        check = point.load()
        problem = _problem(point.name, check)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a package does wrong, the others go on
        return Brought(point.name, package, problem=f"{point.value} cannot be loaded: {type(error).__name__}: {error}")
    return Brought(point.name, package, check=None if problem else check, problem=problem)


def _problem(name: str, check: Any) -> str:
    """What is wrong with it; empty when nothing is."""
    meta, function = getattr(check, "META", None), getattr(check, "check", None)
    if not isinstance(meta, CheckMeta):
        return f"META should be a CheckMeta, and is {_kind(meta)}"
    if meta.id != name:
        return f"the entry point is called {name!r} and its check {meta.id!r}: both should be the same"
    if not callable(function):
        return f"check should be a function, and is {_kind(function)}"
    hints, known = typing.get_type_hints(function), tables()
    for parameter in inspect.signature(function).parameters:
        if hints.get(parameter) not in known:
            names = ", ".join(sorted(one.__name__ for one in known))
            return f"its parameter {parameter!r} should be typed as one of: {names}"
    return ""


def tables() -> set[type]:
    """What a check may ask for: the tables of a visit, and who walked it."""
    annotated = (field.annotation for field in Artifacts.model_fields.values())
    parts = {part for one in annotated for part in (typing.get_args(one) or (one,))}
    return {part for part in parts if isinstance(part, type) and part not in {NotRecorded, str}} | {Persona, Spent}


def _kind(thing: object) -> str:
    return "missing" if thing is None else f"a {type(thing).__name__}"

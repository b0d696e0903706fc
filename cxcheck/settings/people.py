"""The personas of a project, and those that come with cxcheck: one TOML file each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck import starter_files
from cxcheck.errors import SettingsError, nearest, problem
from cxcheck.model.journey import ID_PATTERN
from cxcheck.model.persona import Persona
from cxcheck.settings.strict import build
from cxcheck.settings.table import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def personas(root: Path) -> dict[str, Persona]:
    """The project's personas by key; the starter ones when the project has no ``personas`` folder.

    Raises:
        SettingsError: A file cannot be understood.
    """
    own = root / "personas"
    return _in(own if own.is_dir() else starter_files.folder("personas"))


def pool() -> dict[str, Persona]:
    """The personas that come with cxcheck, by key: the starter ones, then those who walk only when asked to."""
    return _in(starter_files.folder("personas")) | _in(starter_files.pool())


def choose_personas(known: Mapping[str, Persona], wanted: tuple[str, ...]) -> list[Persona]:
    """The personas asked for by key, or all that are known; who is not known may be in the pool.

    Raises:
        SettingsError: A key that no file has.
    """
    if not wanted:
        return list(known.values())
    there = {**(pool() if set(wanted) - set(known) else {}), **known}
    for key in wanted:
        if key not in there:
            others = [name for name in there if name not in known]
            raise SettingsError(
                problem(
                    f"unknown persona {key!r}",
                    expected=(f"one of: {', '.join(known)}; or " if known else "the personas folder is empty; ")
                    + f"of those that come with cxcheck: {', '.join(others)}",
                    near=nearest(key, known) or nearest(key, there),
                    todo=f"correct the name, or write personas/{key}.toml",
                )
            )
    return [there[key] for key in wanted]


def _in(folder: Path) -> dict[str, Persona]:
    found = {}
    for path in sorted(folder.glob("*.toml")):
        where = f"personas/{path.name}"
        if not ID_PATTERN.fullmatch(path.stem):
            raise SettingsError(
                problem(
                    "this file's name cannot be used as an id",
                    where=where,
                    expected="lower-case letters a-z, digits, - and _",
                    todo="rename the file",
                )
            )
        found[path.stem] = build(Persona, read_toml(path, where), key=path.stem)
    return found

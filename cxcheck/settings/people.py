"""The personas of a project: one TOML file each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck import starter_files
from cxcheck.errors import SettingsError, nearest, problem
from cxcheck.model.journey import ID_PATTERN
from cxcheck.model.persona import Persona
from cxcheck.settings.strict import build, read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def personas(root: Path) -> dict[str, Persona]:
    """The project's personas by key; the starter ones when the project has no ``personas`` folder.

    Raises:
        SettingsError: A file cannot be understood.
    """
    own = root / "personas"
    folder = own if own.is_dir() else starter_files.folder("personas")
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


def choose_personas(known: Mapping[str, Persona], wanted: tuple[str, ...]) -> list[Persona]:
    """The personas asked for by key, or all.

    Raises:
        SettingsError: A key that no file has.
    """
    for key in wanted:
        if key not in known:
            raise SettingsError(
                problem(
                    f"unknown persona {key!r}",
                    expected="one of: " + (", ".join(known) or "none: the personas folder is empty"),
                    near=nearest(key, known),
                    todo=f"correct the name, or write personas/{key}.toml",
                )
            )
    return [known[key] for key in wanted] if wanted else list(known.values())

"""Which layer sets a setting: command line > environment > pyproject.toml > default."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from cxcheck.settings.project import project_settings, project_table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ENVIRONMENT = {
    "site": "CXCHECK_SITE",
    "inbox": "CXCHECK_INBOX",
    "orders": "CXCHECK_ORDERS",
    "repeat": "CXCHECK_REPEAT",
    "record": "CXCHECK_RECORD",
    "pace": "CXCHECK_PACE",
    "budget": "CXCHECK_BUDGET",
    "scoring": "CXCHECK_SCORING",
}
DEFAULT = "default"
_PLACES = {"repeat": ("repeat",), "record": ("record",), "pace": ("pace",), "budget": ("budget", "level")}


class Told(NamedTuple):
    """A setting's value and the layer that set it: an option, a variable, a line of the file, or ``default``."""

    value: Any
    where: str


def option(key: str) -> str:
    """The setting's option on the command line."""
    return f"--cx-{key}"


def typed(key: str, given: str | None) -> Told | None:
    """What the command line says, or else the environment; None: neither."""
    if given:
        return Told(given, option(key))
    told = os.environ.get(ENVIRONMENT[key])
    return Told(told, ENVIRONMENT[key]) if told else None


def told(root: Path, key: str, given: str | None) -> Told:
    """A setting that a project's file may have: as text where somebody typed it, else as the value that it is.

    Raises:
        SettingsError: The project's file cannot be understood.
    """
    value: Any = project_settings(root)
    place = _PLACES[key]
    for part in place:
        value = getattr(value, part)
    table, found = project_table(root), True
    values: Any = table.values
    for part in place:
        found = found and part in values
        values = values.get(part, {}) if found else {}
    return typed(key, given) or Told(value, table.where(*place) if found else DEFAULT)


def scoring_layers(root: Path, given: Sequence[str]) -> list[tuple[str, dict[str, Any] | str]]:
    """Where constants of the score are set, and the tables or the TOML text there; the strongest last.

    Raises:
        SettingsError: The project's file cannot be understood.
    """
    layers: list[tuple[str, dict[str, Any] | str]] = [
        ("pyproject.toml: [tool.cxcheck.scoring]", project_settings(root).scoring)
    ]
    layers += [(ENVIRONMENT["scoring"], os.environ.get(ENVIRONMENT["scoring"], ""))]
    return [*layers, *((option("scoring"), text) for text in given)]

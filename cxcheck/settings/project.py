"""``[tool.cxcheck]`` of a project's ``pyproject.toml``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from cxcheck.model.base import Model
from cxcheck.model.budgets import Budgets
from cxcheck.model.pace import Pace
from cxcheck.model.run import Record
from cxcheck.settings.strict import build
from cxcheck.settings.table import read_toml

if TYPE_CHECKING:
    from pathlib import Path

    from cxcheck.settings.table import Table

FILE = "pyproject.toml"
MOST_REPEATS = 99  # our choice: visits are numbered with two digits, and nobody waits for a hundred


class ProjectSettings(Model):
    """What may stand there, and what holds where nobody says anything.

    A site is looked at when it is visited, the constants of the score where they are known.
    """

    pace: Pace = Pace.BRISK
    record: Record = "frames"
    repeat: Annotated[int, Field(ge=1, le=MOST_REPEATS)] = 1
    budget: Budgets = Budgets()
    sites: dict[str, dict[str, Any]] = Field(default_factory=dict)
    scoring: dict[str, Any] = Field(default_factory=dict)


def project_table(root: Path) -> Table:
    """The table as it stands in the file; an empty one where there is none.

    Raises:
        SettingsError: It is no TOML.
    """
    return read_toml(root / FILE, FILE).below("tool", "cxcheck")


def project_settings(root: Path) -> ProjectSettings:
    """The project's settings.

    Raises:
        SettingsError: An unknown key, or a value that cannot be one.
    """
    return build(ProjectSettings, project_table(root))

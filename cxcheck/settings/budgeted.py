"""Journeys that settings name a budget for: one that is misspelt would never be looked at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cxcheck.errors import SettingsError, nearest, problem
from cxcheck.settings.project import project_settings, project_table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# Not imported, for no file is to be run before pytest collects it.
_FUNCTION = re.compile(r"^\s*def (\w+)\(", re.MULTILINE)
_JOURNEY = re.compile(r"^@journey\b.*?^def (\w+)\(", re.MULTILINE | re.DOTALL)


def check_journeys(root: Path, folders: Sequence[Path]) -> None:
    """Each has a function of its name in a file of these folders.

    Raises:
        SettingsError: One has not.
    """
    named = project_settings(root).budget.journeys
    if not named or not folders:
        return
    texts = [path.read_text("utf-8", errors="replace") for folder in folders for path in folder.rglob("*.py")]
    functions = {key for text in texts for key in _FUNCTION.findall(text)}
    known = sorted({key for text in texts for key in _JOURNEY.findall(text)} or functions)
    for key in named:
        if key not in functions:
            raise SettingsError(
                problem(
                    f"no journey is called {key!r}",
                    where=project_table(root).where("budget", "journeys", key),
                    expected="one of: " + ", ".join(known),
                    near=nearest(key, known),
                    todo="correct the name, or remove the budget",
                )
            )

"""What ``run`` and ``demo`` share: a browser, the journeys' folder, and pytest."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cxcheck import starter_files
from cxcheck.errors import CouldNotMeasure, SettingsError, nearest, problem
from cxcheck.plugin import options
from cxcheck.record import browser

if TYPE_CHECKING:
    from collections.abc import Sequence


_SETTINGS = ("pytest.toml", "pytest.ini", "pyproject.toml", "tox.ini", "setup.cfg")


def ensure_browser(*, headed: bool) -> list[str]:
    """Find a browser, or install one; returns the option that tells pytest which.

    Raises:
        CouldNotMeasure: There is none, and none could be installed.
    """
    try:
        found = browser.find(headed=headed)
    except CouldNotMeasure as error:
        if str(error).startswith(browser.VARIABLE):
            raise
        print("no browser found: installing Chromium …", file=sys.stderr, flush=True)
        browser.install()
        found = browser.find(headed=headed)
    return ["--cx-browser", str(found)] if found else []


def named_first(arguments: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """What stands before all options, and the rest.

    argparse would take the value of an option it does not know (``--cx-persona tom``) for it.
    """
    if arguments and not arguments[0].startswith("-"):
        return arguments[0], arguments[1:]
    return None, arguments


def check_options(arguments: Sequence[str]) -> None:
    """Pytest names no nearest one.

    Raises:
        SettingsError: An option that begins like ours is none of ours.
    """
    known = options.names()
    for name in (argument.partition("=")[0] for argument in arguments):
        if name.startswith("--cx") and name not in known:
            raise SettingsError(
                problem(
                    f"unknown option {name}",
                    expected="one of: " + ", ".join(known),
                    near=nearest(name, known),
                    todo="correct it; 'pytest --help' says what each does",
                )
            )


def walk(journeys: Path, arguments: Sequence[str]) -> int:
    """Pytest over a folder of journeys; returns its exit status."""
    import pytest

    check_options(arguments)
    return int(pytest.main([str(journeys), *this_folder(), *arguments]))


def this_folder() -> list[str]:
    """Options that make the current folder the project, also when the journeys lie elsewhere.

    pytest would take the settings of the folder that the journeys lie in.
    """
    here = Path.cwd()
    settings = next((here / name for name in _SETTINGS if (here / name).is_file()), Path(os.devnull))
    return [f"--rootdir={here}", "-c", str(settings)]


def journeys_here() -> Path:
    """This folder's journeys, else the starter ones."""
    own = Path.cwd() / "journeys"
    return own if own.is_dir() else starter_files.folder("journeys")

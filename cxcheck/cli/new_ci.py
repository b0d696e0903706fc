"""``cxcheck new --ci github``: an example for a CI server, added to a project that is there already."""

from __future__ import annotations

from pathlib import Path

from cxcheck.cli.project import ci_files
from cxcheck.errors import SettingsError, problem


def add_here(server: str) -> str:
    """Write it below this folder; returns what is there now, and what comes next.

    Raises:
        SettingsError: The file is there already, or cannot be written.
    """
    [(name, text)] = ci_files(server).items()
    path = Path.cwd() / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise SettingsError(
            problem(
                "there is a file of that name, and it stays as it is",
                where=name,
                todo=f"see the example in a new project: cxcheck new shop --ci {server}",
            )
        ) from None
    except OSError as error:
        raise SettingsError(
            problem(f"it cannot be written: {error.strerror}", where=name, todo="go to your project's folder first")
        ) from None
    return f"{name} is there: four shards, one report. Read it, and commit it."

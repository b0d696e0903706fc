"""``cxcheck report [RUN]``: everything after recording, done again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cxcheck.cli.walking import named_first, this_folder
from cxcheck.errors import SettingsError, problem

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

PASSES_ON = True
_NEWEST = "reports/latest"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Everything else goes to pytest, but for the run, if it stands first."""
    parser.usage = "cxcheck report [RUN] [--one-file] [any option of pytest]"
    parser.epilog = f"RUN is a run's folder; without it, {_NEWEST}."
    parser.add_argument(
        "--one-file", action="store_true", help="write scorecard-one-file.html, which carries its pictures, for e-mail"
    )


def run(known: argparse.Namespace, extra: Sequence[str]) -> int:
    """Collect the stored visits as pytest items and judge them."""
    import pytest

    named, options = named_first(extra)
    folder = Path(named or _NEWEST).resolve()
    visits = folder / "visits"
    if not visits.is_dir():
        raise SettingsError(
            problem(
                "there is no run here",
                where=named or _NEWEST,
                expected="a folder with visits/, as 'cxcheck run' writes below reports/",
                todo="name such a folder; reports/latest is the newest",
            )
        )
    arguments = [str(visits), *this_folder(), "--cx-rejudge", "--cx-run-dir", str(folder)]
    if known.one_file:
        arguments += ["--self-contained-html", "--html", str(folder / "scorecard-one-file.html")]
    return int(pytest.main([*arguments, *options]))

"""``cxcheck report [RUN …]``: everything after recording, done again; several runs, such as shards, become one."""

from __future__ import annotations

import os
import time
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from cxcheck.cli.walking import this_folder
from cxcheck.errors import SettingsError, problem

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

PASSES_ON = True
_NEWEST = "reports/latest"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Everything else goes to pytest, but for the runs, which stand first."""
    parser.usage = "cxcheck report [RUN ...] [--cx-run-dir DIR] [--one-file] [any option of pytest]"
    parser.epilog = (
        f"RUN is a run's folder; without it, {_NEWEST}. Several, such as the shards of one run, are put together in "
        "a new folder, reports/<time>-merged, and judged there: one scorecard, run.json, junit.xml, summary.md and "
        "exit status."
    )
    parser.add_argument(
        "--one-file", action="store_true", help="write scorecard-one-file.html, which carries its pictures, for e-mail"
    )
    parser.add_argument(
        "--cx-run-dir", metavar="DIR", help="a new folder for the report, in which the runs are left as they are"
    )
    parser.add_argument(
        "--cx-budget",
        choices=["fail", "warn", "off"],
        help="what a broken budget comes to now, whatever it came to when the runs were walked",
    )


def run(known: argparse.Namespace, extra: Sequence[str]) -> int:
    """Collect the stored visits as pytest items and judge them."""
    import pytest

    named = list(takewhile(lambda one: not one.startswith("-"), extra))
    options = extra[len(named) :]
    folders = [_existing(name) for name in named or [_NEWEST]]
    folder = folders[0]
    if len(folders) > 1 or known.cx_run_dir:
        folder = _merged(folders, known)
    arguments = [*(_stored(folder) or [str(folder)]), *this_folder(), "--cx-rejudge", "--cx-run-dir", str(folder)]
    if known.cx_budget:
        arguments += ["--cx-budget", known.cx_budget]
    if known.one_file:
        arguments += ["--self-contained-html", "--html", str(folder / "scorecard-one-file.html")]
    return int(pytest.main([*arguments, *options]))


def _existing(name: str) -> Path:
    from cxcheck.store.folder import RUN_INFO

    folder = Path(name).resolve()
    if not _stored(folder) and not (folder / RUN_INFO).is_file():
        raise SettingsError(
            problem(
                "there is no run here",
                where=name,
                expected="a folder with visits/, as 'cxcheck run' writes below reports/",
                todo="name such a folder; reports/latest is the newest",
            )
        )
    return folder


def _stored(folder: Path) -> list[str]:
    """What pytest collects of a run."""
    from cxcheck.store.others import OTHERS

    return [str(path) for path in (folder / "visits", folder / OTHERS) if path.exists()]


def _merged(folders: Sequence[Path], known: argparse.Namespace) -> Path:
    from cxcheck.store.folder import REPORTS, RunFolder
    from cxcheck.store.merge import merge

    name = f"{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}-merged"
    folder = Path(known.cx_run_dir).resolve() if known.cx_run_dir else Path.cwd() / REPORTS / name
    settings = {"budget": known.cx_budget} if known.cx_budget else {}
    merge([RunFolder(path) for path in folders], RunFolder(folder), **settings)
    return folder

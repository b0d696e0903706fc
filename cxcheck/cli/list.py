"""``cxcheck list``: journeys × personas with their steps and budgets; collected as a run would, and not walked."""

from __future__ import annotations

import contextlib
import io
import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cxcheck.cli.listed import ListedJourney, as_data, as_text
from cxcheck.cli.walking import journeys_here, this_folder
from cxcheck.errors import CxError, SettingsError, problem
from cxcheck.model.journey import journey_of
from cxcheck.model.persona import Persona
from cxcheck.plugin.keys import RUN
from cxcheck.plugin.steps import plan_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Generator, Sequence

_WIDTHS = (60, 100)  # narrower or wider does not read well


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """For whom, and for whom to read."""
    parser.add_argument(
        "--cx-persona",
        dest="persona",
        action="append",
        default=[],
        metavar="KEY",
        help="only what this persona walks (repeatable)",
    )
    parser.add_argument("--json", action="store_true", help="for machines")


def run(known: argparse.Namespace, extra: Sequence[str]) -> int:
    """Collect and print.

    Raises:
        SettingsError: A file cannot be used, or there is nothing to list.
    """
    del extra
    folder = journeys_here()
    found = _Found(Path.cwd())
    only = [f"--cx-persona={key}" for key in known.persona]
    said = io.StringIO()  # pytest's own list of items
    with contextlib.redirect_stdout(said):
        status = pytest.main([str(folder), *this_folder(), "--collect-only", "-q", *only], plugins=[found])
    if found.problems:
        raise SettingsError("\n".join(found.problems))
    if status == pytest.ExitCode.USAGE_ERROR:  # pytest has said what is wrong, on standard error
        return int(status)
    if not found.journeys:
        raise SettingsError(
            problem(
                "there is no journey to list" + (f" for {', '.join(known.persona)}" if known.persona else ""),
                where=f"{found.relative(folder)}/",
                expected="a function with @journey in a file of this folder, and personas that walk it",
                todo="write one, or try 'cxcheck new DIR' for an example",
            )
        )
    journeys = list(found.journeys.values())
    if known.json:
        print(json.dumps(as_data(journeys), indent=2, ensure_ascii=False))
        return 0
    width = min(max(shutil.get_terminal_size().columns, _WIDTHS[0]), _WIDTHS[1])
    print(as_text(journeys, width=width, bold=sys.stdout.isatty()))
    return 0


class _Found:
    """What pytest collected."""

    def __init__(self, root: Path) -> None:
        self.journeys: dict[str, ListedJourney] = {}
        self.problems: list[str] = []
        self._root = root

    def relative(self, path: Path) -> str:
        """The path as somebody in this folder writes it; built-in files by their full name."""
        return (path.relative_to(self._root) if path.is_relative_to(self._root) else path).as_posix()

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_make_collect_report(
        self, collector: pytest.Collector
    ) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
        """Note a file that cannot be used, as the plugin has worded it."""
        report = yield
        if report.failed:
            call = getattr(report, "call", None)
            error = call.excinfo.value if call and call.excinfo else None
            self.problems.append(
                report.longreprtext if isinstance(error, CxError) else self._unreadable(collector.path, error)
            )
        return report

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Note the journeys, each with those who walk it."""
        for item in session.items:
            journey = journey_of(getattr(item, "obj", None))
            callspec = getattr(item, "callspec", None)
            if journey is None or callspec is None or not isinstance(item, pytest.Function):
                continue
            file = self.relative(item.path)
            key = f"{file}::{journey.key}"
            budgeted = session.config.stash[RUN].budgeted(journey)
            listed = self.journeys.setdefault(key, ListedJourney(budgeted, file, plan_of(item.function)))
            listed.visits += 1
            persona = callspec.params.get("persona")
            if isinstance(persona, Persona) and persona not in listed.personas:
                listed.personas.append(persona)

    def _unreadable(self, path: Path, error: BaseException | None) -> str:
        """In one line what pytest tells in a traceback."""
        cause = error.__cause__ if isinstance(error, pytest.Collector.CollectError) and error.__cause__ else error
        line = cause.lineno if isinstance(cause, SyntaxError) and cause.filename == str(path) else _line(cause, path)
        where = self.relative(path) + (f":{line}" if line else "")
        text = f"{cause.msg}" if isinstance(cause, SyntaxError) else str(cause).partition("\n")[0]
        todo = "correct the file; 'pytest --collect-only' on it shows the whole traceback"
        return problem(f"cannot be read: {type(cause).__name__}: {text}", where=where, todo=todo)


def _line(error: BaseException | None, path: Path) -> int | None:
    """The file's last line on the way to the error."""
    trace, line = error.__traceback__ if error else None, None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == str(path):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line

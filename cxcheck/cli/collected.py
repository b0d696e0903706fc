"""The journeys of a folder, collected as a run would, and not walked."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cxcheck.cli.listed import ListedJourney
from cxcheck.cli.walking import this_folder
from cxcheck.errors import CxError, SettingsError, problem
from cxcheck.model.journey import journey_of
from cxcheck.model.persona import Persona
from cxcheck.plugin.keys import RUN
from cxcheck.plugin.steps import plan_of

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from cxcheck.plugin.run import Run


def collected(folder: Path, options: Sequence[str]) -> Collected:
    """What pytest finds there with these options.

    Raises:
        SettingsError: A file cannot be used.
    """
    found = Collected(Path.cwd())
    with contextlib.redirect_stdout(io.StringIO()):  # pytest's own list of items
        pytest.main([str(folder), *this_folder(), "--collect-only", "-q", *options], plugins=[found])
    if found.problems:
        raise SettingsError("\n".join(found.problems))
    return found


class Collected:
    """What pytest collected: journeys by file and key. ``run`` None: it has said on standard error what is wrong."""

    def __init__(self, root: Path) -> None:
        self.run: Run | None = None
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
        self.run = session.config.stash[RUN]
        for item in session.items:
            journey = journey_of(getattr(item, "obj", None))
            callspec = getattr(item, "callspec", None)
            if journey is None or callspec is None or not isinstance(item, pytest.Function):
                continue
            file = self.relative(item.path)
            key = f"{file}::{journey.key}"
            listed = self.journeys.setdefault(
                key, ListedJourney(self.run.budgeted(journey), file, plan_of(item.function), own=journey.budget)
            )
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

"""Keeps what the tests beside the visits came to, so that a stored run ends as it did when it was walked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cxcheck.model.run import OtherTest
from cxcheck.plugin.keys import VISIT_PROPERTY
from cxcheck.plugin.outcome import exit_status_of, is_of_several
from cxcheck.store import others

if TYPE_CHECKING:
    from cxcheck.plugin.run import Run

_NOT_COLLECTED = int(pytest.ExitCode.INTERRUPTED)  # what pytest ends with when a file cannot be collected


class OtherTests:
    """Registered in the controlling process of a run that walks; each result is written as it comes."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._uncollected: set[str] = set()  # every worker tells of the same file

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test's call, or the phase before or after it in which it failed."""
        if report.when != "call" and report.outcome not in {"failed", "skipped"}:
            return
        is_visit = VISIT_PROPERTY in dict(report.user_properties)
        if str(report.outcome) == "rerun" or (is_visit and report.when != "teardown") or is_of_several(report):
            return  # it is tried again; or the visits themselves say what they came to
        ended = "error" if report.failed and report.when != "call" else report.outcome
        self._keep(report.nodeid, ended, _text(report), exit_status_of(report))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file that could not be collected, once."""
        if report.failed and report.nodeid not in self._uncollected:
            self._uncollected.add(report.nodeid)
            status = getattr(report, "cx_exit_status", 0)
            self._keep(report.nodeid, "error", report.longreprtext, max(_NOT_COLLECTED, status))

    def _keep(self, node: str, outcome: str, text: str, status: int) -> None:
        test = OtherTest.model_validate({"node": node, "outcome": outcome, "text": text, "exit_status": status})
        others.note(self._run.folder.path, test)


def _text(report: pytest.TestReport) -> str:
    """The error as printed; of a skipped test the reason alone, and nothing of one that passed."""
    if report.skipped and isinstance(report.longrepr, tuple):
        return report.longrepr[2].removeprefix("Skipped: ")
    return report.longreprtext if report.failed else ""

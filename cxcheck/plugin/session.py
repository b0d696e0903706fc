"""Hooks of a run that walks journeys; registered only for such runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cxcheck import replay_files
from cxcheck.errors import StoppedOnPurpose
from cxcheck.plugin import summary
from cxcheck.plugin.collect import for_nobody
from cxcheck.plugin.keys import RUNNING, WORKER_INPUT
from cxcheck.plugin.outcome import (
    exit_status_of,
    is_flaky,
    is_of_several,
    is_visit,
    note,
    raise_if_broken,
    shape,
    shape_collected,
)

if TYPE_CHECKING:
    import warnings
    from collections.abc import Generator

    from cxcheck.model.run import JudgedVisit
    from cxcheck.plugin.run import Run

FLAKY_STATUS = 7  # pytest-rerunfailures' own, for --fail-on-flaky; here also of workers and of stored runs


class Session:
    """Brings a visit's end into its test, and the run's end into report and exit status."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._told: set[str] = set()  # errors that were printed whole
        self._counted = False  # all that was collected has been: a line more would say "[120%]"

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """Tell a pytest-xdist worker what was decided; it gets the command line as typed and nothing else."""
        node.workerinput[WORKER_INPUT] = self._run.decided

    @pytest.hookimpl(wrapper=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> Generator[None, Any, Any]:
        """Judge a visit inside the test's call: one row, the right JUnit."""
        try:
            result = yield
        except BaseException as error:
            visit = pyfuncitem.stash.get(RUNNING, None)
            if visit is None:
                raise
            from cxcheck.plugin.visit import translated

            told = translated(error)
            judged = visit.end(told)
            note(pyfuncitem, judged)
            if isinstance(told, StoppedOnPurpose):
                self._hold(judged)
                return None
            if told is error:
                raise
            raise told from error
        visit = pyfuncitem.stash.get(RUNNING, None)
        if visit is not None:
            judged = visit.end(None)
            note(pyfuncitem, judged)
            self._hold(judged)
        return result

    def _hold(self, judged: JudgedVisit) -> None:
        if not self._run.judges_together:
            raise_if_broken(judged)

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
        """Before any other plugin sees the report."""
        report = yield
        call = getattr(report, "call", None)
        if call is not None:
            shape_collected(call, report, self._run.config.rootpath)
        return report

    @pytest.hookimpl(tryfirst=True)
    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A journey that cannot be used counts for the exit status too."""
        self._run.worst = max(self._run.worst, exit_status_of(report))

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """Leave out journeys that none of the chosen personas walks."""
        nobodys = [item for item in items if for_nobody(item)]
        if nobodys:
            config.hook.pytest_deselected(items=nobodys)
            items[:] = [item for item in items if item not in nobodys]

    @pytest.hookimpl(wrapper=True, trylast=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Before any other plugin sees the report."""
        report = yield
        shape(item, call, report)
        return report

    @pytest.hookimpl(tryfirst=True)
    def pytest_warning_recorded(self, warning_message: warnings.WarningMessage) -> None:
        """Before anybody prints it, or a worker sends it on: warnings may quote what was typed."""
        for secrets in self._run.secrets:
            text = str(warning_message.message)
            clean = secrets.scrub(text)
            if clean != text:
                warning_message.message = UserWarning(clean)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """In the controlling process: the exit status so far; the same message is printed whole only once."""
        if self._run.is_worker:
            return
        self._run.worst = max(self._run.worst, exit_status_of(report))
        if isinstance(report.longrepr, str) and hasattr(report, "cx_exit_status"):
            if report.longrepr in self._told:
                report.longrepr = report.longrepr.partition("\n")[0] + " (as above)"
            self._told.add(report.longrepr)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Judge all visits, before pytest-html writes its page; the worst exit status wins."""
        if self._run.is_worker or session.config.option.collectonly:
            return
        self._run.finish()
        assert self._run.result is not None
        self._judge_together(session.config)
        replay_files.write_worst(self._run.folder, self._run.result)
        summary.write(self._run)
        session.exitstatus = max(int(session.exitstatus), self._run.worst)
        if session.exitstatus == 0 and getattr(session.config.option, "fail_on_flaky", False) and self._flaky:
            session.exitstatus = FLAKY_STATUS

    @property
    def _flaky(self) -> bool:
        return self._run.result is not None and any(visit.flaky for visit in self._run.result.visits)

    def _judge_together(self, config: pytest.Config) -> None:
        """Rows for those who walked several times, before JUnit and pytest-html write their files."""
        if self._run.judges_together and self._run.result is not None:
            from cxcheck.plugin import together

            self._counted = True
            for report in together.reports(self._run.result):
                config.hook.pytest_runtest_logreport(report=report)
            self._counted = False

    def pytest_report_teststatus(self, report: pytest.TestReport) -> tuple[str, str, str] | None:
        """Visits announce themselves by their steps: no letters between the lines. A pass after a failure is none."""
        if is_flaky(report) and report.when == "call":
            return "flaky", "" if is_visit(report) else "f", "FLAKY"
        if self._counted and is_of_several(report):
            return ("" if report.when != "call" else str(report.outcome)), "", ""
        if not (is_visit(report) or is_of_several(report)) or hasattr(report, "wasxfail"):
            return None
        if report.passed and report.when != "call":
            return None
        category = "error" if report.failed and report.when != "call" else str(report.outcome)
        return category, "", category.upper()

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """What it came to, and where to look."""
        if self._run.result is not None:
            summary.tell(self._run, terminalreporter)

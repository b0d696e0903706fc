"""The bridge to pytest's JUnit file: one case for a test, however often it was tried."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cxcheck.plugin.keys import VISIT_PROPERTY
from cxcheck.report.junit import with_attempts
from cxcheck.store.folder import write_atomically

if TYPE_CHECKING:
    from collections.abc import Generator

    from cxcheck.plugin.run import Run


class JUnitBridge:
    """Registered when pytest writes a JUnit file for a run of ours."""

    def __init__(self, run: Run) -> None:
        self._run = run

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_sessionfinish(self) -> Generator[None]:
        """After pytest has written it."""
        yield
        option = self._run.config.option
        path = Path(self._run.config.invocation_params.dir, Path(os.path.expandvars(option.xmlpath)).expanduser())
        if self._run.result is None or not path.is_file():
            return
        before = path.read_text(encoding="utf-8")
        told = with_attempts(before, self._run.result.visits, VISIT_PROPERTY)
        if told != before:
            write_atomically(path, told)

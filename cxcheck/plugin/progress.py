"""Plain lines while visits are walked: who is on which step, for how long, and how many are left."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from cxcheck.plugin.keys import OUTCOME_PROPERTY, VISIT_PROPERTY

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from cxcheck.model.journey import Journey
    from cxcheck.model.persona import Persona


def teller(config: pytest.Config, journey: Journey, persona: Persona) -> Callable[[str], None]:
    """Prints a line at each step, past pytest's capture; from workers too, for they share standard error."""
    capture = config.pluginmanager.getplugin("capturemanager")
    start_s, number = time.monotonic(), 0

    def tell(title: str) -> None:
        nonlocal number
        number += 1
        line = f"  {persona.key} · {journey.title} · {time.monotonic() - start_s:3.0f} s · step {number}: {title}\n"
        with capture.global_and_fixture_disabled():
            sys.stderr.write(line)
            sys.stderr.flush()

    return tell


class Progress:
    """In the controlling process: a line when a visit has ended."""

    def __init__(self) -> None:
        self._ended = 0

    def pytest_sessionstart(self, session: pytest.Session) -> None:
        """Remember who knows how many there are."""
        self._session = session

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count."""
        if report.when != "teardown":
            return
        self._ended += 1
        properties = dict(report.user_properties)
        terminal = self._session.config.pluginmanager.getplugin("terminalreporter")
        if VISIT_PROPERTY in properties and terminal is not None:
            journey, persona, *_ = str(properties[VISIT_PROPERTY]).split("--")
            left = self._session.testscollected - self._ended
            to_go = {0: "that was the last visit", 1: "1 visit to go"}.get(left, f"{left} visits to go")
            terminal.ensure_newline()
            terminal.write_line(f"  {persona} · {journey} · {properties[OUTCOME_PROPERTY]} ({to_go})")

"""Who is on which step, for how long, and how many visits are left: one line each, all from the controlling process."""

from __future__ import annotations

import time
from contextlib import nullcontext
from threading import RLock
from typing import TYPE_CHECKING, Any

import pytest

from cxcheck.plugin.collect import is_a_journey
from cxcheck.plugin.keys import JOURNEY_PROPERTY, OUTCOME_PROPERTY, PERSONA_PROPERTY, REPEAT, REPEAT_PROPERTY
from cxcheck.plugin.live import Live
from cxcheck.plugin.outcome import is_visit
from cxcheck.plugin.steps import plan_of
from cxcheck.report.foreign import on_one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from cxcheck.model.journey import Journey
    from cxcheck.model.persona import Persona

NAME = "cxcheck-progress"  # of the plugin, in either kind of process
WIRE = "cxcheck-progress"  # in workerinput: the channel on which a worker tells its steps
_TITLE_CHARS = 60
_JOURNEY_CHARS = 40


def teller(item: pytest.Function, journey: Journey, persona: Persona) -> Callable[[str], None]:
    """What a visit calls at each step, with its title."""
    progress: Progress | Telling | None = item.config.pluginmanager.getplugin(NAME)
    capture = item.config.pluginmanager.getplugin("capturemanager")
    who = _who(persona.key, item.funcargs.get(REPEAT, 1), journey.title)
    count, start_s, number = plan_of(item.function).count, time.monotonic(), 0

    def tell(title: str) -> None:
        nonlocal number
        number += 1
        if progress is None:
            return
        of = f" of {count}" if count and number <= count else ""
        step = f"step {number}{of}: {clipped(title, _TITLE_CHARS)}"
        with capture.global_and_fixture_disabled() if capture else nullcontext():
            progress.step(item.nodeid, who, time.monotonic() - start_s, step)

    return tell


def _who(persona: object, repeat: object, journey: object) -> str:
    again = f" ({repeat})" if str(repeat) != "1" else ""
    return f"{persona}{again} · {clipped(str(journey), _JOURNEY_CHARS)}"


def clipped(text: str, chars: int) -> str:
    """On one line, harmless to a terminal, and no longer than that: titles may be computed from a site's words."""
    text = on_one_line(text)
    return text if len(text) <= chars else text[: chars - 1].rstrip() + "…"


def _visits(session: pytest.Session) -> list[str]:
    """Ids of what will be a visit; ordinary tests may stand among them."""
    return [item.nodeid for item in session.items if is_a_journey(item)]


class Telling:
    """In a worker: passes everything on to the controlling process, for two may not write to one terminal."""

    def __init__(self, wire: Any) -> None:
        self._wire = wire

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Each worker collects all visits, whichever it walks."""
        self._wire.send(("collected", _visits(session)))

    def step(self, *told: str | float) -> None:
        """A visit has come to a step."""
        self._wire.send(("step", *told))


class Progress:
    """In the controlling process: a line at each step, and when a visit has ended."""

    def __init__(self) -> None:
        self._terminal: pytest.TerminalReporter | None = None
        self._verbosity = 0
        self._live: Live | None = None
        self._writing = RLock()  # what workers tell arrives on threads of their own
        self._left: set[str] = set()
        self._took_s: dict[str, float] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionstart(self, session: pytest.Session) -> None:
        """By now pytest has a terminal, unless it was told to have none."""
        self._terminal = session.config.pluginmanager.getplugin("terminalreporter")
        self._verbosity = session.config.get_verbosity()
        self._live = Live.on(self._terminal)

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """Lay a wire to a worker of pytest-xdist."""
        wire = node.gateway.newchannel()
        wire.setcallback(self._hear)
        node.workerinput[WIRE] = wire

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Where there are no workers."""
        self.collected(_visits(session))

    def collected(self, visits: list[str]) -> None:
        """Visits to come. They announce themselves: pytest's file names would stand alone on lines between them."""
        self._left |= set(visits) - set(self._took_s)
        if visits and self._verbosity == 0 and self._terminal is not None:
            self._terminal.showfspath = False

    def step(self, visit: str, who: str, seconds: float, step: str) -> None:
        """Tell of a step."""
        with self._writing:
            self._left.add(visit)  # also when it is walked again
            if self._live is not None:
                self._live.step(visit, f"{who} · {step}", len(self._left))
            elif self._verbosity >= 0:
                self._line(f"  {who} · {seconds:3.0f} s · {step}{_to_go(len(self._left) - 1)}")

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_logstart(self) -> Generator[None]:
        """Nobody else writes meanwhile."""
        with self._writing, self._live or nullcontext():
            yield

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> Generator[None]:
        """After pytest's own words: how a visit has ended."""
        with self._writing, self._live or nullcontext():
            yield
            self._took_s[report.nodeid] = self._took_s.get(report.nodeid, 0) + report.duration
            if report.when == "teardown":
                self._ended(report)
            elif (report.when == "call" or not report.passed) and not is_visit(report) and self._terminal is not None:
                self._terminal.currentfspath = -2  # pytest's letter stands there: our next line begins a new one

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self) -> None:
        """Also when it was interrupted."""
        if self._live is not None:
            with self._writing:
                self._live.clear()
            self._live = None

    def _ended(self, report: pytest.TestReport) -> None:
        self._left.discard(report.nodeid)
        if self._live is not None:
            self._live.ended(report.nodeid, len(self._left))
        if is_visit(report) and self._verbosity >= -1:
            said = dict(report.user_properties)
            who = _who(said[PERSONA_PROPERTY], said[REPEAT_PROPERTY], said[JOURNEY_PROPERTY])
            took = f"{self._took_s[report.nodeid]:3.0f} s"
            self._line(f"  {who} · {took} · {said[OUTCOME_PROPERTY]}{_to_go(len(self._left))}")

    def _hear(self, told: tuple[Any, ...]) -> None:
        what, *about = told
        if what == "collected":
            self.collected(*about)
        else:
            self.step(*about)

    def _line(self, text: str) -> None:
        if self._terminal is not None:
            self._terminal.write_line(text)
            self._terminal.flush()


def _to_go(left: int) -> str:
    return f" ({left} to go)" if left > 0 else " (the last one)"

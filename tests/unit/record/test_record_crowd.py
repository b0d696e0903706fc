"""How many programs want each processor: read from what the system tells, and seen when there are too many."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cxcheck.model.artifact import NotRecorded
from cxcheck.record import crowd
from cxcheck.record.clock import VisitClock
from cxcheck.record.crowd import CrowdWatch, Look, per_processor, read
from cxcheck.record.journal import Journal
from cxcheck.redact import Secrets
from cxcheck.testing import make_artifacts

STAT = """\
cpu  100 20 30 800 7 0 3 40 0 0
cpu0 50 10 15 400 4 0 2 20 0 0
cpu1 50 10 15 400 3 0 1 20 0 0
intr 5 0 1
ctxt 7
procs_running 7
procs_blocked 0
"""
ON_LINUX = pytest.mark.skipif(not Path("/proc/stat").exists(), reason="only Linux tells")


def watched():
    """A watch, and what it writes; ``note`` gives it an occasion to."""
    events = []
    journal = Journal(VisitClock(), Secrets(), events.append)
    journal.add("visit/began", {"probes": ["core"]})
    return CrowdWatch(journal), events, journal


def test_it_reads_programs_but_itself_processors_and_time_that_was_stolen():
    assert read(STAT) == Look(programs=6, processors=2, stolen=40, ticks=1000)


@pytest.mark.parametrize("text", ["", "cpu 1 2 3\n", "procs_running 3\n", "cpu\nprocs_running\n"])
def test_what_it_cannot_read_it_says(text):
    with pytest.raises(ValueError, match="no procs_running"):
        read(text)


@pytest.mark.parametrize(
    ("looks", "wanted"),
    [
        ([(0, 2, 0, 0), (2, 2, 0, 100)], 1),  # nobody waits
        ([(4, 2, 0, 0), (8, 2, 0, 100)], 3),
        ([(1, 2, 0, 0), (1, 2, 50, 100)], 2),  # another machine took half of it
        ([(4, 2, 0, 0), (4, 2, 50, 100)], 4),
        ([(4, 2, 7, 100), (4, 2, 7, 100)], 2),  # the clock stands
    ],
)
def test_so_many_want_each_processor(looks, wanted):
    assert per_processor([Look(*look) for look in looks]) == pytest.approx(wanted)


@ON_LINUX
def test_a_crowd_is_seen():
    """Programs that only run, four for each processor: nobody else can make them fewer."""
    watch, events, journal = watched()
    count = 4 * (os.cpu_count() or 1)
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        watch.begin()
        until_s = time.monotonic() + 30
        while time.monotonic() < until_s and not any(event.kind == crowd.KIND for event in events):
            time.sleep(0.1)
            journal.add("note")
    finally:
        for one in busy:
            one.kill()
            one.wait()
    watch.end()
    machine = make_artifacts(events).machine
    assert machine.items
    assert max(one.per_processor for one in machine.items) > 2
    assert all(one.until_ms - one.from_ms > 0 for one in machine.items)
    written = len(events)
    journal.add("note")
    assert len(events) == written + 1, "after its end it writes no more"


def test_where_nothing_is_told_that_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(crowd, "_STAT", tmp_path / "stat")
    watch, events, _ = watched()
    watch.begin()
    watch.end()
    artifacts = make_artifacts(events)
    assert artifacts.unsupported == {"crowd": "this system does not tell how many programs want to run"}
    assert not artifacts.machine.items
    assert not isinstance(artifacts.machine, NotRecorded)

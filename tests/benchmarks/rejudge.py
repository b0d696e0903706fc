"""How long it takes to judge a thousand stored visits again, and how much memory: on one core, without a browser.

    python tests/benchmarks/rejudge.py RUN [visits]

RUN is a run's folder, such as ``cxcheck demo`` leaves; its visits are copied until there are as many as asked for, 1000
unless said. Two parts, each in a process of its own: *judging* (reads and judges all, and writes ``run.json``) and
*report* (``cxcheck report``: the same, and the pages). The aim is 20 s and 500 MB for judging; processor time is what
counts on a busy machine. With PROFILE set to a file the first is profiled. Nothing is asserted.
"""

from __future__ import annotations

import cProfile
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cxcheck.model.run import JudgedRun
from cxcheck.pipeline import judge_visit, result_of
from cxcheck.store.folder import EVENTS, VISIT, RunFolder, read_visit

JUDGE = "--judge-only"


def main() -> None:
    run, count = RunFolder(Path(sys.argv[1])), int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with tempfile.TemporaryDirectory() as folder:
        copy = RunFolder(Path(folder, "many"))
        copy.begin(run.info())
        spread(run, copy, count)
        lines = sum(len((path / EVENTS).read_bytes().splitlines()) for path in copy.visit_paths)
        print(f"{count} visits, {lines / count:.0f} events each, copies of {len(run.visit_paths)}")
        measured("judging", [sys.executable, __file__, str(copy.path), JUDGE])
        measured("report", [sys.executable, "-m", "cxcheck", "report", str(copy.path), "-q", "-p", "no:cacheprovider"])
        size = (copy.path / "scorecard.html").stat().st_size
        print(
            f"  scorecard.html takes {size / 1e6:.1f} MB without its pictures; the aim is 15 MB for a thousand visits"
        )


def spread(run: RunFolder, copy: RunFolder, count: int) -> None:
    """As many visits as asked for, each with an id of its own."""
    for number in range(count):
        path = run.visit_paths[number % len(run.visit_paths)]
        info = read_visit(path).info
        repeat = number // len(run.visit_paths) + 1
        known = {"id": f"{info.id.rpartition('--')[0]}--{repeat:03}", "repeat": repeat, "node": f"{info.node}-{repeat}"}
        mine = info.model_copy(update=known)
        to = copy.path / "visits" / mine.id
        to.mkdir(parents=True)
        (to / VISIT).write_text(mine.model_dump_json(indent=2), encoding="utf-8")
        shutil.copy(path / EVENTS, to / EVENTS)


def measured(what: str, command: list[str]) -> None:
    began = time.monotonic()
    done = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(done.pid, 0)
    cpu_s = used.ru_utime + used.ru_stime
    print(
        f"  {what:<8} {cpu_s:6.1f} s of processor time, {time.monotonic() - began:6.1f} s in all, "
        f"{used.ru_maxrss / 1024:5.0f} MB at the most, exit status {os.waitstatus_to_exitcode(status)}"
    )
    done.returncode = 0


def judge(folder: Path) -> None:
    """What a run's end does, without its pages."""
    run = RunFolder(folder)
    visits = tuple(judge_visit(read_visit(path)) for path in run.visit_paths)
    run.finish(result_of(JudgedRun(run=run.info(), visits=visits)))


if __name__ == "__main__":
    if JUDGE in sys.argv:
        if os.environ.get("PROFILE"):
            cProfile.run("judge(Path(sys.argv[1]))", os.environ["PROFILE"])
        else:
            judge(Path(sys.argv[1]))
    else:
        main()

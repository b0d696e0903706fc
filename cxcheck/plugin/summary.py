"""What a run came to, at its end: a page of Markdown for CI servers, and some lines on the terminal."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from cxcheck import replay_files
from cxcheck.report import markdown, terminal
from cxcheck.report.foreign import on_one_line
from cxcheck.report.pace import pace_line
from cxcheck.report.verdicts import reasons, run_line
from cxcheck.store.folder import write_atomically

if TYPE_CHECKING:
    import pytest

    from cxcheck.plugin.run import Run


def write(run: Run) -> None:
    """Write the page of Markdown; GitHub's job page takes it from the file that it names."""
    assert run.result is not None
    text = markdown.page(run.result)
    write_atomically(run.folder.path / "summary.md", text)
    if job_page := os.environ.get("GITHUB_STEP_SUMMARY"):
        with suppress(OSError), Path(job_page).open("a", encoding="utf-8") as file:
            file.write(text)


def tell(run: Run, terminalreporter: pytest.TerminalReporter) -> None:
    """What it came to, and where to look."""
    judged = run.result
    assert judged is not None
    terminalreporter.section("friction scorecard")
    lines = [*terminal.summary_lines(judged), f"verdict: {run_line(judged.visits)}"]
    lines += ["  " + on_one_line(f"{who}: {reason}") for who, reason in reasons(judged.visits, together=True)]
    seeds = sorted({visit.info.seed for visit in judged.visits} or {judged.run.seed})
    if len(seeds) == 1:
        tag = judged.run.settings.get("tag")
        also = f"; with the same addresses: --cx-tag {tag}" if tag else ""
        lines.append(f"seed {seeds[0]} (walk as the same people: --cx-seed {seeds[0]}{also})")
    else:
        lines.append(f"seeds {', '.join(map(str, seeds))}, since runs were merged")
    lines += filter(None, [pace_line(judged.visits)])
    page = getattr(run.config.option, "htmlpath", None)  # pytest-html may be switched off
    lines.append(f"scorecard: {page or 'none, since pytest-html does not take part'}")
    if (replay := run.folder.path / replay_files.REPLAY).is_file():
        lines.append(f"the worst moments: {replay}")
    for line in lines:
        terminalreporter.write_line(line)

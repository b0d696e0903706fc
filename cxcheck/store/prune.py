"""Old runs go: what cxcheck wrote of them, and nothing else."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from cxcheck.errors import SettingsError
from cxcheck.store.folder import RUN, RUN_INFO, RunFolder

if TYPE_CHECKING:
    from pathlib import Path

# In this order, so that a folder whose removal was broken off is still a run. The ledger stays: what was made on a site
# has to be cleaned up, however long ago it was.
_WRITTEN = (
    "visits", "assets", "scorecard.html", "scorecard-one-file.html", "replay.html", "junit.xml", "summary.md",
    "other-tests.jsonl", RUN, RUN_INFO,
)  # fmt: skip


@dataclass(frozen=True)
class OldRun:
    """A run's folder, when it began, and how much there is of it."""

    path: Path
    began: datetime
    size_bytes: int


def old_runs(reports: Path, *, keep: int | None, days: float | None, now: datetime) -> list[OldRun]:
    """Those beyond the newest ``keep``, and those older than so many days; None: that is no reason. The oldest first.

    What ``latest`` leads to is none of them, nor is a folder that says nothing of when its run began.
    """
    latest = (reports / "latest").resolve()
    found = []
    for path in reports.iterdir() if reports.is_dir() else ():
        began = None if path.is_symlink() or not path.is_dir() else _began(path)
        if began is not None:
            found.append((began, path))
    found.sort(reverse=True)
    old = [
        (began, path)
        for place, (began, path) in enumerate(found)
        if ((keep is not None and place >= keep) or (days is not None and now - began > timedelta(days=days)))
        and path.resolve() != latest
    ]
    return [OldRun(path, began, _size(path)) for began, path in reversed(old)]


def remove(run: OldRun) -> None:
    """What cxcheck wrote; other files, and then the folder, stay."""
    for name in _WRITTEN:
        path = run.path / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    if not any(run.path.iterdir()):
        run.path.rmdir()


def _began(path: Path) -> datetime | None:
    try:
        began = datetime.fromisoformat(RunFolder(path).info().began)
    except (SettingsError, ValueError):
        return None
    return began if began.tzinfo else began.replace(tzinfo=UTC)


def _size(path: Path) -> int:
    parts = (path / name for name in _WRITTEN)
    files = (file for part in parts for file in ([part] if part.is_file() else part.rglob("*")))
    return sum(file.lstat().st_size for file in files if file.is_file())

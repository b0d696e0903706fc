"""Replays on disk: ``replay.html`` beside a visit's events."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cxcheck.model.artifact import Outcome
from cxcheck.store.folder import RunFolder, read_visit, write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from cxcheck.model.event import Event
    from cxcheck.model.run import JudgedRun, JudgedVisit

REPLAY = "replay.html"
WORST = 20  # our choice: so many visits are told at the end of a run; the others when somebody asks


def write_replay(folder: Path, visit: JudgedVisit) -> Path:
    """Tell the visit that lies in this folder of a run; returns the file.

    Raises:
        SettingsError: The folder cannot be read.
        OSError: The file cannot be written.
    """
    from cxcheck.replay.page import visit_page

    scorecard = f"../../scorecard.html#visit-{visit.info.id}"
    page = visit_page(visit, read_visit(folder).events, reader(folder), scorecard=scorecard)
    write_atomically(folder / REPLAY, page)
    return folder / REPLAY


def write_run_replay(folder: RunFolder, run: JudgedRun) -> Path | None:
    """Tell the run's worst moments; None where there is nothing to show, and then no old file stays."""
    from cxcheck.replay.page import run_page

    ids = [visit.info.id for visit in run.visits]
    hrefs = {key: f"visits/{key}/{REPLAY}" for key in ids if (folder.path / "visits" / key / REPLAY).is_file()}
    paths = {key: folder.path / "visits" / key for key in ids}
    page = run_page(run, lambda visit: _recorded(paths[visit.info.id]), hrefs, scorecard="scorecard.html")
    path = folder.path / REPLAY
    if not page:
        path.unlink(missing_ok=True)
        return None
    write_atomically(path, page)
    return path


def write_beside(folders: Sequence[Path], visits: Sequence[JudgedVisit]) -> Path:
    """Two visits that lie in these folders, side by side, in the first one's."""
    from cxcheck.replay.page import beside_page

    page = beside_page(visits, lambda visit: _recorded(folders[visits.index(visit)]))
    path = folders[0] / f"replay-beside-{folders[1].name}.html"
    write_atomically(path, page)
    return path


def _recorded(path: Path) -> tuple[tuple[Event, ...], Callable[[str], bytes | None]]:
    return read_visit(path).events, reader(path)


def write_worst(folder: RunFolder, run: JudgedRun) -> None:
    """Of a run that was filmed, the worst visits and the run itself. What goes wrong is said, and stops nothing."""
    filmed = [visit for visit in run.visits if visit.info.record != "off"]
    for visit in sorted(filmed, key=_harm)[:WORST]:
        with _said(f"the replay of {visit.info.id}"):
            write_replay(folder.path / "visits" / visit.info.id, visit)
    if filmed:
        with _said("the replay of the run"):
            write_run_replay(folder, run)


@contextmanager
def _said(what: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:  # noqa: BLE001 - the report comes after it
        sys.stderr.write(f"{what} is missing: {type(error).__name__}: {error}\n")


def _harm(visit: JudgedVisit) -> tuple[bool, bool, float]:
    """Worst first: who was stopped before who would have left, and that before the score."""
    score = visit.scorecard.score
    stopped = visit.artifacts.timeline.outcome is Outcome.NOT_FINISHED
    return not stopped, visit.scorecard.gave_up is None, 100 if score is None else score


def reader(folder: Path) -> Callable[[str], bytes | None]:
    """Gives pictures by their paths below the folder, and none from elsewhere."""
    inside = folder.resolve()

    def read(file: str) -> bytes | None:
        path = (folder / file).resolve()
        return path.read_bytes() if path.is_relative_to(inside) and path.is_file() else None

    return read

"""``cxcheck replay [VISIT | RUN]``: a film of what was recorded, in one file."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cxcheck.errors import SettingsError, nearest, problem
from cxcheck.model.run import JudgedRun
from cxcheck.pipeline import judge_visit
from cxcheck.replay_files import write_beside, write_replay, write_run_replay
from cxcheck.score.constants import weights_of
from cxcheck.score.weights import using
from cxcheck.set_constants import set_constants
from cxcheck.store.folder import VISIT, RunFolder, read_visit

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

TWO = 2
_NEWEST = Path("reports/latest")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to tell."""
    parser.add_argument(
        "what",
        nargs="?",
        metavar="VISIT | RUN",
        help=f"the folder of a visit or of a run, or the name of a visit of the newest run; default {_NEWEST}",
    )
    parser.add_argument(
        "--beside", metavar="VISIT", help="another visit of the same journey: both play side by side, in step"
    )
    parser.add_argument(
        "--video",
        type=Path,
        metavar="FILE.mp4",
        help="film it as well, of a run its worst moments, for slides and chat; needs ffmpeg or the extra 'video'",
    )


def run(known: argparse.Namespace, extra: Sequence[str]) -> int:
    """Build, and say where."""
    del extra
    folders = _visits(known.what)
    written = [_beside([*folders, *_visits(known.beside)])] if known.beside else _told(folders)
    for path in written:
        print(path)
    if known.video:
        from cxcheck.replay_video import write_video

        print(f"filming {written[-1]}: it takes a little longer than to watch it", file=sys.stderr, flush=True)
        write_video(written[-1], known.video)
        print(known.video)
    return 0


def _told(folders: Sequence[Path]) -> list[Path]:
    """Each visit, and of a whole run its worst moments at last."""
    run_folder = RunFolder(folders[0].parent.parent)
    info = run_folder.info()
    with _scored_as_it_was(folders[0]):
        visits = [judge_visit(read_visit(folder)) for folder in folders]
        written = [write_replay(folder, visit) for folder, visit in zip(folders, visits, strict=True)]
        if len(folders) == len(run_folder.visit_paths):
            written += filter(None, [write_run_replay(run_folder, JudgedRun(run=info, visits=tuple(visits)))])
    return written


def _beside(folders: Sequence[Path]) -> Path:
    visits = []
    for folder in folders:
        with _scored_as_it_was(folder):
            visits.append(judge_visit(read_visit(folder)))
    if len(folders) != TWO or len({visit.info.journey.key for visit in visits}) > 1:
        walked = ", ".join(sorted({visit.info.journey.key for visit in visits}))
        raise SettingsError(
            problem(
                f"these cannot play side by side: {len(folders)} visits, of {walked}",
                where="--beside",
                expected="two visits of the same journey",
                todo="name each by its folder, or by its name in the newest run",
            )
        )
    with _scored_as_it_was(folders[0]):
        return write_beside(folders, visits)


@contextmanager
def _scored_as_it_was(folder: Path) -> Iterator[None]:
    """With the constants of the visit's run."""
    scoring = set_constants([], RunFolder(folder.parent.parent).info().scoring)
    with using(weights_of(scoring.values, scoring.version)):
        yield


def _visits(named: str | None) -> list[Path]:
    path = Path(named or _NEWEST)
    if not path.exists() and (_NEWEST / "visits" / path).is_dir():
        path = _NEWEST / "visits" / path
    if (path / VISIT).is_file():
        return [path]
    found = RunFolder(path).visit_paths
    if not found:
        known = [visit.name for visit in RunFolder(_NEWEST).visit_paths]
        raise SettingsError(
            problem(
                "there is nothing to replay here",
                where=str(path),
                expected=f"the folder of a run or of a visit, as 'cxcheck run' writes below {_NEWEST.parent}/",
                near=nearest(path.name, known),
                todo=f"name one; {_NEWEST} is the newest run",
            )
        )
    return found

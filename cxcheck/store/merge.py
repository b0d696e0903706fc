"""Several runs, such as the shards of one, put together in a folder of their own. What they were is left as it is."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cxcheck.errors import SettingsError, problem
from cxcheck.store.fitting import merged_info, refuse_misfits
from cxcheck.store.folder import PICTURES, VISIT, RunFolder, read_info, write_atomically
from cxcheck.store.ledger import LEDGER
from cxcheck.store.others import OTHERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cxcheck.model.run import VisitInfo


class Move(NamedTuple):
    """A visit's folder, and its name in the merged run; ``info`` None: it cannot be read, and is told when judged."""

    source: Path
    name: str
    info: VisitInfo | None


def merge(sources: Sequence[RunFolder], into: RunFolder, **settings: str) -> None:
    """Write a run's folder with all their visits, to be judged again. Nothing is written unless everything fits.

    ``settings`` are those of the merged run, in place of what the runs had.
    Pictures are linked where the disk can, all else is copied.

    Raises:
        SettingsError: One is no run, they do not fit together, a visit is there twice, or the folder cannot be written.
    """
    infos = [source.info() for source in sources]
    refuse_misfits(sources, infos)
    moves = plan(sources)
    _refuse_full(into)
    is_new = not into.path.exists()
    try:
        for move in moves:
            _copy(move, into.path / "visits" / move.name)
        _join(sources, into, {move.source: move.name for move in moves})
        into.begin(merged_info(into.path.name, infos, settings))
    except OSError as error:
        if is_new:
            shutil.rmtree(into.path, ignore_errors=True)
        raise SettingsError(
            problem(
                f"the merged run cannot be written: {error.strerror}",
                where=str(into.path),
                expected="a folder that this user may write to, with room for the pictures of all runs",
                todo="name another one with --cx-run-dir; the runs are as they were",
            )
        ) from None


def plan(sources: Iterable[RunFolder]) -> list[Move]:
    """Under which name each visit goes: its own, or the next number where another test's visit has that.

    Raises:
        SettingsError: The same visit is in two runs.
    """
    moves: list[Move] = []
    seen: dict[tuple[str, int], Path] = {}
    for path in (path for source in sources for path in source.visit_paths):
        info = None
        with suppress(SettingsError):
            info = read_info(path)
        which = (info.node or info.id, info.attempt) if info else (path.name, 0)
        if which in seen:
            raise _twice(path, seen[which])
        seen[which] = path
        name = _free(path.name, {move.name for move in moves})
        moves.append(Move(path, name, _renamed(info, name, moves) if info and name != path.name else info))
    return moves


def _free(name: str, taken: set[str]) -> str:
    stem, _, number = name.rpartition("--")
    count = int(number) if number.isdigit() else 1
    while name in taken:
        count += 1
        name = f"{stem}--{count:02}"
    return name


def _renamed(info: VisitInfo, name: str, moves: Iterable[Move]) -> VisitInfo:
    """Numbered as it would have been in one run, its later attempts with it."""
    first = next((move.info for move in moves if move.info and move.info.node == info.node != ""), None)
    number = name.rpartition("--")[2]
    repeat = first.repeat if first else int(number) if number.isdigit() else info.repeat
    return info.model_copy(update={"id": name, "repeat": repeat})


def _copy(move: Move, to: Path) -> None:
    shutil.copytree(move.source, to, ignore=_links, copy_function=_link_or_copy)
    if move.info is not None and move.name != move.source.name:
        write_atomically(to / VISIT, move.info.model_dump_json(indent=2))


def _links(folder: str, names: list[str]) -> list[str]:
    """We write none: one that came with an artifact could point anywhere."""
    return [name for name in names if Path(folder, name).is_symlink()]


def _link_or_copy(source: str, to: str) -> None:
    """Pictures are never written again: of those one copy will do."""
    if Path(source).parent.name in PICTURES:
        with suppress(OSError):  # another disk, or one without links
            os.link(source, to)
            return
    shutil.copy2(source, to)


def _join(sources: Sequence[RunFolder], into: RunFolder, names: dict[Path, str]) -> None:
    """Files of lines: what was created on the site, and the tests that are no visits.

    A line that is there already is left out: each shard tells of a file that could not be collected.
    """
    for file in (LEDGER, OTHERS):
        lines = [
            _with_name(line, source, names)
            for source in sources
            if (source.path / file).is_file()
            for line in (source.path / file).read_text(encoding="utf-8").splitlines()
        ]
        if lines:
            write_atomically(into.path / file, "\n".join(dict.fromkeys(lines)) + "\n")


def _with_name(line: str, source: RunFolder, names: dict[Path, str]) -> str:
    try:
        said = json.loads(line)
        name = names[source.path / "visits" / said["visit"]]
    except (ValueError, KeyError, TypeError):
        return line
    return line if name == said["visit"] else json.dumps(said | {"visit": name}, ensure_ascii=False)


def _twice(path: Path, other: Path) -> SettingsError:
    return SettingsError(
        problem(
            f"the same visit is in {other} too",
            where=str(path),
            expected="runs of which each has visits of its own",
            todo="leave one of the two runs out",
        )
    )


def _refuse_full(into: RunFolder) -> None:
    if into.visit_paths:
        raise SettingsError(
            problem(
                "there are visits of an earlier run here",
                where=str(into.path),
                expected="a folder of the merged run's own",
                todo="name another one with --cx-run-dir, or remove it",
            )
        )

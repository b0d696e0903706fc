"""Replays on disk: ``replay.html`` beside a visit's events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.store.folder import read_visit, write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cxcheck.model.run import JudgedVisit

REPLAY = "replay.html"


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


def reader(folder: Path) -> Callable[[str], bytes | None]:
    """Gives pictures by their paths below the folder, and none from elsewhere."""
    inside = folder.resolve()

    def read(file: str) -> bytes | None:
        path = (folder / file).resolve()
        return path.read_bytes() if path.is_relative_to(inside) and path.is_file() else None

    return read

"""One run's folder and its visits' folders; see ``api.md`` in the design for the layout."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from cxcheck.errors import SettingsError, problem
from cxcheck.model.event import Event
from cxcheck.model.run import RUN_VERSION, RunInfo, RunResult, Visit, VisitInfo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxcheck.redact import Secrets

EVENTS = "events.jsonl"
VISIT = "visit.json"
TRACE = "trace.zip"  # Playwright's, of a visit that failed
RUN_INFO = "run-info.json"  # written first, so that a killed run can still be reported
RUN = "run.json"
PICTURES = ("evidence", "frames")  # a visit's folders of them
REPORTS = "reports"  # the folder that runs are kept in


def write_atomically(path: Path, text: str) -> None:
    """Either the old file or the whole new one, never half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as file:
        half = Path(file.name)
        try:
            file.write(text)
            file.flush()
        except OSError:
            half.unlink()
            raise
    half.chmod(0o644)
    half.replace(path)


class VisitFolder:
    """Writes one visit as it happens. A disk that takes no more does not stop the customer: ``broken`` says why."""

    def __init__(self, path: Path, info: VisitInfo, secrets: Secrets) -> None:
        self.path = path
        self.broken = ""
        self._secrets = secrets
        path.mkdir(parents=True, exist_ok=True)
        self.describe(info)
        self._events = (path / EVENTS).open("a", encoding="utf-8")

    def describe(self, info: VisitInfo) -> None:
        """Say what visit this is, in place of what was said before."""
        write_atomically(self.path / VISIT, self._secrets.scrub(info.model_dump_json(indent=2)))

    def write(self, event: Event) -> None:
        """Append a line and hand it to the system, so that a killed process loses nothing."""
        if self.broken:
            return
        try:
            self._events.write(event.model_dump_json() + "\n")
            self._events.flush()
        except OSError as error:
            self.broken = f"{self.path / EVENTS}: {error.strerror}"

    def save(self, name: str, content: bytes) -> str:
        """Keep a picture; returns its path below the visit's folder."""
        folder = self.path / "evidence"
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
        return f"evidence/{name}"

    def remove(self) -> None:
        """It was no visit: as if it had not been begun."""
        self.close()
        for name in (VISIT, EVENTS):
            (self.path / name).unlink(missing_ok=True)
        self.path.rmdir()

    def close(self) -> None:
        """No more lines."""
        try:
            self._events.close()
        except OSError as error:
            self.broken = self.broken or f"{self.path / EVENTS}: {error.strerror}"


class FrameFolder:
    """A visit's frames, which a replay and a second look at a press read again."""

    def __init__(self, visit: Path) -> None:
        self._visit = visit

    def save(self, name: str, content: bytes) -> str:
        """Keep one; returns its path below the visit's folder."""
        folder = self._visit / "frames"
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
        return f"frames/{name}"

    def read(self, path: str) -> bytes:
        """One that was kept."""
        return (self._visit / path).read_bytes()


def read_visit(path: Path) -> Visit:
    """A visit from its folder; a line that was cut off, and whatever cannot be read after it, is left out.

    Raises:
        SettingsError: This is no visit's folder, or one of a newer version.
    """
    return Visit(info=read_info(path), events=tuple(_events(path / EVENTS)))


def read_info(path: Path) -> VisitInfo:
    """What visit this folder holds.

    Raises:
        SettingsError: This is no visit's folder, or one of a newer version.
    """
    try:
        text = (path / VISIT).read_text(encoding="utf-8")
        if _version(text) > RUN_VERSION:
            raise SettingsError(
                problem(
                    f"was written by a newer cxcheck (version {_version(text)} of the format)",
                    where=str(path / VISIT),
                    expected=f"version {RUN_VERSION} or older",
                    todo="update cxcheck: pip install --upgrade cxcheck",
                )
            )
        return VisitInfo.model_validate_json(text)
    except (OSError, ValidationError) as error:
        raise SettingsError(
            problem(
                "cannot be read as a visit",
                where=str(path / VISIT),
                expected="a file written by this or an older cxcheck",
                todo=str(error).splitlines()[0],
            )
        ) from None


def _version(text: str) -> int:
    """The format's version, 0 when there is none."""
    try:
        found = json.loads(text)["v"]
    except (ValueError, KeyError, TypeError):
        return 0
    return found if isinstance(found, int) else 0


def _events(path: Path) -> Iterator[Event]:
    if not path.is_file():
        return
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            try:
                yield Event.model_validate_json(line)
            except ValidationError:
                return


class RunFolder:
    """One invocation's folder."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def visit_paths(self) -> list[Path]:
        """Folders of the visits, in order of name."""
        return sorted(path.parent for path in self.path.glob(f"visits/*/{VISIT}"))

    def begin(self, info: RunInfo) -> None:
        """Make the folder and say what this run is; in a folder of reports, point ``latest`` at it."""
        write_atomically(self.path / RUN_INFO, info.model_dump_json(indent=2))
        if self.path.parent.name == REPORTS:
            self._point_latest_here()

    def info(self) -> RunInfo:
        """What this run is.

        Raises:
            SettingsError: This is no run's folder.
        """
        try:
            return RunInfo.model_validate_json((self.path / RUN_INFO).read_text(encoding="utf-8"))
        except (OSError, ValidationError):
            raise SettingsError(
                problem(
                    "is not the folder of a run",
                    where=str(self.path),
                    expected=f"a folder with {RUN_INFO} and visits/, as 'cxcheck run' writes below reports/",
                    todo="name such a folder; reports/latest is the newest",
                )
            ) from None

    def finish(self, result: RunResult) -> None:
        """Write ``run.json``."""
        write_atomically(self.path / RUN, result.model_dump_json(indent=2))

    def _point_latest_here(self) -> None:
        latest = self.path.parent / "latest"
        try:
            if latest.is_symlink() or not latest.exists():
                new = latest.with_name(f".latest-{self.path.name}")  # two runs may begin at once
                new.symlink_to(self.path.name, target_is_directory=True)
                new.replace(latest)
        except OSError:
            if os.name != "nt":
                raise  # Windows needs a right for links that few have: then there is no "latest"

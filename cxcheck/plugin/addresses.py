"""Where a page finds what lies in the run's folder: pictures, replays, pages of single visits."""

from __future__ import annotations

import base64
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Addresses:
    """Of a page in ``folder``. ``alone``: it is one file, which carries its pictures and leaves the run's folder."""

    run: Path
    folder: Path
    alone: bool = False

    def picture(self, visit: str, file: str) -> str | None:
        """None: there is no such picture."""
        path = self.of_visit(visit) / file
        if self.alone and path.is_file():
            return "data:image/jpeg;base64," + base64.b64encode(path.read_bytes()).decode()
        return self._to(path)

    def file(self, visit: str, file: str) -> str | None:
        """Of a visit, or for "" of the run. None: there is none, or it does not come along."""
        return self._to((self.of_visit(visit) if visit else self.run) / file)

    def of_visit(self, visit: str) -> Path:
        """The visit's folder."""
        return self.run / "visits" / visit

    def _to(self, path: Path) -> str | None:
        if self.alone or not path.is_file():
            return None
        return Path(os.path.relpath(path, self.folder)).as_posix()

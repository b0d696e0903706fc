"""Reading the customers' mail from a Maildir; any number of visits read the same one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from cxcheck.errors import CouldNotMeasure, problem
from cxcheck.inbox.mail import read, recipients

if TYPE_CHECKING:
    from cxcheck.inbox.mail import Mail


class Maildir:
    """A folder with ``new`` and ``cur``; messages are only read, never moved.

    Raises:
        CouldNotMeasure: There is no such Maildir.
    """

    poll_ms = 250  # our choice: a look costs next to nothing

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder)
        self._before: set[str] = set()
        self._for_others: dict[str, set[str]] = {}  # address -> messages that are not for it, not to be read again
        if not (self._folder / "new").is_dir():
            raise CouldNotMeasure(
                problem(
                    f"there is no Maildir at {folder}",
                    where="the site's inbox",
                    expected="a folder with the sub-folders new, cur and tmp",
                    todo="correct the path, or start the mail server that writes there",
                )
            )

    def start_anew(self) -> None:
        """What is there by now will not be told any more."""
        self._before = {_unique(path) for path in self._paths()}

    def mails(self, address: str, since_s: float = 0) -> list[Mail]:
        """Mails to this address since ``start_anew``, or that arrived after a wall-clock time, oldest first."""
        not_mine = self._for_others.setdefault(address, set())
        arrived = []
        for path in self._paths():
            if _unique(path) in self._before or _unique(path) in not_mine:
                continue
            with suppress(FileNotFoundError):  # a mail program moved it meanwhile; it will be found where it is now
                arrived.append((path.stat().st_mtime, path, path.read_bytes()))
        found = []
        for when_s, path, raw in sorted(arrived):
            if address.lower() not in recipients(raw):
                not_mine.add(_unique(path))
            elif when_s >= since_s:
                found.append(read(raw, when_s))
        return found

    def hang_up(self) -> None:
        """There is nothing open."""

    def describe(self) -> str:
        """Where it is."""
        return str(self._folder)

    def _paths(self) -> list[Path]:
        return [path for name in ("new", "cur") for path in (self._folder / name).glob("*")]


def _unique(path: Path) -> str:
    """A message's name, without the flags that mail programs write behind it."""
    return path.name.partition(":")[0]

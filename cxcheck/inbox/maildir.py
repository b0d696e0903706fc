"""Reading the customers' mail from a Maildir; any number of visits read the same one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from cxcheck.errors import CouldNotMeasure, problem
from cxcheck.inbox.mail import read, recipients

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxcheck.inbox.mail import Mail


class Maildir:
    """A folder with ``new`` and ``cur``; messages are only read, never moved.

    Raises:
        CouldNotMeasure: There is no such Maildir.
    """

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder)
        self._for_others: dict[str, set[Path]] = {}  # address -> files that are not for it, not to be read again
        if not (self._folder / "new").is_dir():
            raise CouldNotMeasure(
                problem(
                    f"there is no Maildir at {folder}",
                    where="the site's inbox",
                    expected="a folder with the sub-folders new, cur and tmp",
                    todo="correct the path, or start the mail server that writes there",
                )
            )

    def mails(self, address: str, since_s: float) -> Iterator[Mail]:
        """Mails to this address that arrived after a wall-clock time, oldest first."""
        seen = self._for_others.setdefault(address, set())
        here = [path for name in ("new", "cur") for path in (self._folder / name).glob("*")]
        arrived = []
        for path in here:
            with suppress(FileNotFoundError):  # a mail program moved it meanwhile; it will be found where it is now
                if path not in seen:
                    arrived.append((path.stat().st_mtime, path, path.read_bytes()))
        for when_s, path, raw in sorted(arrived):
            if address.lower() not in recipients(raw):
                seen.add(path)
            elif when_s >= since_s:
                yield read(raw, when_s)

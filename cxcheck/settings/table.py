"""Tables of TOML files that know where they stand."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cxcheck.errors import SettingsError, problem
from cxcheck.settings.lines import key_lines

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Table:
    """A table of a TOML file, ``at`` that path in it; or what somebody typed elsewhere, which has no lines."""

    file: str
    values: dict[str, Any]
    at: tuple[str, ...] = ()
    text: str = field(default="", repr=False)

    def below(self, *path: str) -> Table:
        """A table in this one; an empty one where there is none.

        Raises:
            SettingsError: Something else stands there.
        """
        found: Any = self.values
        for depth, part in enumerate(path, start=1):
            found = found.get(part, {})
            if not isinstance(found, dict):
                name = ".".join((*self.at, *path[:depth]))
                raise SettingsError(
                    problem(
                        f"{part!r} cannot be {found!r}",
                        where=self.where(*path[:depth]),
                        expected=f"a table: [{name}], with keys and values below it",
                        todo="write it so",
                    )
                )
        return Table(self.file, found, (*self.at, *path), self.text)

    def where(self, *path: str | int) -> str:
        """The file and the line of a key; of what it stands in, where it is missing."""
        whole: tuple[str | int, ...] = (*self.at, *path)
        lines = key_lines(self.text)
        known = (lines.get(whole[:length]) for length in range(len(whole), 0, -1))
        line = next(filter(None, known), None)
        return self.file if line is None else f"{self.file}:{line}"

    def named(self, *path: str | int) -> str:
        """`` in [tool.cxcheck.sites.shop]``; nothing for the file as a whole."""
        parts = [part for part in (*self.at, *path) if isinstance(part, str)]
        return f" in [{'.'.join(parts)}]" if parts else ""


def read_toml(path: Path, name: str) -> Table:
    """A TOML file, called ``name`` in messages; an empty one where there is no such file.

    Raises:
        SettingsError: It is not TOML, or not text.
    """
    if not path.is_file():
        return Table(name, {})
    try:
        text = path.read_text(encoding="utf-8")
        return Table(name, tomllib.loads(text), text=text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            problem(f"is not valid TOML: {error}", where=str(path), todo="correct the file at that line")
        ) from None
    except OSError as error:
        raise SettingsError(
            problem(f"cannot be read: {error.strerror}", where=str(path), todo="make it readable, or remove it")
        ) from None

"""At which line of a TOML file each key stands; the parser does not say it."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Path = tuple[str | int, ...]


@lru_cache(maxsize=8)
def key_lines(text: str) -> dict[Path, int]:
    """The line, from 1, at which each key and table of a valid file begins, by its path; lists count from 0.

    The file is read statement by statement, each under the header that it stands below: a statement ends with the
    first line at which the parser is content.
    """
    found: dict[Path, int] = {}
    tables: dict[Path, int] = {}  # how many of a list of tables have begun
    header, statement, begins = "", "", 1
    array: Path = ()  # the list of tables that we are in
    for number, line in enumerate(text.split("\n"), start=1):
        if not statement:
            begins = number
        statement += line + "\n"
        is_header = statement.lstrip().startswith("[")
        try:
            tree = tomllib.loads(statement if is_header else header + statement)
        except tomllib.TOMLDecodeError:
            continue
        if is_header:
            header = statement
            array = _innermost(tree) if statement.lstrip().startswith("[[") else ()
            if array:
                tables[array] = tables.get(array, 0) + 1
        for path in _paths((), tree):
            if array and path[: len(array)] == array and len(path) > len(array):
                path = (*array, tables[array] - 1, *path[len(array) + 1 :])  # noqa: PLW2901 - its real number
            found.setdefault(path, begins)
        statement = ""
    return found


def _innermost(tree: Any) -> Path:
    """Where the list of tables lies that a header alone stands for."""
    path: Path = ()
    while isinstance(tree, dict):
        [name] = tree
        path, tree = (*path, name), tree[name]
    return path


def _paths(above: Path, tree: Any) -> Iterator[Path]:
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for name, value in items:
        path = (*above, name)
        yield path
        yield from _paths(path, value)

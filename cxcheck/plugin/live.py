"""A few lines at the foot of a terminal, written over and over: who is on which step now."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


class Live:
    """A line for each visit that is being walked. As a context it makes room for what pytest writes, and comes back."""

    def __init__(self, terminal: pytest.TerminalReporter) -> None:
        self._terminal = terminal
        self._walking: dict[str, str] = {}
        self._waiting = 0
        self._shown = 0  # lines

    @classmethod
    def on(cls, terminal: pytest.TerminalReporter | None) -> Live | None:
        """For a terminal that can erase lines, unless more or less was asked for (-v, -q, -s)."""
        if terminal is None or not terminal.isatty() or os.environ.get("TERM", "dumb") == "dumb":
            return None
        plain = terminal.verbosity != 0 or terminal.config.option.capture == "no"
        return cls(terminal) if not plain and sys.stdout.encoding.lower().startswith("utf") else None

    def step(self, visit: str, says: str, left: int) -> None:
        """A visit has come to a step; ``left`` counts those that are being walked too."""
        with self:
            self._walking[visit] = says
            self._waiting = left - len(self._walking)

    def ended(self, visit: str, left: int) -> None:
        """A visit has ended."""
        self._walking.pop(visit, None)
        self._waiting = left - len(self._walking)

    def clear(self) -> None:
        """The run is over."""
        self._walking.clear()
        with self:
            pass

    def __enter__(self) -> None:
        if self._shown:
            up = f"\x1b[{self._shown - 1}A" if self._shown > 1 else ""
            self._write(f"\r{up}\x1b[J")
        self._shown = 0

    def __exit__(self, *_: object) -> None:
        if not self._walking:
            return
        self._terminal.ensure_newline()
        columns = shutil.get_terminal_size().columns - 1
        lines = [*self._walking.values(), *([f"{self._waiting} more to go"] if self._waiting > 0 else [])]
        self._write("\n".join(fitted(f"  {line}", columns) for line in lines))
        self._shown = len(lines)

    @staticmethod
    def _write(text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()


def fitted(line: str, columns: int) -> str:
    """As much of the line as stands in that many columns: one that wraps could not be erased."""
    ends = list(accumulate(map(_columns, line)))
    if not ends or ends[-1] <= columns:
        return line
    return line[: sum(end < columns for end in ends)] + "…"


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1

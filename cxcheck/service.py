"""A server in a process of its own, so that it does not share an interpreter with what measures it.

A service prints one line, ``{"ready": "<address>"}``, when it accepts connections, and ends when its standard input
does: it dies with its parent, even with a killed one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from typing import TYPE_CHECKING, Self

from cxcheck.errors import CouldNotMeasure, problem

if TYPE_CHECKING:
    from collections.abc import Sequence

_STOP_WITHIN_S = 5


class Service:
    """Started by ``with``; ``address`` is what it said it can be reached at.

    Args:
        name: What messages call it.
        arguments: What follows the interpreter on the command line.
        ready_within_s: How long it may take to accept connections.
    """

    def __init__(self, name: str, arguments: Sequence[str], *, ready_within_s: float = 60) -> None:
        self.name = name
        self.address = ""
        self._arguments = [sys.executable, *arguments]
        self._ready_within_s = ready_within_s

    def __enter__(self) -> Self:
        """Start it and wait until it is ready.

        Raises:
            CouldNotMeasure: It ended, or was not ready in time; with its last words.
        """
        self._log = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            self._arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log, text=True
        )
        timer = threading.Timer(self._ready_within_s, self._process.kill)
        timer.start()
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        timer.cancel()
        try:
            self.address = str(json.loads(line)["ready"])
        except (ValueError, KeyError, TypeError):
            self._process.kill()
            self._process.wait()
            self._log.seek(0, os.SEEK_SET)
            words = self._log.read().decode(errors="replace").strip().splitlines()
            raise CouldNotMeasure(
                problem(
                    f"the {self.name} did not start: {words[-1] if words else 'it said nothing'}",
                    todo="see whether its extra is installed (pip install 'cxcheck[demo]') and its port is free",
                )
            ) from None
        return self

    def __exit__(self, *_: object) -> None:
        """Close its standard input, and kill it if that does not end it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            self._process.wait(_STOP_WITHIN_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()
        self._log.close()

"""How many programs wanted to run at once on this machine: what it makes late by that is not the site's doing."""

from __future__ import annotations

import threading
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cxcheck.model.event import Event
    from cxcheck.record.journal import Journal

KIND = "machine/crowded"
_STAT = Path("/proc/stat")  # Linux; see proc_stat(5)
_STOLEN = 7  # which of the times of "cpu" another machine took, of those on the same host
_EVERY_S = 0.1  # a look takes some 0.05 ms
_LOOKS = 5  # that make one event: the number leaps about


class Look(NamedTuple):
    """Programs that run or wait to, ourselves not counted; processors; their time that was stolen, and all of it."""

    programs: int
    processors: int
    stolen: int
    ticks: int


def read(text: str) -> Look:
    """``/proc/stat`` as a look.

    Raises:
        ValueError: It does not say what it should.
    """
    fields = {name: rest.split() for name, _, rest in (line.partition(" ") for line in text.splitlines())}
    try:
        times = [int(time) for time in fields["cpu"]]
        running = int(fields["procs_running"][0])
    except (KeyError, IndexError):
        raise ValueError("no procs_running or no cpu") from None
    processors = sum(name.startswith("cpu") for name in fields) - 1
    stolen = times[_STOLEN] if len(times) > _STOLEN else 0
    return Look(max(0, running - 1), max(1, processors), stolen, sum(times[: _STOLEN + 1]))


def per_processor(looks: list[Look]) -> float:
    """Of looks one after the other: how many programs wanted each processor, as far as it was ours; 1 at the least."""
    first, last = looks[0], looks[-1]
    stolen_ratio = (last.stolen - first.stolen) / max(1, last.ticks - first.ticks)
    wanted = sum(look.programs / look.processors for look in looks) / len(looks)
    return max(1.0, wanted) / max(0.01, 1 - stolen_ratio)


class CrowdWatch:
    """Looks ten times a second beside the visit; what it saw is written with the next event of the visit's own."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._seen: deque[tuple[float, float, float]] = deque()
        self._over = threading.Event()

    def begin(self) -> None:
        """Look from now on; where the system does not tell, say so."""
        try:
            read(_STAT.read_text(encoding="ascii"))
        except (OSError, ValueError):
            reason = "this system does not tell how many programs want to run"
            self._journal.add("probe/unsupported", {"probe": "crowd", "reason": reason})
            return
        self._journal.listen(self._heard)
        threading.Thread(target=self._watch, name="cxcheck-crowd", daemon=True).start()

    def end(self) -> None:
        """Write what is left, and look no more."""
        self._over.set()
        self._write()

    def _watch(self) -> None:
        """In a thread of its own, which must not write: the journal has one writer."""
        while not self._over.is_set():
            from_ms = self._journal.clock.now_ms()
            looks = []
            for _ in range(_LOOKS):
                if self._over.wait(_EVERY_S):
                    return
                looks.append(read(_STAT.read_text(encoding="ascii")))
            crowd = per_processor(looks)
            if crowd > 1:
                self._seen.append((from_ms, self._journal.clock.now_ms(), crowd))

    def _heard(self, event: Event) -> None:
        if event.kind != KIND and not self._over.is_set():
            self._write()

    def _write(self) -> None:
        while self._seen:
            from_ms, until_ms, crowd = self._seen.popleft()
            data = {"from_ms": round(from_ms, 1), "until_ms": round(until_ms, 1), "per_processor": round(crowd, 2)}
            self._journal.add(KIND, data)

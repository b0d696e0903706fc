"""Where every fact passes: numbered, timed, freed of secrets, written at once, and told to who listens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxcheck.model.event import Clock, Event

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxcheck.record.clock import VisitClock
    from cxcheck.redact import Secrets


class Journal:
    """The visit's only way to write an event."""

    def __init__(self, clock: VisitClock, secrets: Secrets, write: Callable[[Event], None]) -> None:
        self.clock = clock
        self.secrets = secrets
        self.step = 0
        self._write = write
        self._seq = 0
        self._listeners: list[Callable[[Event], None]] = []
        self._closed = False

    def listen(self, listener: Callable[[Event], None]) -> None:
        """Call ``listener`` with each event after it was written."""
        self._listeners.append(listener)

    def close(self) -> None:
        """What is still heard after this is dropped."""
        self._closed = True

    def add(self, kind: str, data: dict[str, Any] | None = None, *, t_ms: float | None = None, page: int = 0) -> Event:
        """Something we do or see ourselves; ``t_ms`` when known better than now."""
        clock = Clock.RECORDER if t_ms is None else Clock.BROWSER
        return self._append(kind, data or {}, self.clock.now_ms() if t_ms is None else t_ms, clock, page)

    def heard(self, kind: str, data: dict[str, Any] | None = None, *, page: int = 0) -> Event:
        """Something without a stamp of its own: ordered by when we heard of it, timing nothing."""
        return self._append(kind, data or {}, self.clock.now_ms(), Clock.ARRIVAL, page)

    def _append(self, kind: str, data: dict[str, Any], t_ms: float, clock: Clock, page: int) -> Event:
        self._seq += 1
        event = Event(
            seq=self._seq, t_ms=round(t_ms, 1), clock=clock, step=self.step, page=page, kind=kind,
            data=self.secrets.scrub_tree(data),
        )  # fmt: skip
        if self._closed:
            return event  # what comes after the last line is not part of the visit
        self._write(event)
        for listener in self._listeners:
            listener(event)
        return event

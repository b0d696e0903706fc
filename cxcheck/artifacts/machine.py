"""When the machine that cxcheck ran on had too much to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.machine import Crowd, Machine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.event import Event


def build(events: Sequence[Event]) -> Machine:
    """In order; empty also for recordings of a cxcheck that did not look."""
    told = [event.data for event in events if event.kind == "machine/crowded"]
    crowds = (Crowd(**{name: float(data[name]) for name in Crowd.model_fields}) for data in told)
    return Machine(items=tuple(sorted(crowds, key=lambda crowd: crowd.from_ms)))

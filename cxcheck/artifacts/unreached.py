"""What the customer could not reach or press without a mouse, as they said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.artifacts.gestures import target
from cxcheck.model.unreached import Unreachables, Unreached, Why

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxcheck.model.artifact import Timeline
    from cxcheck.model.event import Event


def build(events: Sequence[Event], timeline: Timeline, popup_numbers: Mapping[str, int]) -> Unreachables:
    """In order of happening; the same thing is told once a step."""
    told = any(event.kind == "visit/began" and "unreachable" in event.data.get("tells", ()) for event in events)
    found: dict[tuple[int, str], Unreached] = {}
    for event in events:
        if event.kind != "customer/unreachable":
            continue
        one = Unreached(
            t_ms=event.t_ms,
            step=timeline.step_at(event.t_ms),
            why=Why(event.data["why"]),
            target=target(event.data["target"], popup_numbers),
            held_by=str(event.data.get("held_by", "")),
            tried=int(event.data.get("tried", 0)),
        )
        found.setdefault((one.step, one.target.selector), one)
    return Unreachables(told=told, items=tuple(found.values()))

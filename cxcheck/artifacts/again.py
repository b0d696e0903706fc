"""Presses that could have been made twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.artifacts.gestures import target
from cxcheck.model.again import Repeatable, Repeatables

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxcheck.model.artifact import Timeline
    from cxcheck.model.event import Event


def build(events: Sequence[Event], timeline: Timeline, popup_numbers: Mapping[str, int]) -> Repeatables:
    """In order of pressing."""
    return Repeatables(
        items=tuple(
            Repeatable(
                t_ms=event.t_ms,
                step=timeline.step_at(event.t_ms),
                page=event.page,
                target=target(event.data["target"], popup_numbers),
            )
            for event in events
            if event.kind == "press/repeatable"
        )
    )

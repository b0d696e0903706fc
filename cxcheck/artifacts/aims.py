"""Presses on what is small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.artifacts.gestures import target
from cxcheck.model.aim import TinyTarget, TinyTargets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxcheck.model.artifact import Timeline
    from cxcheck.model.event import Event


def build(events: Sequence[Event], timeline: Timeline, popup_numbers: Mapping[str, int]) -> TinyTargets:
    """In order of pressing."""
    return TinyTargets(
        items=tuple(
            TinyTarget(
                t_ms=event.t_ms,
                step=timeline.step_at(event.t_ms),
                page=event.page,
                target=target(event.data["target"], popup_numbers),
                width_px=float(event.data["size_px"][0]),
                height_px=float(event.data["size_px"][1]),
                excuse=event.data["excuse"],
            )
            for event in events
            if event.kind == "target/tiny"
        )
    )

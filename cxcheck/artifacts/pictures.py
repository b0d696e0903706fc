"""Pictures taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.artifact import Timeline
from cxcheck.model.page import Picture, Pictures

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxcheck.model.event import Event


def pictures(events: Sequence[Event], timeline: Timeline, popup_numbers: Mapping[str, int]) -> Pictures:
    """In order of taking."""
    return Pictures(
        items=tuple(
            Picture(
                t_ms=float(event.data["at_ms"]),
                step=event.step or timeline.step_at(float(event.data["at_ms"])),
                reason=event.data["reason"],
                file=str(event.data["file"]),
                width_px=int(event.data["width_px"]),
                height_px=int(event.data["height_px"]),
                popup=popup_numbers.get(str(event.data.get("popup"))),
            )
            for event in events
            if event.kind == "picture/taken"
        )
    )

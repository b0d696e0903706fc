"""Sound and film that began to play, and whether anybody had asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.artifacts.activation import just_pressed
from cxcheck.model.base import Box
from cxcheck.model.media import Playing, Playings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.artifact import Timeline
    from cxcheck.model.event import Event


def build(events: Sequence[Event], timeline: Timeline) -> Playings:
    """What played as the page's browser told; what it refused to play was spared every customer, and is not here.

    A silent film that is heard later on is there twice.
    """
    return Playings(
        items=tuple(
            Playing(
                t_ms=event.t_ms,
                step=timeline.step_at(event.t_ms),
                page=event.page,
                selector=str(event.data["selector"]),
                box=Box.model_validate(event.data["box"]) if event.data.get("box") else None,
                muted=bool(event.data["muted"]),
                asked_for=bool(event.data["activated"]) or just_pressed(event, events),
            )
            for event in events
            if event.kind == "media/playing"
        )
    )

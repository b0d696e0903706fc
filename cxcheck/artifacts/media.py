"""Sound and film that began to play, and whether anybody had asked for it."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from cxcheck.artifacts.activation import just_pressed
from cxcheck.model.base import Box
from cxcheck.model.media import Playing, Playings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.artifact import Timeline
    from cxcheck.model.event import Event

_ACTS = {"gesture/pressed", "gesture/key", "gesture/typed"}


def build(events: Sequence[Event], timeline: Timeline) -> Playings:
    """What began to play; a silent film that is heard later on is there twice.

    A customer's browser lets a page be heard only after a first press or key on it or on the page that led there
    (Chromium's autoplay policy). Under Playwright a call into the page counts as one: what was heard before the
    customer's own first one would have been refused, and is not here.
    """
    first_ms = min((e.t_ms for e in events if e.kind in _ACTS and e.data.get("trusted", True)), default=inf)
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
            if event.kind == "media/playing" and (event.data["muted"] or event.t_ms >= first_ms)
        )
    )

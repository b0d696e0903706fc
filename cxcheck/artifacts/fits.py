"""How documents fit the screen, as the probe saw them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.artifacts.gestures import target
from cxcheck.artifacts.pages import screen_at
from cxcheck.model.fit import Fit, Fits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.artifact import Timeline
    from cxcheck.model.event import Event
    from cxcheck.model.page import Screens


def build(events: Sequence[Event], timeline: Timeline, screens: Screens) -> Fits:
    """One row a document, in order."""
    return Fits(
        items=tuple(
            Fit(
                t_ms=event.t_ms,
                step=timeline.step_at(event.t_ms),
                page=event.page,
                screen=screen_at(screens, event),
                page_px=float(event.data["page_px"]),
                screen_px=float(event.data["screen_px"]),
                zoom_most=event.data["zoom_most"],
                widest=target(event.data["widest"], {}) if event.data["widest"] else None,
            )
            for event in events
            if event.kind == "page/fits"
        )
    )

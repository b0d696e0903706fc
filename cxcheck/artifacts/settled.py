"""Documents as they stood shortly after loading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.artifacts.pages import screen_at
from cxcheck.model.artifact import NotRecorded, Timeline
from cxcheck.model.page import Settled, SettledScreens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.event import Event
    from cxcheck.model.page import Screens


def build(events: Sequence[Event], timeline: Timeline, screens: Screens) -> SettledScreens | NotRecorded:
    """In order of settling; not recorded when there were documents and none was looked at."""
    found = tuple(
        Settled(
            t_ms=event.t_ms,
            step=timeline.step_at(event.t_ms),
            screen=screen_at(screens, event),
            status=int(event.data["status"]),
            ways_on=int(event.data["ways_on"]),
            says=str(event.data.get("says", "")),
        )
        for event in events
        if event.kind == "screen/settled"
    )
    if screens.documents and not found:
        return NotRecorded(reason="no page stayed long enough to be looked at")
    return SettledScreens(items=found)

"""Frames in which the page kept its customer waiting, and what of that was its own scripts' doing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.artifacts.pages import screen_at
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.vitals import Freeze, Freezes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.artifact import Timeline
    from cxcheck.model.event import Event
    from cxcheck.model.page import Screens

_UNTOLD = "recorded by a cxcheck that did not tell the page's scripts from its own"


def build(events: Sequence[Event], timeline: Timeline, screens: Screens) -> Freezes | NotRecorded:
    """Of the browser's long animation frames those that kept input waiting."""
    frames = [event for event in events if event.kind == "page/long-frame" and float(event.data["blocking_ms"]) > 0]
    if any("site_ms" not in event.data for event in frames):
        return NotRecorded(reason=_UNTOLD)
    return Freezes(
        items=tuple(
            Freeze(
                t_ms=event.t_ms,
                step=timeline.step_at(event.t_ms),
                screen=screen_at(screens, event),
                duration_ms=float(event.data["duration_ms"]),
                blocking_ms=float(event.data["blocking_ms"]),
                site_ms=float(event.data["site_ms"]),
                invoker=str(event.data.get("invoker", "")),
                script=str(event.data.get("script", "")),
            )
            for event in frames
        )
    )

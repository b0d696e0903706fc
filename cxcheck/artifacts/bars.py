"""What of each screen was taken by bars that stay, at its worst."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.artifacts.pages import screen_at
from cxcheck.model.bars import Bars, BarsSeen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.artifact import Timeline
    from cxcheck.model.event import Event
    from cxcheck.model.page import Screens


def build(events: Sequence[Event], timeline: Timeline, screens: Screens) -> BarsSeen:
    """One row for each screen that had any, in the order seen."""
    worst: dict[int, Bars] = {}
    for event in events:
        if event.kind != "bars/stood":
            continue
        number = screen_at(screens, event)
        seen = Bars(
            t_ms=event.t_ms,
            step=timeline.step_at(event.t_ms),
            page=event.page,
            screen=number,
            cover_ratio=float(event.data["cover_ratio"]),
            names=tuple(map(str, event.data["names"])),
        )
        if number not in worst or seen.cover_ratio > worst[number].cover_ratio:
            worst[number] = seen
    return BarsSeen(items=tuple(worst[number] for number in sorted(worst)))

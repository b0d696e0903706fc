"""What the customer looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.page import Search, Searches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.artifact import Timeline
    from cxcheck.model.event import Event


def build(events: Sequence[Event], timeline: Timeline) -> Searches:
    """Whether it was there, whether they had to guess or be told, and what it took to get it into sight."""
    chosen = (e.t_ms for e in events if e.kind == "customer/chose" and e.data.get("what") == "product")
    return Searches(
        product_ms=next(chosen, None),
        items=tuple(
            Search(
                t_ms=event.t_ms,
                step=timeline.step_at(event.t_ms),
                page=event.page,
                intent=str(event.data["intent"]),
                found=str(event.data.get("found", "")),
                sure=bool(event.data.get("sure", False)),
                hint=bool(event.data.get("hint", False)),
                in_view=event.data.get("in_view"),
                detours=int(event.data.get("detours", 0)),
                missed=event.kind == "customer/missed",
            )
            for event in events
            if event.kind in {"customer/found", "customer/missed"}
        ),
    )

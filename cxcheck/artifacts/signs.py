"""What the customer saw to be so, as their verbs tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.page import Sign, Signs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.artifact import Timeline
    from cxcheck.model.event import Event


def build(events: Sequence[Event], timeline: Timeline) -> Signs:
    """In order of happening."""
    return Signs(
        told=any(event.kind == "visit/began" and "saw" in event.data.get("tells", ()) for event in events),
        items=tuple(
            Sign(
                t_ms=event.t_ms,
                step=timeline.step_at(event.t_ms),
                sign=str(event.data["sign"]),
                known=bool(event.data["known"]),
                wants_sign_in=bool(event.data["wants_sign_in"]),
            )
            for event in events
            if event.kind == "customer/saw"
        ),
    )

"""When an overlay lay over the very control that the customer wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.base import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cxcheck.model.event import Event
    from cxcheck.model.popup import Popup


def in_the_way(popup: Popup, events: Sequence[Event]) -> tuple[float, ...]:
    """When the customer tried to be rid of it, and then pressed what had lain below it; all of them if it blocked.

    Nothing is known of a control that was never pressed, nor of one in another document.
    """
    return tuple(
        attempt.t_ms
        for attempt in popup.attempts
        if popup.blocks or _covers(popup, _pressed_next(e for e in events if e.t_ms > attempt.t_ms))
    )


def _pressed_next(events: Iterable[Event]) -> Event | None:
    """The first press on a page itself; None when another document comes before it."""
    for event in events:
        if event.kind == "screen/document":
            return None
        if event.kind == "gesture/pressed" and event.data["trusted"] and not event.data["target"].get("popup"):
            return event
    return None


def _covers(popup: Popup, pressed: Event | None) -> bool:
    """Whether it lies over the middle of what was pressed."""
    if popup.box is None or pressed is None or pressed.page != popup.page or not pressed.data["target"].get("box"):
        return False
    box = Box.model_validate(pressed.data["target"]["box"])
    x_px = box.x_px + box.width_px / 2 - popup.box.x_px
    y_px = box.y_px + box.height_px / 2 - popup.box.y_px
    return 0 <= x_px <= popup.box.width_px and 0 <= y_px <= popup.box.height_px

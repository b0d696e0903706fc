"""Whether the customer had just done something that a page may answer with more than a change of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.event import Event

_WITHIN_MS = 1_000  # RAIL: longer than a second after it, nobody connects an effect with their act
_KEYS = {"Enter", "Space"}


def just_pressed(event: Event, events: Sequence[Event]) -> bool:
    """A press of the customer's within the second before, in any frame or window."""
    return any(is_press(e) for e in events if 0 <= event.t_ms - e.t_ms <= _WITHIN_MS)


def is_press(event: Event) -> bool:
    """Whether the customer presses something by it, with a pointer or by the keyboard."""
    if event.kind == "gesture/key":
        return event.data["key"] in _KEYS
    return event.kind == "gesture/pressed" and bool(event.data["trusted"])

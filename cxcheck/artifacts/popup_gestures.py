"""Which gestures belong to a pop-up though they were made outside of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.artifacts.activation import is_press
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.gesture import Gesture, GestureKind, Gestures
from cxcheck.model.popup import Popups, Way

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxcheck.model.event import Event

_LED_WITHIN_MS = 1_000  # RAIL: longer than a second after it, nobody connects an effect with their act
_SAME_MS = 50  # a key may be stamped so much before the customer's own note of it
_DONE_WITHIN_MS = 10_000  # our choice: thought about, at a person's pace


def with_layers(numbers: Mapping[str, int], events: Sequence[Event]) -> dict[str, int]:
    """The numbers of pop-ups, and by the same number each overlay that a press in one opened: a further layer of it."""
    known = dict(numbers)
    pressed: dict[int, tuple[float, int]] = {}  # by page: when, and in which
    for event in events:
        if is_press(event):
            number = known.get(str(event.data["target"].get("popup")))
            pressed.pop(event.page, None)
            if number is not None:
                pressed[event.page] = event.t_ms, number
        elif event.kind == "popup/appeared" and event.data["asked_for"] and event.page in pressed:
            at_ms, number = pressed[event.page]
            if event.t_ms - at_ms <= _LED_WITHIN_MS:
                known.setdefault(str(event.data["id"]), number)
    return known


def with_escapes(gestures: Gestures | NotRecorded, popups: Popups | NotRecorded) -> Gestures | NotRecorded:
    """The gestures; each Escape pressed to be rid of a pop-up lies in it, wherever the focus was."""
    if isinstance(gestures, NotRecorded) or isinstance(popups, NotRecorded):
        return gestures
    made = list(gestures.items)
    for popup in popups.unasked:
        for attempt in popup.attempts:
            if attempt.way is not Way.ESCAPE:
                continue
            done = (
                index for index, one in enumerate(made)
                if one.page == popup.page and _is_free_escape(one)
                and -_SAME_MS <= one.t_ms - attempt.t_ms <= _DONE_WITHIN_MS
            )  # fmt: skip
            at = next(done, None)
            if at is not None:
                target = made[at].target.model_copy(update={"popup": popup.id})
                made[at] = made[at].model_copy(update={"target": target})
    return Gestures(items=tuple(made))


def _is_free_escape(gesture: Gesture) -> bool:
    return gesture.kind is GestureKind.KEY and gesture.field_kind == "Escape" and gesture.target.popup is None

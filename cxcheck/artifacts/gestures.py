"""What the customer did, from trusted events: each press, field, choice, key and scroll once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.artifact import NotRecorded, Timeline
from cxcheck.model.gesture import Gesture, GestureKind, Gestures, Target

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxcheck.model.event import Event

# A press on one of these is the beginning of filling it in, not a click of its own.
_FIELD_ROLES = {"textbox", "searchbox", "combobox", "checkbox", "radio", "switch", "spinbutton", "listbox"}
_FILLED = {GestureKind.FIELD, GestureKind.CHOICE, GestureKind.TICK}
_KINDS = {
    "gesture/typed": GestureKind.FIELD,
    "gesture/chosen": GestureKind.CHOICE,
    "gesture/ticked": GestureKind.TICK,
    "gesture/key": GestureKind.KEY,
    "gesture/scrolled": GestureKind.SCROLL,
    "gesture/switched": GestureKind.SWITCH,
}


def build(events: Sequence[Event], timeline: Timeline, popup_numbers: Mapping[str, int]) -> Gestures | NotRecorded:
    """In order of happening."""
    made: list[Gesture] = []
    new_document = False
    for event in events:
        gesture = _gesture(event, timeline, popup_numbers)
        if event.kind == "screen/document":
            new_document = True  # the same field there is another one
        if gesture is None:
            continue
        last = made[-1] if made and not new_document else None
        new_document = False
        same = last is not None and last.target.selector == gesture.target.selector
        if gesture.kind in _FILLED and same and last is not None:
            if last.kind is GestureKind.FIELD and gesture.kind is GestureKind.FIELD:
                # Typing with a pause in it: still one field.
                more = {"characters": last.characters + gesture.characters}
                made[-1] = last.model_copy(update=more)
                continue
            if last.kind in {GestureKind.CLICK, GestureKind.TAP} and last.target.role in _FIELD_ROLES:
                made[-1] = gesture.model_copy(update={"t_ms": last.t_ms})  # the press into the field belongs to it
                continue
        made.append(gesture)
    return Gestures(items=tuple(made))


def _gesture(event: Event, timeline: Timeline, popup_numbers: Mapping[str, int]) -> Gesture | None:
    if event.kind == "screen/document" and event.data.get("history"):
        kind = GestureKind.BACK
    elif event.kind == "gesture/pressed":
        kind = GestureKind.TAP if event.data["pointer"] == "touch" else GestureKind.CLICK
    elif event.kind in _KINDS:
        kind = _KINDS[event.kind]
    else:
        return None
    data = event.data
    return Gesture(
        t_ms=event.t_ms,
        step=timeline.step_at(event.t_ms),
        page=event.page,
        kind=kind,
        target=target(data.get("target"), popup_numbers),
        characters=int(data.get("characters", 0)),
        field_kind=str(data.get("field_kind", data.get("key", ""))),
        screenfuls=float(data.get("screenfuls", 0)),
        trusted=bool(data.get("trusted", True)),
    )


def target(data: object, popup_numbers: Mapping[str, int]) -> Target:
    """A probe's description of an element, its pop-up by number."""
    if not isinstance(data, dict):
        return Target()
    raw = data.get("popup")
    return Target.model_validate({**data, "popup": popup_numbers.get(raw) if isinstance(raw, str) else None})

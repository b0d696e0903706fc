"""What the customer did, from trusted events: each press, field, choice, tick, key, scroll and way back once.

What is only a part of something else is not counted beside it: the press into a field belongs to the field; the press
that opened a list and the one on its option are one choice; the keys that steered through a list or a group of radio
buttons belong to what they chose. The raw presses stay in the events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.artifact import NotRecorded, Timeline
from cxcheck.model.gesture import PRESSES, Gesture, GestureKind, Gestures, Target

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxcheck.model.event import Event

# A press on one of these is the beginning of filling it in, not a click of its own.
_FIELD_ROLES = {"textbox", "searchbox", "combobox", "checkbox", "radio", "switch", "spinbutton", "listbox"} | {
    "menuitemcheckbox",
    "menuitemradio",
    "slider",
}
_STEERING = {"ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End", "PageDown", "PageUp", "Enter", "Space"}
_MEANWHILE = {GestureKind.SCROLL, GestureKind.FIELD}  # looking through a list, or typing to make it shorter
_KINDS = {
    "gesture/typed": GestureKind.FIELD,
    "gesture/chosen": GestureKind.CHOICE,
    "gesture/ticked": GestureKind.TICK,
    "gesture/key": GestureKind.KEY,
    "gesture/scrolled": GestureKind.SCROLL,
    "gesture/switched": GestureKind.SWITCH,
    "gesture/back": GestureKind.BACK,
}
_ANSWERS = {"page/changed", "screen/route", "screen/document"}
_CAUSED_WITHIN_MS = 1_000  # RAIL: longer than a second after it, nobody connects an effect with their act


def build(events: Sequence[Event], timeline: Timeline, popup_numbers: Mapping[str, int]) -> Gestures | NotRecorded:
    """In order of happening."""
    made: list[Gesture] = []
    here = 0  # where those on this document begin: the same field on another is another one
    pressed: Gesture | None = None  # and not answered yet
    for event in events:
        gesture = _gesture(event, timeline, popup_numbers)
        if event.kind in _ANSWERS:
            pressed = None
        if event.kind == "screen/document":
            here = len(made)
        if gesture is None:
            continue
        if event.data.get("document") and pressed is not None and event.t_ms - pressed.t_ms <= _CAUSED_WITHIN_MS:
            continue  # the page's own "back", pressed like any other control
        if gesture.trusted:
            pressed = gesture if gesture.target.clickable or gesture.kind is GestureKind.KEY else None
        if gesture.kind is GestureKind.FIELD:
            _fill(made, gesture, here)
        elif gesture.kind in {GestureKind.CHOICE, GestureKind.TICK}:
            _pick(made, gesture, {gesture.target.selector, str(event.data.get("option", ""))}, here)
        else:
            made.append(gesture)
    return Gestures(items=tuple(made))


def _fill(made: list[Gesture], field: Gesture, here: int) -> None:
    """Add a field; typing with a pause in it is still one."""
    last = made[-1] if len(made) > here and made[-1].target.selector == field.target.selector else None
    if last is not None and last.kind is GestureKind.FIELD:
        made[-1] = last.model_copy(update={"characters": last.characters + field.characters})
    elif last is not None and last.kind in PRESSES and last.target.role in _FIELD_ROLES:
        made[-1] = field.model_copy(update={"t_ms": last.t_ms})
    else:
        made.append(field)


def _pick(made: list[Gesture], picked: Gesture, parts: set[str], here: int) -> None:
    """Add a choice or a tick in place of its parts: presses and keys on the elements with these selectors."""
    since_ms, keys, before, at = picked.t_ms, 0, 0, len(made)
    while at > here:
        last = made[at - 1]
        if _is_part(last, picked, parts) and (at == len(made) or last.kind in PRESSES):
            if at == len(made):
                since_ms = last.t_ms
            if last.kind in PRESSES:
                parts = parts - {last.target.selector}  # of two presses on one thing the second did it
            keys += last.kind is GestureKind.KEY
            before += last.keys
            del made[at - 1]
        elif last.kind not in _MEANWHILE or picked.kind is GestureKind.TICK:
            break
        at -= 1
    by_keys = max(1, keys) + before if picked.keys else 0
    made.append(picked.model_copy(update={"t_ms": since_ms, "keys": by_keys}))


def _is_part(last: Gesture, picked: Gesture, parts: set[str]) -> bool:
    same = last.target.selector in parts
    # The arrow keys leave one radio button for the next; they cannot leave the group.
    beside = picked.kind is GestureKind.TICK and last.target.role == picked.target.role == "radio"
    if last.kind is GestureKind.KEY:
        return last.field_kind in _STEERING and (same or beside)
    if last.kind in PRESSES:
        return same and (picked.kind is GestureKind.CHOICE or last.target.role in _FIELD_ROLES)
    if last.kind is picked.kind and picked.keys and last.keys:  # each arrow key changes a list or a group of its own
        return same if picked.kind is GestureKind.CHOICE else beside
    return False


def _gesture(event: Event, timeline: Timeline, popup_numbers: Mapping[str, int]) -> Gesture | None:
    data = event.data
    if event.kind == "gesture/pressed":
        kind = GestureKind.TAP if data["pointer"] == "touch" else GestureKind.CLICK
    elif event.kind in _KINDS:
        kind = _KINDS[event.kind]
    else:
        return None
    details = (data.get(name) for name in ("field_kind", "key", "by", "to"))
    return Gesture(
        t_ms=event.t_ms,
        step=timeline.step_at(event.t_ms),
        page=event.page,
        kind=kind,
        target=target(data.get("target"), popup_numbers),
        characters=int(data.get("characters", 0)),
        field_kind=next((str(detail) for detail in details if detail), ""),
        keys=int(bool(data.get("keys"))),
        screenfuls=float(data.get("screenfuls", 0)),
        trusted=bool(data.get("trusted", True)),
    )


def target(data: object, popup_numbers: Mapping[str, int]) -> Target:
    """A probe's description of an element, its pop-up by number."""
    if not isinstance(data, dict):
        return Target()
    raw = data.get("popup")
    return Target.model_validate({**data, "popup": popup_numbers.get(raw) if isinstance(raw, str) else None})

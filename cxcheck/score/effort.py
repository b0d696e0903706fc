"""The customer's own time, predicted from what they did by the keystroke-level model. Reading is not counted yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.gesture import Gesture, GestureKind
from cxcheck.score.weights import EffortTimes, weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cxcheck.model.persona import Hands

_LETTERS_PER_WORD = 5  # typing speed counts five keystrokes as a word
_SECRET_KINDS = {"password"}
_POINTED = {GestureKind.CLICK, GestureKind.TAP, GestureKind.TICK, GestureKind.CHOICE, GestureKind.BACK}


def effort(gestures: Iterable[Gesture], hands: Hands) -> Iterator[tuple[Gesture, float]]:
    """Each gesture with its predicted milliseconds; gestures inside pop-ups are interruption and left out."""
    times = weights().effort
    last: Gesture | None = None
    for gesture in gestures:
        if not gesture.trusted or gesture.target.popup is not None:
            continue
        yield gesture, _one(gesture, last, hands, times)
        last = gesture


def pointing_ms(hands: Hands) -> float:
    """Reaching for something and pressing it; by keyboard the press alone, for the keys on the way count themselves."""
    times = weights().effort
    match hands.input:
        case "keyboard":
            return times.key
        case "touch":
            return times.point_touch + times.press_touch
        case _:
            return times.point_mouse + times.press_mouse


def _one(gesture: Gesture, last: Gesture | None, hands: Hands, times: EffortTimes) -> float:
    # No new thought for pressing the very same thing again.
    again = last is not None and last.kind is gesture.kind and last.target.selector == gesture.target.selector != ""
    if hands.input == "keyboard":
        return _by_keyboard(gesture, times, hands, thought=0.0 if again or _goes_on(gesture, last) else times.mental)
    return _by_pointer(gesture, last, times, hands, thought=0.0 if again else times.mental)


def _by_pointer(gesture: Gesture, last: Gesture | None, times: EffortTimes, hands: Hands, *, thought: float) -> float:
    kind = gesture.kind
    # The hand goes to the keyboard to type and back to the mouse to point; on a phone it is there already.
    was_typing = last is not None and last.kind in {GestureKind.FIELD, GestureKind.KEY}
    home = times.home if hands.input == "mouse" and was_typing and kind in _POINTED | {GestureKind.FIELD} else 0.0
    point = pointing_ms(hands)
    match kind:
        case GestureKind.FIELD:
            to_keyboard = times.home if hands.input == "mouse" else 0.0
            cost = thought + home + point + to_keyboard + _typing(gesture, hands, times)
        case GestureKind.CHOICE:
            cost = thought + home + 2 * point
        case GestureKind.TICK:
            cost = home + point
        case GestureKind.KEY:
            cost = thought + times.key
        case GestureKind.SCROLL:
            cost = times.scroll * gesture.screenfuls
        case GestureKind.SWITCH:
            cost = times.mailbox
        case _:
            cost = thought + home + point
    return cost


def _by_keyboard(gesture: Gesture, times: EffortTimes, hands: Hands, *, thought: float) -> float:
    """Hands that never leave the keyboard: no pointing and no homing, every command a key."""
    match gesture.kind:
        case GestureKind.FIELD:
            cost = thought + _typing(gesture, hands, times)
        case GestureKind.CHOICE:
            cost = thought + times.key * (gesture.keys or 2)  # one to pick, one to confirm
        case GestureKind.TICK:
            cost = times.key * (gesture.keys or 1)
        case GestureKind.SCROLL:  # by Page Down; keys that scrolled count themselves
            cost = 0.0 if gesture.field_kind == "keys" else times.key * gesture.screenfuls
        case GestureKind.BACK:
            cost = thought + times.key * 2  # Alt and the arrow
        case GestureKind.SWITCH:
            cost = times.mailbox
        case _:
            cost = thought + pointing_ms(hands)
    return cost


def _goes_on(gesture: Gesture, last: Gesture | None) -> bool:
    """Whether a key goes on with what the one before began: Tab, Tab, Tab is one thought."""
    if last is None or last.kind is not GestureKind.KEY or gesture.kind is not GestureKind.KEY:
        return False
    return last.field_kind == gesture.field_kind not in {"Enter", "Space"}


def _typing(field: Gesture, hands: Hands, times: EffortTimes) -> float:
    key_ms = 60_000 / (hands.typing_wpm * _LETTERS_PER_WORD)
    if field.field_kind in _SECRET_KINDS:
        key_ms = max(key_ms, times.key_secret)
    return key_ms * field.characters

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
    """Reaching for something and pressing it."""
    times = weights().effort
    if hands.input == "touch":
        return times.point_touch + times.press_touch
    return times.point_mouse + times.press_mouse


def _one(gesture: Gesture, last: Gesture | None, hands: Hands, times: EffortTimes) -> float:
    kind = gesture.kind
    # No new thought for pressing the very same thing again.
    again = last is not None and last.kind is kind and last.target.selector == gesture.target.selector != ""
    thought = 0.0 if again else times.mental
    # The hand goes to the keyboard to type and back to the mouse to point; on a phone it is there already.
    was_typing = last is not None and last.kind in {GestureKind.FIELD, GestureKind.KEY}
    home = times.home if hands.input == "mouse" and was_typing and kind in _POINTED | {GestureKind.FIELD} else 0.0
    point = pointing_ms(hands)
    match kind:
        case GestureKind.FIELD:
            key_ms = 60_000 / (hands.typing_wpm * _LETTERS_PER_WORD)
            if gesture.field_kind in _SECRET_KINDS:
                key_ms = max(key_ms, times.key_secret)
            to_keyboard = times.home if hands.input == "mouse" else 0.0
            cost = thought + home + point + to_keyboard + key_ms * gesture.characters
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

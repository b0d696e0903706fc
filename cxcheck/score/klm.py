"""The keystroke-level model's operators, in milliseconds: thinking, pointing, pressing, typing, changing hands.

Pure functions, one for each operator. Scoring adds them up over what a customer did; a customer who walks at a human
pace takes these times. Constants and their sources are in ``weights.toml`` under [effort].
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from cxcheck import lexicon
from cxcheck.model.gesture import PRESSES, Gesture, GestureKind
from cxcheck.score.weights import weights

if TYPE_CHECKING:
    from cxcheck.model.persona import Hands

Place = Literal["mouse", "keyboard"]  # where the hand is that works both

_LETTERS_PER_WORD = 5  # typing speed counts five keystrokes as a word
_PRESSING_KEYS = {"Enter", "Space"}
_WITHOUT_THOUGHT = {GestureKind.TICK, GestureKind.CHOICE, GestureKind.SCROLL, GestureKind.SWITCH}
_ITEM_ROLES = {"menuitem", "menuitemcheckbox", "menuitemradio", "option", "checkbox", "radio", "switch"}


def think_ms(gesture: Gesture, last: Gesture | None) -> float:
    """M, or nothing where the gesture before has settled it already.

    CogTool's rules: a button or link takes a thought unless it was pressed just now, or both it and the last one
    complete, or both call off; a text box unless it is the same box; a tick, a drop-down, an item of a menu takes none;
    a command key one, unless it repeats the one before. Whoever came into a field by Tab has had the thought then.
    """
    if gesture.kind in _WITHOUT_THOUGHT or (gesture.kind in PRESSES and gesture.target.role in _ITEM_ROLES):
        return 0.0
    if last is not None and _settled(gesture, last):
        return 0.0
    return weights().effort.mental.value


def point_ms(hands: Hands, distance_px: float | None, width_px: float) -> float:
    """P: with the mouse by Fitts's law over the distance to the target's middle; None: the mean of all distances.

    Nothing by keyboard; for the finger one figure whatever the distance.
    """
    times = weights().effort
    if hands.input == "keyboard":
        return 0.0
    if hands.input == "touch":
        return times.point_touch.value
    if distance_px is None:
        return times.point_mouse.value
    bits = max(0.0, math.log2(distance_px / max(width_px, 1.0) + 0.5))
    return min(times.point_mouse_most.value, times.point_mouse_least.value + times.point_mouse_bit.value * bits)


def press_ms(hands: Hands) -> float:
    """Pressing and letting go: a click, a tap, or a key."""
    times = weights().effort
    if hands.input == "keyboard":
        return key_ms(hands)
    return times.press_touch.value if hands.input == "touch" else times.press_mouse.value


def key_ms(hands: Hands, *, secret: bool = False) -> float:
    """K: one key at the speed these hands type; ``secret``: no faster than codes are typed."""
    key = 60_000 / (hands.typing_wpm * _LETTERS_PER_WORD)
    return max(key, weights().effort.key_secret.value) if secret else key


def typing_ms(hands: Hands, characters: int, *, secret: bool = False) -> float:
    """A K for each character."""
    return characters * key_ms(hands, secret=secret)


def home_ms(hands: Hands, at: Place, to: Place) -> float:
    """H: the hand's way between mouse and keyboard. On a phone, or without a mouse, there is none."""
    return weights().effort.home.value if hands.input == "mouse" and at != to else 0.0


def scroll_ms(hands: Hands, screenfuls: float) -> float:
    """Scrolling so far: by wheel, finger or Page Down."""
    a_screenful = key_ms(hands) if hands.input == "keyboard" else weights().effort.scroll.value
    return screenfuls * a_screenful


def switch_ms(hands: Hands) -> float:
    """Going to the mailbox, or back: another tab or window, on a phone another app."""
    times = weights().effort
    if hands.input == "touch":
        return times.other_app.value
    keys = 2  # Alt and Tab
    by_hand = keys * key_ms(hands) if hands.input == "keyboard" else point_ms(hands, None, 1) + press_ms(hands)
    return times.mental.value + by_hand


def decide_ms(options: int) -> float:
    """Hick and Hyman: making up one's mind between so many options, as far as they must be weighed up."""
    return weights().effort.decide_bit.value * math.log2(options + 1)


def came_by_key(last: Gesture | None) -> bool:
    """Whether the gesture before was the key that leads into the next field."""
    return last is not None and last.kind is GestureKind.KEY and last.field_kind == "Tab"


def is_press(gesture: Gesture) -> bool:
    """Whether it presses a button or link, by pointer or by key."""
    by_key = gesture.kind is GestureKind.KEY and gesture.field_kind in _PRESSING_KEYS and gesture.target.clickable
    return by_key or gesture.kind in PRESSES


def _settled(gesture: Gesture, last: Gesture) -> bool:
    same = gesture.target.selector == last.target.selector != ""
    if gesture.kind is GestureKind.FIELD:
        return came_by_key(last) or (same and (last.kind is GestureKind.FIELD or last.kind in PRESSES))
    if is_press(gesture):
        return is_press(last) and (same or _both(gesture, last, "completed") or _both(gesture, last, "called off"))
    return gesture.kind is last.kind and gesture.field_kind == last.field_kind  # a key, or "back", once more


def _both(gesture: Gesture, last: Gesture, what: str) -> bool:
    """Whether both are called by such words: “Save”, then “OK”."""
    words = lexicon.phrases("words", what)
    return all(lexicon.normal(each.target.name) in words for each in (gesture, last))

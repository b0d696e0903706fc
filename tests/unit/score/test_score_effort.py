"""Effort and interruptions, worked out by hand from the operators in weights.toml (milliseconds).

M 1350 · mouse P 1100 + BB 200 · touch 600 + 100 · H 400 · command key 280 · secret key 750 · screenful 500
mailbox 5000
"""

import pytest

from cxcheck.model.gesture import Gesture, GestureKind, Target
from cxcheck.model.persona import Hands
from cxcheck.model.popup import Popup, PopupKind
from cxcheck.score.effort import effort, pointing_ms
from cxcheck.score.interruption import interruption_ms

MOUSE = Hands(typing_wpm=60, input="mouse")  # 60 000 / (60 × 5) = 200 ms a key
TOUCH = Hands(typing_wpm=40, input="touch")  # 300 ms a key
KEYBOARD = Hands(typing_wpm=60, input="keyboard")


def gesture(kind: str, on: str = "", **more) -> Gesture:
    return Gesture(t_ms=0, step=1, kind=GestureKind(kind), target=Target(selector=on), **more)


def costs(hands: Hands, *gestures: Gesture) -> list[float]:
    return [pytest.approx(cost) for _, cost in effort(gestures, hands)]


@pytest.mark.parametrize(
    ("one", "by_mouse", "by_touch"),
    [
        (gesture("click", "#a"), 1350 + 1300, 1350 + 700),
        (gesture("tap", "#a"), 1350 + 1300, 1350 + 700),
        (gesture("field", "#a", characters=10), 1350 + 1300 + 400 + 2000, 1350 + 700 + 3000),
        (gesture("field", "#a", characters=10, field_kind="password"), 1350 + 1300 + 400 + 7500, 1350 + 700 + 7500),
        (gesture("field", "#a"), 1350 + 1300 + 400, 1350 + 700),
        (gesture("tick", "#a"), 1300, 700),
        (gesture("choice", "#a"), 1350 + 2600, 1350 + 1400),
        (gesture("key", "#a", field_kind="Enter"), 1350 + 280, 1350 + 280),
        (gesture("scroll", screenfuls=2.5), 1250, 1250),
        (gesture("back"), 1350 + 1300, 1350 + 700),
        (gesture("switch"), 5000, 5000),
    ],
    ids=lambda value: f"{value.kind}-{value.field_kind}-{value.characters}" if isinstance(value, Gesture) else "",
)
def test_each_gesture_alone(one, by_mouse, by_touch):
    assert costs(MOUSE, one) == [by_mouse]
    assert costs(TOUCH, one) == [by_touch]


def test_the_hand_goes_back_to_the_mouse_after_typing():
    made = [gesture("field", "#a", characters=1), gesture("click", "#b"), gesture("click", "#c")]
    assert costs(MOUSE, *made) == [3250, 400 + 2650, 2650]
    assert costs(TOUCH, *made) == [2350, 2050, 2050]


@pytest.mark.parametrize(("after", "home"), [("field", 400), ("key", 400), ("tick", 0), ("scroll", 0), ("click", 0)])
def test_which_gestures_leave_the_hand_at_the_keyboard(after, home):
    assert costs(MOUSE, gesture(after, "#a"), gesture("tick", "#b"))[1] == home + 1300


def test_from_field_to_field_the_hand_goes_to_and_fro():
    made = [gesture("field", "#a", characters=1), gesture("field", "#b", characters=1)]
    assert costs(MOUSE, *made)[1] == 1350 + 400 + 1300 + 400 + 200


def test_the_same_thing_again_needs_no_new_thought():
    assert costs(MOUSE, gesture("click", "#a"), gesture("click", "#a"), gesture("click", "#b")) == [2650, 1300, 2650]


def test_two_things_without_a_selector_are_not_known_to_be_the_same():
    assert costs(MOUSE, gesture("click"), gesture("click")) == [2650, 2650]


def test_another_kind_of_act_on_the_same_thing_needs_thought():
    assert costs(TOUCH, gesture("click", "#a"), gesture("key", "#a"))[1] == 1630


def test_who_types_slower_than_codes_are_typed_types_passwords_that_slowly_too():
    slow = Hands(typing_wpm=12)  # 1000 ms a key
    password = gesture("field", "#a", characters=10, field_kind="password")
    assert costs(slow, password) == [1350 + 1300 + 400 + 10_000]


def test_what_a_script_did_and_what_was_done_in_popups_is_no_effort():
    in_popup = Gesture(t_ms=0, step=1, kind=GestureKind.CLICK, target=Target(selector="#x", popup=1))
    script = gesture("click", "#y", trusted=False)
    made = [gesture("field", "#a", characters=1), in_popup, script, gesture("click", "#b")]
    assert costs(MOUSE, *made) == [3250, 3050]


def test_reaching_and_pressing():
    assert (pointing_ms(MOUSE), pointing_ms(TOUCH), pointing_ms(KEYBOARD)) == (1300, 700, 280)


@pytest.mark.parametrize(
    ("one", "cost"),
    [
        (gesture("click", "#a"), 1350 + 280),
        (gesture("key", "#a", field_kind="Enter"), 1350 + 280),
        (gesture("field", "#a", characters=10), 1350 + 2000),
        (gesture("field", "#a", characters=10, field_kind="password"), 1350 + 7500),
        (gesture("tick", "#a", keys=1), 280),
        (gesture("tick", "#a", keys=3), 840),
        (gesture("tick", "#a"), 280),
        (gesture("choice", "#a", keys=4), 1350 + 4 * 280),
        (gesture("choice", "#a"), 1350 + 2 * 280),
        (gesture("scroll", screenfuls=2.5, field_kind="reach"), 700),
        (gesture("scroll", screenfuls=2.5, field_kind="keys"), 0),
        (gesture("back"), 1350 + 2 * 280),
        (gesture("switch"), 5000),
    ],
    ids=lambda value: f"{value.kind}-{value.field_kind}-{value.keys}" if isinstance(value, Gesture) else "",
)
def test_by_keyboard_alone(one, cost):
    assert costs(KEYBOARD, one) == [cost]


def test_by_keyboard_no_hand_goes_to_and_fro():
    made = [gesture("field", "#a", characters=1), gesture("click", "#b"), gesture("field", "#c", characters=1)]
    assert costs(KEYBOARD, *made) == [1550, 1630, 1550]


def test_a_run_of_tabs_is_one_thought():
    tabs = [gesture("key", on, field_kind="Tab") for on in ("#a", "#b", "#c")]
    enter = gesture("key", "#d", field_kind="Enter")
    assert costs(KEYBOARD, *tabs, enter, tabs[0]) == [1630, 280, 280, 1630, 1630]
    assert costs(MOUSE, *tabs) == [1630] * 3


def test_two_presses_by_enter_are_two_thoughts():
    assert costs(KEYBOARD, *(gesture("key", on, field_kind="Enter") for on in ("#a", "#b"))) == [1630, 1630]


def popup(**facts) -> Popup:
    return Popup(**({"id": 1, "t_ms": 1000, "step": 1, "kind": PopupKind.NEWSLETTER, "words": 34} | facts))


# 34 words × 0.28 read at 238 words a minute: 9.52 / 238 × 60 000 = 2400 ms
@pytest.mark.parametrize(
    ("facts", "by_mouse"),
    [
        ({"close_press_ms": 2000, "gone_ms": 2600}, 1350 + 2400 + 1300 + 1350 + 600),
        ({"close_press_ms": 2000, "gone_ms": 2600, "words": 0}, 1350 + 1300 + 1350 + 600),
        ({"close_press_ms": 2000, "gone_ms": None}, 1350 + 2400 + 1300 + 1350),
        ({"close_press_ms": 2000, "gone_ms": 90_000}, 1350 + 2400 + 1300 + 1350 + 10_000),
        ({"close_press_ms": 2000, "gone_ms": 1900}, 1350 + 2400 + 1300 + 1350),
        ({"blocks": True}, 1350 + 2400 + 1300 + 1350),
        ({"blocks": False}, 1350),
        ({"asked_for": True, "blocks": True, "close_press_ms": 2000, "gone_ms": 2600}, 0),
    ],
    ids=["closed", "wordless", "stays", "slow", "before", "blocks", "left alone", "asked for"],
)
def test_what_a_popup_costs(facts, by_mouse):
    assert interruption_ms(popup(**facts), MOUSE) == pytest.approx(by_mouse)


def test_on_a_phone_it_is_closed_by_the_thumb():
    facts = {"close_press_ms": 2000, "gone_ms": 2600}
    assert interruption_ms(popup(**facts), MOUSE) - interruption_ms(popup(**facts), TOUCH) == pytest.approx(600)


def test_by_keyboard_it_is_closed_by_a_key():
    facts = {"close_press_ms": 2000, "gone_ms": 2600}
    assert interruption_ms(popup(**facts), KEYBOARD) == pytest.approx(1350 + 2400 + 280 + 1350 + 600)

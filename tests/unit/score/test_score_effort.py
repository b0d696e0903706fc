"""Effort and interruptions, worked out by hand from the operators in weights.toml (milliseconds).

M 1350 · mouse P 1100 without a known distance, BB 200 · touch 600 + 100 · H 400 · secret key 750 · screenful 500
mailbox 5000 · a list's option stands below: P 858 = 800 + 100 × log2(1.5)
"""

import random

import pytest

from cxcheck.model.base import Box
from cxcheck.model.gesture import Gesture, GestureKind, Target
from cxcheck.model.persona import Hands
from cxcheck.model.popup import Popup, PopupKind
from cxcheck.score.effort import effort, visit_effort
from cxcheck.score.interruption import interruption_ms, slowed_ms
from cxcheck.testing import Story

MOUSE = Hands(typing_wpm=60, input="mouse")  # 60 000 / (60 × 5) = 200 ms a key
TOUCH = Hands(typing_wpm=40, input="touch")  # 300 ms a key
KEYBOARD = Hands(typing_wpm=60, input="keyboard")
BELOW = 800 + 58.4963


def gesture(kind: str, on: str = "", at: tuple[float, float, float, float] | None = None, **more) -> Gesture:
    box = None if at is None else Box(x_px=at[0], y_px=at[1], width_px=at[2], height_px=at[3])
    return Gesture(t_ms=0, step=1, kind=GestureKind(kind), target=Target(selector=on, box=box), **more)


def costs(hands: Hands, *gestures: Gesture, **more) -> list[float]:
    return [pytest.approx(doing.total_ms) for doing in effort(gestures, hands, **more)]


@pytest.mark.parametrize(
    ("one", "by_mouse", "by_touch"),
    [
        (gesture("click", "#a"), 1350 + 1300, 1350 + 700),
        (gesture("tap", "#a"), 1350 + 1300, 1350 + 700),
        (gesture("field", "#a", characters=10), 1350 + 1300 + 400 + 2000, 1350 + 700 + 3000),
        (gesture("field", "#a", characters=10, field_kind="password"), 1350 + 1300 + 400 + 7500, 1350 + 700 + 7500),
        (gesture("field", "#a"), 1350 + 1300 + 400, 1350 + 700),
        (gesture("tick", "#a"), 1300, 700),
        (gesture("tick", "#a", keys=2), 400 + 2 * 200, 2 * 300),
        (gesture("choice", "#a"), 1300 + BELOW + 200, 1400),
        (gesture("choice", "#a", keys=3), 400 + 3 * 200, 3 * 300),
        (gesture("key", "#a", field_kind="Enter"), 1350 + 400 + 200, 1350 + 300),
        (gesture("scroll", screenfuls=2.5), 1250, 1250),
        (gesture("scroll", screenfuls=2.5, field_kind="keys"), 0, 0),
        (gesture("back"), 1350 + 1300, 1350 + 700),
        (gesture("switch"), 1350 + 1300, 5000),
    ],
    ids=lambda value: (
        f"{value.kind}-{value.field_kind}-{value.characters}-{value.keys}" if isinstance(value, Gesture) else ""
    ),
)
def test_each_gesture_alone(one, by_mouse, by_touch):
    assert costs(MOUSE, one) == [by_mouse]
    assert costs(TOUCH, one) == [by_touch]


def test_a_textbook_login():
    """Type a name and a password, press the button: M P BB H 8K · M H P BB H 10K · M H P BB."""
    made = [
        gesture("field", "#name", characters=8),
        gesture("field", "#secret", characters=10, field_kind="password"),
        gesture("click", "#go"),
    ]
    name = 1350 + 1100 + 200 + 400 + 8 * 200
    secret = 1350 + 400 + 1100 + 200 + 400 + 10 * 750
    go = 1350 + 400 + 1100 + 200
    assert costs(MOUSE, *made) == [name, secret, go]
    assert name + secret + go == 18_650


def test_a_textbook_login_with_tab_and_enter():
    """M P BB H 8K · M K(Tab) · 10K · M K(Enter): one way to the mouse instead of three."""
    made = [
        gesture("field", "#name", characters=8),
        gesture("key", "#name", field_kind="Tab"),
        gesture("field", "#secret", characters=10, field_kind="password"),
        gesture("key", "#secret", field_kind="Enter"),
    ]
    assert costs(MOUSE, *made) == [4650, 1350 + 200, 7500, 1350 + 200]


def test_a_textbook_search_on_the_screen():
    """Point, click, type, Enter, with real boxes: the pointer starts in the middle, 750 px from a box 100 px high."""
    search = gesture("field", "#q", (340, 0, 600, 100), characters=5)  # middle: 640, 50
    result = gesture("click", "#r", (565, 700, 150, 200))  # middle: 640, 800: 750 px below, 150 px wide
    middle = {"screen_px": (1280, 1600)}  # pointer: 640, 800
    enter = gesture("key", "#q", field_kind="Enter")
    # log2(750 / 100 + 0.5) = 3 bits; log2(750 / 150 + 0.5) = 2.459 bits
    assert costs(MOUSE, search, enter, result, **middle) == [
        1350 + 1100 + 200 + 400 + 5 * 200,
        1350 + 200,
        1350 + 400 + 800 + 245.943 + 200,
    ]


def test_no_pointing_when_the_pointer_is_there_already():
    box = (100, 100, 50, 50)
    first, again = gesture("click", "#a", box), gesture("click", "#a", box)
    beside, over = gesture("click", "#b", (300, 300, 50, 50)), gesture("click", "#c", (290, 290, 200, 200))
    points = [doing.point_ms for doing in effort([first, again, beside, over], MOUSE)]
    assert points == pytest.approx([1100, 0, 800 + 100 * 2.6222, 0], abs=0.1)  # log2(282.84 / 50 + 0.5)
    assert [doing.point_ms for doing in effort([first, again, beside], TOUCH)] == [600, 0, 600]


def test_the_finger_comes_back_from_the_keys_to_where_it_was():
    box = (100, 100, 200, 50)
    made = [gesture("field", "#a", box, characters=3), gesture("click", "#a", box)]
    assert [doing.point_ms for doing in effort(made, TOUCH)] == [600, 600]
    assert [doing.point_ms for doing in effort(made, MOUSE)] == [1100, 0]


def in_popup(number: int, *args, **more) -> Gesture:
    made = gesture(*args, **more)
    return made.model_copy(update={"target": made.target.model_copy(update={"popup": number})})


def test_the_pointer_moves_in_popups_too():
    far, near = (0, 0, 10, 10), (1000, 700, 10, 10)
    made = [gesture("click", "#a", far), in_popup(1, "click", "#x", near), gesture("click", "#b", near)]
    assert [doing.point_ms for doing in effort(made, MOUSE)] == pytest.approx(
        [1100, 1493.74, 0]
    )  # log2(1212.4 / 10 + 0.5)


def test_the_hand_goes_back_to_the_mouse_after_typing():
    made = [gesture("field", "#a", characters=1), gesture("click", "#b"), gesture("click", "#c")]
    assert costs(MOUSE, *made) == [3250, 400 + 2650, 2650]
    assert costs(TOUCH, *made) == [2350, 2050, 2050]


@pytest.mark.parametrize(("after", "home"), [("field", 400), ("key", 400), ("tick", 0), ("scroll", 0), ("click", 0)])
def test_which_gestures_leave_the_hand_at_the_keyboard(after, home):
    assert costs(MOUSE, gesture(after, "#a"), gesture("tick", "#b"))[1] == home + 1300


def test_to_go_to_another_tab_the_hand_goes_to_the_mouse():
    made = [gesture("field", "#a", characters=1), gesture("switch")]
    assert costs(MOUSE, *made)[1] == 400 + 1350 + 1300


def test_from_field_to_field_the_hand_goes_to_and_fro():
    made = [gesture("field", "#a", characters=1), gesture("field", "#b", characters=1)]
    assert costs(MOUSE, *made)[1] == 1350 + 400 + 1300 + 400 + 200


def test_the_same_thing_again_needs_no_new_thought():
    assert costs(MOUSE, gesture("click", "#a"), gesture("click", "#a"), gesture("click", "#b")) == [2650, 1300, 2650]


def test_what_a_script_did_is_no_effort():
    script = gesture("click", "#y", trusted=False)
    made = [gesture("field", "#a", characters=1), script, gesture("click", "#b")]
    assert costs(MOUSE, *made) == [3250, 3050]


def test_closing_a_popup_takes_the_hand_to_the_mouse_but_begins_nothing_outside():
    made = [gesture("field", "#a", characters=1), in_popup(1, "click", "#x"), gesture("click", "#b")]
    assert costs(MOUSE, *made) == [3250, 400 + 2650, 2650]
    again = [gesture("click", "#a"), in_popup(1, "click", "#x"), gesture("click", "#a")]
    assert costs(TOUCH, *again)[2] == 700  # what the pop-up had interrupted is taken up with the thought it is charged


@pytest.mark.parametrize(
    ("one", "cost"),
    [
        (gesture("click", "#a"), 1350 + 200),
        (gesture("key", "#a", field_kind="Enter"), 1350 + 200),
        (gesture("field", "#a", characters=10), 1350 + 2000),
        (gesture("field", "#a", characters=10, field_kind="password"), 1350 + 7500),
        (gesture("tick", "#a", keys=1), 200),
        (gesture("tick", "#a", keys=3), 600),
        (gesture("tick", "#a"), 200),
        (gesture("choice", "#a", keys=4), 4 * 200),
        (gesture("choice", "#a"), 2 * 200),
        (gesture("scroll", screenfuls=2.5, field_kind="reach"), 500),
        (gesture("scroll", screenfuls=2.5, field_kind="keys"), 0),
        (gesture("back"), 1350 + 2 * 200),
        (gesture("switch"), 1350 + 2 * 200),
    ],
    ids=lambda value: f"{value.kind}-{value.field_kind}-{value.keys}" if isinstance(value, Gesture) else "",
)
def test_by_keyboard_alone(one, cost):
    assert costs(KEYBOARD, one) == [cost]


def test_by_keyboard_no_hand_goes_to_and_fro():
    made = [gesture("field", "#a", characters=1), gesture("click", "#b"), gesture("field", "#c", characters=1)]
    assert costs(KEYBOARD, *made) == [1550, 1550, 1550]


def test_a_run_of_tabs_is_one_thought_and_what_they_lead_to_another():
    tabs = [gesture("key", on, field_kind="Tab") for on in ("#a", "#b", "#c")]
    enter = gesture("key", "#d", field_kind="Enter")
    assert costs(KEYBOARD, *tabs, enter, tabs[0]) == [1550, 200, 200, 1550, 1550]
    assert costs(MOUSE, *tabs) == [400 + 1550, 200, 200]


def made_up(seed: int) -> list[Gesture]:
    chance = random.Random(seed)
    kinds = [kind.value for kind in GestureKind]
    return [
        gesture(
            chance.choice(kinds), f"#{chance.randint(0, 5)}",
            (chance.randint(0, 900), chance.randint(0, 700), chance.randint(1, 300), chance.randint(1, 80)),
            characters=chance.randint(0, 20), field_kind=chance.choice(["", "password", "Tab", "Enter"]),
            screenfuls=chance.random(), keys=chance.choice([0, 0, 2]),
        )
        for _ in range(30)
    ]  # fmt: skip


@pytest.mark.parametrize("hands", [MOUSE, TOUCH, KEYBOARD], ids=lambda hands: hands.input)
def test_any_sequence_costs_the_sum_of_its_operators_and_always_the_same(hands):
    for seed in range(30):
        found = list(effort(made_up(seed), hands, (1280, 720)))
        assert found == list(effort(made_up(seed), hands, (1280, 720)))
        assert len(found) == 30
        for doing in found:
            operators = {name: value for name, value in vars(doing).items() if name.endswith("_ms")}
            assert min(operators.values()) >= 0, doing
            assert doing.total_ms == pytest.approx(sum(operators.values()))


def test_what_comes_later_changes_nothing_before():
    for seed in range(10):
        made = made_up(seed)
        assert costs(MOUSE, *made[:10]) == costs(MOUSE, *made)[:10]


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
    assert interruption_ms(popup(**facts), MOUSE, [], "en") == pytest.approx(by_mouse, rel=1e-4)


def test_on_a_phone_it_is_closed_by_the_thumb():
    facts = {"close_press_ms": 2000, "gone_ms": 2600}
    assert interruption_ms(popup(**facts), MOUSE, [], "en") - interruption_ms(
        popup(**facts), TOUCH, [], "en"
    ) == pytest.approx(600)


def test_by_keyboard_it_is_closed_by_a_key():
    facts = {"close_press_ms": 2000, "gone_ms": 2600}
    assert interruption_ms(popup(**facts), KEYBOARD, [], "en") == pytest.approx(
        1350 + 2400 + 200 + 1350 + 600, rel=1e-4
    )


class TestAPopupInMidForm:
    """The rest of a form takes 1.15 times as long; what came before it, and the next screen, do not."""

    def slowed(self, *, popup_ms: float, **facts) -> float:
        story = Story().step("Ask", 0).document(0, painted_ms=50).type("a", 1000, 5).type("b", 3000, 5)
        story.press("Send", 5000).document(6000, painted_ms=6100).type("c", 7000, 5)
        artifacts = story.end(9000).artifacts()
        return slowed_ms(popup(t_ms=popup_ms, **facts), visit_effort(artifacts, TOUCH), artifacts.screens)

    def test_while_it_is_being_filled_in(self):
        # b: M 1350 + 700 + 5 × 300; Send: M 1350 + 700
        assert self.slowed(popup_ms=2000, close_press_ms=2500) == pytest.approx(0.15 * (3550 + 2050))

    @pytest.mark.parametrize(
        "popup_ms", [500, 4000, 6500], ids=["before", "after the last field", "on the next screen"]
    )
    def test_at_its_ends_nothing_is_slowed(self, popup_ms):
        assert self.slowed(popup_ms=popup_ms, close_press_ms=popup_ms + 100) == 0

    def test_nor_by_one_that_was_asked_for_or_left_alone(self):
        assert self.slowed(popup_ms=2000, close_press_ms=2500, asked_for=True) == 0
        assert self.slowed(popup_ms=2000) == 0


def test_a_popup_is_read_at_the_speed_of_its_language():
    # 34 words × 0.28 at 228/238 of 60 000 / 179 against 60 000 / 228
    facts = {"close_press_ms": 2000, "gone_ms": 2600}
    english, german = (interruption_ms(popup(**facts), MOUSE, [], language) for language in ("en", "de-DE"))
    assert german - english == pytest.approx(2400 * (228 / 179 - 1), rel=1e-4)
    japanese = interruption_ms(popup(**facts, characters=357), MOUSE, [], "ja")
    assert japanese - english == pytest.approx(0.28 * 60_000 * 228 / 238 - 2400, rel=1e-3)


def test_all_that_was_done_in_a_popup_is_its_cost():
    """“Settings”, then two switches and “Save”: M P BB · P BB · P BB · M P BB, reading, and M to find back."""
    made = [
        in_popup(1, "click", "#settings"), in_popup(1, "tick", "#a"), in_popup(1, "tick", "#b"),
        in_popup(1, "click", "#save"), in_popup(2, "click", "#other"), gesture("click", "#own"),
    ]  # fmt: skip
    facts = {"close_press_ms": 2000, "gone_ms": 2000}
    by_mouse, by_touch = (
        interruption_ms(popup(**facts), hands, list(effort(made, hands)), "en") for hands in (MOUSE, TOUCH)
    )
    assert by_mouse == pytest.approx(2 * (1350 + 1300) + 2 * 1300 + 2400 + 1350, rel=1e-4)
    assert by_touch == pytest.approx(2 * (1350 + 700) + 2 * 700 + 2400 + 1350, rel=1e-4)


def test_the_thought_at_noticing_it_is_had_once():
    facts = {"close_press_ms": 2000, "gone_ms": 2000, "words": 0}
    for first in (in_popup(1, "click", "#x"), in_popup(1, "tick", "#x")):  # with a thought of its own, and without
        doings = list(effort([first], TOUCH))
        assert interruption_ms(popup(**facts), TOUCH, doings, "en") == pytest.approx(1350 + 700 + 1350)

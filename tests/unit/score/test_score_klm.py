"""Each operator of the keystroke-level model by itself, against figures worked out by hand (milliseconds)."""

import pytest

from cxcheck.model.gesture import Gesture, GestureKind, Target
from cxcheck.model.persona import Hands
from cxcheck.score import klm

MOUSE = Hands(typing_wpm=60, input="mouse")  # 60 000 / (60 × 5) = 200 ms a key
TOUCH = Hands(typing_wpm=40, input="touch")  # 300 ms a key
KEYBOARD = Hands(typing_wpm=60, input="keyboard")
M = 1350


def made(kind: str, on: str = "#a", name: str = "", key: str = "", role: str = "button") -> Gesture:
    clickable = role in {"button", "link"}
    target = Target(selector=on, role=role, name=name, clickable=clickable)
    return Gesture(t_ms=0, step=1, kind=GestureKind(kind), target=target, field_kind=key)


def key(name: str, on: str = "#a", role: str = "textbox") -> Gesture:
    return made("key", on, key=name, role=role)


class TestThinking:
    @pytest.mark.parametrize("kind", ["click", "tap", "field", "key", "back"])
    def test_whatever_comes_first_takes_a_thought(self, kind):
        assert klm.think_ms(made(kind), None) == M

    @pytest.mark.parametrize("kind", ["tick", "choice", "scroll", "switch"])
    def test_ticks_and_dropdowns_take_none(self, kind):
        assert klm.think_ms(made(kind), None) == 0

    @pytest.mark.parametrize("role", ["menuitem", "menuitemradio", "option", "checkbox", "switch"])
    def test_nor_do_items_of_a_menu(self, role):
        assert klm.think_ms(made("click", "#item", role=role), made("click", "#header")) == 0

    @pytest.mark.parametrize(
        ("now", "last", "thought"),
        [
            (made("click", "#a"), made("click", "#a"), 0),
            (made("click", "#b"), made("click", "#a"), M),
            (made("click", ""), made("click", ""), M),
            (made("click", "#a"), made("field", "#a"), M),
            (made("click", "#a"), made("scroll", "#a"), M),
            (made("click", "#a", "Save"), made("click", "#b", "OK"), 0),
            (made("click", "#a", "Ja"), made("click", "#b", "Speichern"), 0),
            (made("click", "#a", "はい"), made("click", "#b", "保存"), 0),
            (made("click", "#a", "Save"), made("click", "#b", "Cancel"), M),
            (made("click", "#a", "No"), made("click", "#b", "Cancel"), 0),
            (made("click", "#a", "Save"), made("field", "#b", "OK"), M),
            (made("click", "#a", "Save my things"), made("click", "#b", "OK"), M),
            (made("field", "#a"), made("field", "#a"), 0),
            (made("field", "#a"), made("click", "#a"), 0),
            (made("field", "#a"), made("field", "#b"), M),
            (made("field", "#a"), key("Tab", "#b"), 0),
            (made("field", "#a"), key("Enter", "#b"), M),
            (made("field", "#a"), key("Escape", "#b"), M),
            (key("Tab"), made("field"), M),
            (key("Tab", "#b"), key("Tab", "#a"), 0),
            (key("Enter"), key("Tab"), M),
            (key("Enter", "#b", "button"), key("Enter", "#a", "button"), M),
            (key("Enter", "#a", "button"), key("Enter", "#a", "button"), 0),
            (key("Space", "#a", "button"), made("click", "#a"), 0),
            (made("back", ""), made("back", ""), 0),
        ],
    )
    def test_by_what_was_done_before(self, now, last, thought):
        assert klm.think_ms(now, last) == thought


class TestPointing:
    @pytest.mark.parametrize(
        ("distance_px", "width_px", "took"),
        [
            (0, 100, 800),  # log2(0.5) is below nought
            (50, 100, 800),  # log2(1) = 0
            (150, 100, 900),  # log2(2) = 1 bit
            (700, 200, 1000),  # log2(4) = 2 bits
            (750, 100, 1100),  # log2(8) = 3 bits
            (12_750, 100, 1500),  # log2(128) = 7 bits: the longest likely
            (100_000, 10, 1500),
            (None, 10, 1100),
        ],
    )
    def test_by_mouse_it_goes_by_distance_and_size(self, distance_px, width_px, took):
        assert klm.point_ms(MOUSE, distance_px, width_px) == pytest.approx(took)

    def test_a_target_without_size_is_one_pixel(self):
        assert klm.point_ms(MOUSE, 100, 0) == klm.point_ms(MOUSE, 100, 1)

    def test_a_finger_takes_the_same_everywhere_and_a_keyboard_does_not_point(self):
        assert [klm.point_ms(TOUCH, distance, 50) for distance in (None, 10, 5000)] == [600] * 3
        assert klm.point_ms(KEYBOARD, 500, 50) == 0


def test_pressing_typing_and_changing_hands():
    assert [klm.press_ms(hands) for hands in (MOUSE, TOUCH, KEYBOARD)] == [200, 100, 200]
    assert [klm.key_ms(hands) for hands in (MOUSE, TOUCH, KEYBOARD)] == [200, 300, 200]
    assert klm.typing_ms(TOUCH, 10) == 3000
    assert klm.typing_ms(MOUSE, 10, secret=True) == 7500
    assert klm.key_ms(Hands(typing_wpm=12), secret=True) == 1000  # who types slower than that types it slower
    assert klm.home_ms(MOUSE, "mouse", "keyboard") == klm.home_ms(MOUSE, "keyboard", "mouse") == 400
    assert klm.home_ms(MOUSE, "mouse", "mouse") == klm.home_ms(TOUCH, "mouse", "keyboard") == 0
    assert klm.home_ms(KEYBOARD, "mouse", "keyboard") == 0
    assert [klm.scroll_ms(hands, 2.5) for hands in (MOUSE, TOUCH, KEYBOARD)] == [1250, 1250, 500]


def test_two_options_and_the_chance_of_none_are_a_bit_and_a_half():
    assert klm.decide_ms(3) == pytest.approx(300)  # log2(4) = 2 bits at 150
    assert klm.decide_ms(1) == pytest.approx(150)

"""What counts as one thing the customer did."""

import pytest

from cxcheck.model.gesture import Gesture, GestureKind
from cxcheck.testing import Story


def gestures(story: Story) -> tuple[Gesture, ...]:
    return story.artifacts().gestures.items


def kinds(story: Story) -> list[str]:
    return [gesture.kind.value for gesture in gestures(story)]


def field(name: str, role: str = "textbox") -> dict[str, str]:
    return {"selector": f"#{name}", "role": role, "name": name}


def test_a_press_into_a_field_and_the_typing_are_one_field():
    story = Story().step("Ask", 0).press("Email", 1000, role="textbox", clickable=False).type("Email", 1100, 12)
    (gesture,) = gestures(story.end(5000))
    assert gesture.kind is GestureKind.FIELD
    assert gesture.t_ms == 1000
    assert gesture.characters == 12


def test_a_press_on_a_button_and_typing_are_two():
    assert kinds(Story().step("Ask", 0).press("Email", 1000).type("Email", 1100, 12).end(5000)) == ["click", "field"]


def test_a_press_into_one_field_and_typing_into_another_are_two():
    story = Story().step("Ask", 0).press("Name", 1000, role="textbox").type("Email", 1100, 12).end(5000)
    assert kinds(story) == ["click", "field"]


def test_typing_with_a_pause_in_it_is_one_field():
    story = Story().step("Ask", 0).type("Email", 1000, 5).type("Email", 2500, 7).end(5000)
    (gesture,) = gestures(story)
    assert (gesture.kind, gesture.characters, gesture.t_ms) == (GestureKind.FIELD, 12, 1000)


def test_going_back_to_a_field_is_a_second_one():
    story = Story().step("Ask", 0).type("Email", 1000, 5).type("Name", 2000, 3).type("Email", 3000, 7).end(5000)
    assert [gesture.characters for gesture in gestures(story)] == [5, 3, 7]


def test_a_press_on_a_check_box_and_its_tick_are_one():
    story = Story().step("Ask", 0).press("Terms", 1000, role="checkbox")
    story.add("gesture/ticked", 1080, target=field("Terms", "checkbox"))
    (gesture,) = gestures(story.end(5000))
    assert (gesture.kind, gesture.t_ms) == (GestureKind.TICK, 1000)


def test_a_tap_on_a_list_and_its_choice_are_one():
    story = Story().step("Ask", 0).press("Size", 1000, role="combobox", pointer="touch")
    story.add("gesture/chosen", 1900, target=field("Size", "combobox"))
    assert kinds(story.end(5000)) == ["choice"]


def test_two_ticks_of_one_box_stay_two():
    story = Story().step("Ask", 0)
    for t_ms in (1000, 2000):
        story.add("gesture/ticked", t_ms, target=field("Terms", "checkbox"))
    assert kinds(story.end(5000)) == ["tick", "tick"]


@pytest.mark.parametrize(("pointer", "kind"), [("mouse", "click"), ("pen", "click"), ("touch", "tap")])
def test_a_finger_taps_and_everything_else_clicks(pointer, kind):
    assert kinds(Story().step("Ask", 0).press("Go", 1000, pointer=pointer).end(5000)) == [kind]


def test_keys_scrolls_mailbox_and_going_back():
    story = Story().step("Ask", 0).add("gesture/key", 1000, key="Enter", target=field("q"))
    story.add("gesture/scrolled", 2000, screenfuls=2.5).add("gesture/switched", 3000, to="mailbox")
    story.add("screen/document", 4000, url="https://shop.example/", title="Home", history=True)
    key, scroll, switch, back = gestures(story.end(5000))
    assert (key.kind, key.field_kind) == (GestureKind.KEY, "Enter")
    assert (scroll.kind, scroll.screenfuls) == (GestureKind.SCROLL, 2.5)
    assert switch.kind is GestureKind.SWITCH
    assert back.kind is GestureKind.BACK


def test_in_a_popup_they_are_counted_apart():
    story = Story().step("Ask", 0).popup("x-7", 500, cover_ratio=0.5).press("Close", 1000, popup="x-7")
    story.add("gesture/key", 1500, key="Escape", target={"selector": "#d", "popup": "x-7"}).press("Go", 2000).end(5000)
    made = story.artifacts().gestures
    assert [gesture.target.popup for gesture in made.items] == [1, 1, None]
    assert made.count(GestureKind.CLICK, in_popups=True) == 1
    assert made.count(GestureKind.CLICK, in_popups=False) == 1
    assert made.count(GestureKind.CLICK) == 2
    assert made.count(*GestureKind, in_popups=True) == 2


def test_a_popup_that_nobody_recorded_has_no_number():
    (gesture,) = gestures(Story().step("Ask", 0).press("Close", 1000, popup="unheard-of").end(5000))
    assert gesture.target.popup is None


def test_what_a_script_did_is_kept_but_not_counted():
    story = Story().step("Ask", 0)
    story.add("gesture/pressed", 1000, pointer="mouse", trusted=False, target=field("Go", "button"))
    made = story.end(5000).artifacts().gestures
    assert [gesture.trusted for gesture in made.items] == [False]
    assert made.count(GestureKind.CLICK) == 0


def test_what_the_page_did_is_no_gesture():
    story = Story().step("Ask", 0).document(100, painted_ms=400).change(900).popup("a", 1000, cover_ratio=0.2)
    assert gestures(story.end(5000)) == ()


def test_a_form_filled_again_after_a_reload_counts_again():
    story = Story().step("Fill in", 0).type("email", 1000, 9).document(2000, painted_ms=2100).type("email", 3000, 9)
    fields = [gesture.characters for gesture in story.end(5000).artifacts().gestures.items]
    assert fields == [9, 9]

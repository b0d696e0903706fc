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
    story.add("gesture/back", 4000, document=True)
    key, scroll, switch, back = gestures(story.end(5000))
    assert (key.kind, key.field_kind) == (GestureKind.KEY, "Enter")
    assert (scroll.kind, scroll.screenfuls) == (GestureKind.SCROLL, 2.5)
    assert (switch.kind, switch.field_kind) == (GestureKind.SWITCH, "mailbox")
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


def back(t_ms: float, *, document: bool, answered: bool = False) -> list[str]:
    story = Story().step("Look", 0).press("Back", 1000)
    if answered:
        story.change(1100)
    return kinds(story.add("gesture/back", t_ms, document=document).end(9000))


def test_a_document_that_a_press_went_back_to_is_the_press_alone():
    assert back(1200, document=True) == ["click"]
    assert back(1200, document=True, answered=True) == ["click", "back"]
    assert back(2500, document=True) == ["click", "back"]
    assert back(1200, document=False) == ["click", "back"]  # between routes the browser knows who did it


def key(story: Story, name: str, t_ms: float, on: str, role: str = "combobox") -> Story:
    return story.add("gesture/key", t_ms, key=name, target=field(on, role))


def chosen(story: Story, t_ms: float, *, keys: bool = False, option: str = "") -> Story:
    return story.add("gesture/chosen", t_ms, target=field("Size", "combobox"), option=option, keys=keys)


def done(story: Story) -> list[tuple[str, str, int]]:
    return [(gesture.kind.value, gesture.target.name, gesture.keys) for gesture in gestures(story.end(9000))]


class TestChoices:
    def test_opening_a_list_and_pressing_an_option_is_one_choice(self):
        story = Story().step("Ask", 0).press("Size", 1000).press("L", 2000, role="option")
        (choice,) = gestures(chosen(story, 2000, option="#L").end(9000))
        assert (choice.kind, choice.t_ms, choice.keys) == (GestureKind.CHOICE, 1000, 0)

    def test_looking_through_the_list_before_choosing_stays(self):
        story = Story().step("Ask", 0).press("Size", 1000).type("Search", 1200, 2)
        story.add("gesture/scrolled", 1500, screenfuls=1.0, by="wheel").press("L", 2000, role="option")
        assert [kind for kind, _, _ in done(chosen(story, 2000, option="#L"))] == ["field", "scroll", "choice"]

    def test_a_press_on_something_else_before_it_stays(self):
        story = Story().step("Ask", 0).press("Menu", 1000).press("L", 2000, role="option")
        assert done(chosen(story, 2000, option="#L")) == [("click", "Menu", 0), ("choice", "Size", 0)]

    def test_of_three_presses_on_what_opens_the_list_one_belongs_to_the_choice(self):
        story = Story().step("Ask", 0).press("Size", 1000).press("Size", 1500).press("Size", 2000)
        story.press("L", 2500, role="option")
        assert [kind for kind, _, _ in done(chosen(story, 2500, option="#L"))] == ["click", "click", "choice"]

    def test_arrow_keys_that_change_a_list_one_by_one_are_one_choice(self):
        story = Story().step("Ask", 0)
        for t_ms in (1000, 1200, 1400):
            chosen(key(story, "ArrowDown", t_ms, "Size"), t_ms + 5, keys=True)
        assert done(story) == [("choice", "Size", 3)]

    def test_tab_does_not_belong_to_it(self):
        story = key(Story().step("Ask", 0), "Tab", 900, "Name", "textbox")
        chosen(key(story, "ArrowDown", 1000, "Size"), 1005, keys=True)
        assert done(key(story, "Tab", 1200, "Size")) == [("key", "Name", 0), ("choice", "Size", 1), ("key", "Size", 0)]

    def test_two_choices_by_pointer_stay_two(self):
        story = chosen(chosen(Story().step("Ask", 0), 1000), 2000)
        assert done(story) == [("choice", "Size", 0)] * 2

    def test_the_same_list_on_another_page_is_another(self):
        story = chosen(Story().step("Ask", 0), 1000, keys=True).document(2000, painted_ms=2100)
        assert done(chosen(story, 3000, keys=True)) == [("choice", "Size", 1)] * 2


class TestTicks:
    def tick(self, story: Story, t_ms: float, name: str, role: str) -> Story:
        return story.add("gesture/ticked", t_ms, target=field(name, role), keys=True)

    def test_arrow_keys_through_radio_buttons_are_one_tick(self):
        story = self.tick(key(Story().step("Ask", 0), "ArrowDown", 1000, "A", "radio"), 1001, "B", "radio")
        self.tick(key(story, "ArrowRight", 1200, "B", "radio"), 1201, "C", "radio")
        assert done(story) == [("tick", "C", 2)]

    def test_two_groups_of_them_are_two(self):
        story = self.tick(key(Story().step("Ask", 0), "ArrowDown", 1000, "A", "radio"), 1001, "B", "radio")
        key(story, "Tab", 1100, "B", "radio")
        self.tick(key(story, "ArrowDown", 1200, "X", "radio"), 1201, "Y", "radio")
        assert done(story) == [("tick", "B", 1), ("key", "B", 0), ("tick", "Y", 1)]

    def test_a_box_ticked_and_unticked_by_key_are_two(self):
        story = Story().step("Ask", 0)
        for t_ms in (1000, 2000):
            self.tick(key(story, "Space", t_ms, "Terms", "checkbox"), t_ms, "Terms", "checkbox")
        assert done(story) == [("tick", "Terms", 1)] * 2

    def test_a_press_on_a_switch_and_its_tick_are_one(self):
        story = Story().step("Ask", 0).press("Mails", 1000, role="switch")
        story.add("gesture/ticked", 1000, target=field("Mails", "switch"), keys=False)
        assert done(story) == [("tick", "Mails", 0)]

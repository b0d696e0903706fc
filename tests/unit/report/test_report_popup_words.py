import pytest

from cxcheck.model.scorecard import PopupCounts
from cxcheck.report.popup_words import of_several, of_visit, press_word


@pytest.mark.parametrize(
    ("counts", "took", "said"),
    [
        (None, "", "pop-ups not measured"),
        ({}, "", "no pop-up"),
        ({"asked_for": 1}, "", "no pop-up, apart from 1 overlay that the customer asked for"),
        ({"asked_for": 2}, "", "no pop-up, apart from 2 overlays that the customer asked for"),
        ({"unasked": 1, "at_once": 1, "before_act": 0}, "1 s", "1 pop-up, 1 second"),
        (
            {"unasked": 1, "at_once": 1, "before_act": 1, "presses": 1},
            "3.2 s",
            "1 pop-up before the first act, 3.2 seconds, 1 click",
        ),
        (
            {"unasked": 4, "at_once": 2, "before_act": 1, "before_product": 4, "presses": 3},
            "11 s",
            "4 pop-ups before the first product, 2 at once, 11 seconds, 3 clicks",
        ),
        (
            {"unasked": 5, "at_once": 3, "before_product": 2, "presses": 6, "agreed": 1, "asked_for": 2},
            "1 min 11 s",
            (
                "5 pop-ups, 2 of them before the first product, 3 at once, 1 min 11 s, 6 clicks; "
                "cookies had to be agreed to"
            ),
        ),
        ({"unasked": 2, "at_once": 1}, "", "2 pop-ups"),
        ({"unasked": 2, "at_once": 1, "before_product": 0, "before_act": 2}, "", "2 pop-ups"),
    ],
)  # fmt: skip
def test_a_visit_in_a_sentence(counts, took, said):
    assert of_visit(None if counts is None else PopupCounts(**counts), took, "click") == said


ONE = PopupCounts(unasked=1, at_once=1)
MANY = PopupCounts(unasked=4, at_once=3, agreed=1)
NONE = PopupCounts(asked_for=1)


@pytest.mark.parametrize(
    ("counts", "took_ms", "different", "said"),
    [
        ([None, None], [None, None], 0, "pop-ups not measured"),
        ([NONE, NONE], [0, 0], 0, "no pop-up in 2 visits"),
        ([NONE, None], [0, None], 0, "no pop-up in 1 visit; 1 visit not measured"),
        ([ONE, NONE], [4_000, 0], 1, "1 pop-up, in 1 of 2 visits, 4.0 seconds in all"),
        ([ONE, ONE], [4_000, 9_000], 1, "1 pop-up, met 2 times in 2 of 2 visits, 13 seconds in all"),
        (
            [ONE, MANY, NONE, None],
            [4_000, 80_000, 0, None],
            3,
            (
                "3 different pop-ups, met 5 times in 2 of 3 visits, up to 3 at once, 1 min 24 s in all; "
                "cookies had to be agreed to in 1; 1 visit not measured"
            ),
        ),
        (
            [ONE, MANY],
            [None, 80_000],
            4,
            (
                "4 different pop-ups, met 5 times in 2 of 2 visits, up to 3 at once; "
                "cookies had to be agreed to in 1"
            ),
        ),
    ],
)  # fmt: skip
def test_several_visits_in_a_sentence(counts, took_ms, different, said):
    assert of_several(counts, took_ms, different) == said


def test_a_press_is_called_by_the_hand_that_made_it():
    assert [press_word([hands]) for hands in ("mouse", "touch", "keyboard")] == ["click", "tap", "key press"]
    assert press_word(["mouse", "touch"]) == "press"
    assert of_visit(PopupCounts(unasked=1, presses=2), "", press_word(["keyboard"])) == "1 pop-up, 2 key presses"
    assert of_visit(PopupCounts(unasked=1, presses=2), "", press_word(["mouse", "touch"])) == "1 pop-up, 2 presses"

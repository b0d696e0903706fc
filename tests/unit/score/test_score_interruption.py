"""What is done for a pop-up outside of it is its cost, and none of the journey's effort. By hand, with the mouse."""

import pytest

from cxcheck.model.persona import Hands, Persona
from cxcheck.score import costs
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom", hands=Hands(typing_wpm=60))  # a key takes 200 ms
THOUGHT, PRESS, KEY, HOME = 1350, 1100 + 200, 200, 400


def costed(story: Story) -> tuple[float, float, int]:
    """(interruption, effort without reading, gestures in pop-ups)"""
    artifacts = story.end(90_000).artifacts()
    read = sum((costs.reading(artifacts, TOM) or {}).values())
    effort = sum(costs.own_effort(artifacts, TOM).values()) - read
    return sum(costs.interruptions(artifacts, TOM).values()), effort, costs.counts(artifacts).popup_gestures


def test_a_second_layer_that_is_an_overlay_of_its_own_belongs_to_the_question():
    """“Settings” and “Save”, each thought about, pointed at and pressed; 200 ms until the first layer went; M back."""
    story = (
        Story().step("Look", 0).popup("c", 500, cover_ratio=0.2, text="", title="").press("Settings", 1000, popup="c")
    )
    story.add("popup/gone", 1200, id="c").popup("d", 1200, cover_ratio=0.9, text="", title="", asked_for=True)
    story.press("Save", 3000, popup="d").add("popup/gone", 3100, id="d")
    assert costed(story) == (pytest.approx(2 * (THOUGHT + PRESS) + 200 + THOUGHT), 0, 2)


def test_an_escape_in_vain_is_paid_by_the_popup_wherever_the_focus_was():
    """Escape: M, the hand to the keys, a key. Then its ×: M, the hand back, P and press; M to find back."""
    story = Story().step("Look", 0).popup("a", 500, cover_ratio=0.2, text="", title="")
    story.add("popup/closing", 1000, id="a", control="Escape", way="Escape")
    story.add("gesture/key", 1010, key="Escape", trusted=True, target={"selector": "body"})
    story.add("popup/stays", 2500, id="a", way="Escape").add(
        "popup/closing", 2600, id="a", control="×", way="close control"
    )
    story.press("×", 3000, popup="a").add("popup/gone", 3000, id="a")
    spent = THOUGHT + HOME + KEY + THOUGHT + HOME + PRESS + THOUGHT
    assert costed(story) == (pytest.approx(spent), 0, 2)


def test_an_escape_without_a_popup_is_the_journeys():
    story = Story().step("Look", 0).add("gesture/key", 1010, key="Escape", trusted=True, target={"selector": "body"})
    assert costed(story) == (0, pytest.approx(THOUGHT + HOME + KEY), 0)

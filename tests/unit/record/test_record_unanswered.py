"""A press that nothing else answered: whether the frames answer it, or only show late what had happened before."""

import pytest
from film import ELSEWHERE, TICKER, Film

from cxcheck.record.unanswered import shows_an_answer
from cxcheck.testing import Story

PRESS_MS = 1_000


def story() -> Story:
    return Story().document(100, painted_ms=200).press("Send", PRESS_MS)


def answered(film: Film, told: Story) -> bool:
    return shows_an_answer(told.end(4_000).events, film.frames, film.files.__getitem__, PRESS_MS)


def gone(told: Story, t_ms: float) -> Story:
    return told.popup("a", 500, cover_ratio=0.1).add("popup/gone", t_ms, id="a")


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(gone(story(), 950), id="a pop-up that had gone"),
        pytest.param(story().add("gesture/scrolled", 999, screenfuls=0.5, by="reach"), id="scrolled to reach it"),
    ],
)
def test_what_had_happened_before_is_no_answer_though_drawn_after_it(told):
    assert not answered(Film().show(900, ELSEWHERE).show(1_150), told)
    assert answered(Film().show(900, ELSEWHERE).show(1_150).show(1_400, TICKER), told)  # this is


def test_the_same_frames_answer_when_nothing_had_happened():
    assert answered(Film().show(900, ELSEWHERE).show(1_150), story())
    assert answered(Film().show(900, ELSEWHERE).show(1_150), gone(story(), 850))  # the frame before shows that


def test_a_frame_that_comes_much_later_is_an_answer():
    assert answered(Film().show(900, ELSEWHERE).show(1_600), gone(story(), 950))

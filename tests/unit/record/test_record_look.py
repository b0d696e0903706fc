"""Frames are compared: what answered a press, drawn by the test itself."""

import pytest
from film import ELSEWHERE, ON_BUTTON, TICKER, Film


def test_the_first_frame_that_differs_answers_and_the_last_ends_it():
    seen = Film().show(500).show(1300, ELSEWHERE).show(1500, ELSEWHERE, TICKER).show(3000, TICKER).look()
    assert (seen.t_ms, seen.until_ms) == (1300, 1500)
    assert seen.ratio == pytest.approx(101 * 51 / (640 * 360), rel=0.1)


def test_the_order_of_arrival_does_not_matter():
    film = Film().show(1300, ELSEWHERE).show(500)
    assert film.look().t_ms == 1300


@pytest.mark.parametrize(
    "film",
    [
        pytest.param(Film().show(500).show(1020, ON_BUTTON).show(1080), id="the pressed button alone"),
        pytest.param(Film().show(500).show(1300), id="the same picture again"),
        pytest.param(Film().show(500).show(1300, (300, 200, 308, 206)), id="a caret"),
        pytest.param(Film().show(500), id="nothing at all"),
        pytest.param(Film().show(1300, ELSEWHERE), id="nothing to compare with"),
        pytest.param(Film().show(500).show(5200, ELSEWHERE), id="when nobody looked any more"),
    ],
)
def test_what_is_no_answer(film):
    assert film.look() is None


def moving(until_ms):
    film = Film()
    for number in range(until_ms // 250):
        film.show(number * 250, TICKER, grey=40 if number % 2 else 200)
    return film


def test_what_moved_before_the_press_is_no_answer():
    assert moving(3000).look() is None


def test_beside_what_moves_an_answer_is_seen():
    assert moving(1500).show(1600, TICKER, ELSEWHERE).look().t_ms == 1600


def test_what_came_up_once_before_the_press_may_answer_when_it_goes():
    assert Film().show(100).show(500, ELSEWHERE).show(1300).look().t_ms == 1300

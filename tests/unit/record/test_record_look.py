"""Frames are compared: what answered a press, drawn by the test itself."""

import io

import pytest
from PIL import Image, ImageDraw

from cxcheck.model.base import Box
from cxcheck.record.listeners.frames import Frame
from cxcheck.record.look import look

BUTTON = Box(x_px=20, y_px=20, width_px=80, height_px=30)
ON_BUTTON = (10, 10, 50, 25)  # in a frame, which is half as large
ELSEWHERE = (200, 100, 300, 150)
TICKER = (400, 300, 440, 320)


class Film:
    """A film of a page of 1280 by 720; ``show`` adds a frame with these boxes drawn."""

    def __init__(self):
        self.files = {}
        self.frames = []

    def show(self, t_ms, *boxes, grey=40):
        picture = Image.new("RGB", (640, 360), "white")
        for box in boxes:
            ImageDraw.Draw(picture).rectangle(box, fill=(grey, grey, grey))
        data = io.BytesIO()
        picture.save(data, "JPEG", quality=40)
        name = f"{len(self.files)}.jpg"
        self.files[name] = data.getvalue()
        self.frames.append(Frame(t_ms, 1, name, 1280, 720))
        return self

    def look(self, press_ms=1000, until_ms=5000, hidden=(BUTTON,)):
        return look(self.frames, self.files.__getitem__, press_ms, until_ms, hidden)


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

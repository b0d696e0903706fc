"""Frames of the screencast: which are kept, when they were drawn, and what a full disk does."""

import base64

import pytest

from cxcheck.record.clock import VisitClock
from cxcheck.record.journal import Journal
from cxcheck.record.listeners.frames import Frames
from cxcheck.redact import Secrets


class Cast:
    """A page's session that sends frames at set times."""

    def __init__(self, save):
        self.sent, self.events = [], []
        self.clock = VisitClock()
        self.clock.is_tied = True
        self.frames = Frames(Journal(self.clock, Secrets(), self.events.append), save)
        self.frames.listen_to(self, 1)

    def on(self, kind, handler):
        assert kind == "Page.screencastFrame"
        self.came = handler

    def send(self, method, params):
        self.sent.append((method, params))

    def draws(self, t_ms):
        epoch_s = (t_ms - self.clock.from_browser_ms(0)) / 1000
        about = {"timestamp": epoch_s, "deviceWidth": 1280, "deviceHeight": 720}
        self.came({"data": base64.b64encode(b"picture").decode(), "sessionId": 7, "metadata": about})


@pytest.fixture
def files():
    return {}


@pytest.fixture
def cast(files):
    def save(name, content):
        files[name] = content
        return f"frames/{name}"

    return Cast(save)


def test_each_is_kept_with_the_time_at_which_it_was_drawn(cast, files):
    for t_ms in (1000, 1500, 1300):
        cast.draws(t_ms)
    assert files == dict.fromkeys(("00001.jpg", "00002.jpg", "00003.jpg"), b"picture")
    assert [(event.kind, event.t_ms, event.data["file"]) for event in cast.events] == [
        ("frame/shown", 1000, "frames/00001.jpg"),
        ("frame/shown", 1500, "frames/00002.jpg"),
        ("frame/shown", 1300, "frames/00003.jpg"),
    ]
    assert [method for method, _ in cast.sent] == ["Page.startScreencast", *["Page.screencastFrameAck"] * 3]


def test_of_what_moves_all_the_time_a_few_a_second_are_kept(cast, files):
    for number in range(600):
        cast.draws(number * 1000 / 60)
    assert len(files) == pytest.approx(12 + 4 * 10, abs=2)
    assert sum(method == "Page.screencastFrameAck" for method, _ in cast.sent) == 600


def test_after_a_pause_all_of_a_sudden_change_are_kept(cast, files):
    for number in range(10):
        cast.draws(5000 + number * 16)
    assert len(files) == 10


def test_before_the_clocks_are_tied_nothing_can_be_timed(cast, files):
    cast.clock.is_tied = False
    cast.draws(1000)
    assert (files, cast.events) == ({}, [])


def test_a_full_disk_is_told_once_and_stops_nobody():
    def full(name, content):
        raise OSError(28, "No space left on device")

    cast = Cast(full)
    cast.draws(1000)
    cast.draws(2000)
    [event] = cast.events
    assert event.kind == "probe/unsupported"
    assert event.data == {"probe": "frames", "reason": "no more could be kept: No space left on device"}

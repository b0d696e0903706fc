"""A replay is filmed to its end, picture by picture; without an encoder it is said what to install."""

import sys
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from watched import forgotten_password

from cxcheck import replay_video
from cxcheck.errors import CouldNotMeasure
from cxcheck.replay.page import visit_page

# An encoder that only counts: the real one is 165 MB.
COUNTS = """#!{python}
import sys
data = sys.stdin.buffer.read()
open(sys.argv[-1], 'w').write(str(data.count(bytes.fromhex('ffd8ff'))))
"""


@pytest.fixture
def replay(tmp_path):
    watched = forgotten_password()
    path = tmp_path / "replay.html"
    path.write_text(visit_page(watched.visit(), watched.story.events, watched.read), encoding="utf-8")
    return path


def put_encoder(folder, monkeypatch, text) -> None:
    (folder / "ffmpeg").write_text(text.replace("{python}", sys.executable), encoding="utf-8")
    (folder / "ffmpeg").chmod(0o755)
    only_here(monkeypatch, str(folder / "ffmpeg"))


def only_here(monkeypatch, found) -> None:
    """What is found on the machine; others look for their programs there too."""
    monkeypatch.setattr(replay_video, "shutil", SimpleNamespace(which=lambda _: found))


@pytest.mark.browser
def test_each_moment_is_a_picture(replay, tmp_path, monkeypatch):
    put_encoder(tmp_path, monkeypatch, COUNTS)
    monkeypatch.setattr(replay_video, "A_SECOND", 0.25)
    monkeypatch.setattr(replay_video, "_END_S", 4)
    with ThreadPoolExecutor(1) as aside:  # a thread of its own: it starts a Playwright, and one may be running
        aside.submit(replay_video.write_video, replay, tmp_path / "film.mp4").result()
    text = replay.read_text("utf-8").partition('"length":')[2]
    length_s = int(text.partition(",")[0]) / 1000
    assert int((tmp_path / "film.mp4").read_text()) == int(length_s / 4) + 1 + 1


@pytest.mark.browser
def test_what_the_encoder_says_is_told(replay, tmp_path, monkeypatch):
    put_encoder(tmp_path, monkeypatch, "#!/bin/sh\necho no room left >&2\nexit 1\n")
    with ThreadPoolExecutor(1) as aside, pytest.raises(CouldNotMeasure, match="no room left"):
        aside.submit(replay_video.write_video, replay, tmp_path / "film.mp4").result()


def test_without_an_encoder_it_is_said_what_to_install(replay, tmp_path, monkeypatch):
    only_here(monkeypatch, None)
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
    with pytest.raises(CouldNotMeasure, match=r"pip install 'cxcheck\[video\]'"):
        replay_video.write_video(replay, tmp_path / "film.mp4")

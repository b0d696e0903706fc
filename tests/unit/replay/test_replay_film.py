"""Which pictures are shown: of the tab that is looked at, changed ones, and no more than fit into a file."""

from watched import Watched, forgotten_password

from cxcheck.replay import film as module
from cxcheck.replay.film import film, looked_at
from cxcheck.replay.tempo import Tempo

AS_RECORDED = Tempo([(600_000, 600_000)], [], 0)


def shown(watched: Watched) -> list[float]:
    return [one.t_ms for one in film(watched.story.events, AS_RECORDED, watched.read)]


def test_what_shows_nothing_new_is_left_out():
    watched = Watched().frame(1000, (10, 10, 60, 30)).frame(2000, (10, 10, 60, 30)).frame(3000, (10, 10, 99, 30))
    assert shown(watched) == [1000, 3000]


def test_of_what_moves_all_the_time_four_a_second_and_what_it_came_to():
    watched = Watched()
    for number in range(40):
        watched.frame(1000 + 50 * number, (10, 10, 20 + 5 * number, 60))
    times = shown(watched)
    assert 6 <= len(times) <= 12
    assert times[-1] == 1000 + 50 * 39


def test_pictures_taken_on_purpose_stay():
    watched = Watched().frame(1000).picture(1010).picture(1020)
    assert shown(watched) == [1000, 1010, 1020]


def test_the_tab_that_is_looked_at():
    watched = forgotten_password()
    assert [(one.t_ms, one.page) for one in looked_at(watched.story.events)] == [(0.0, 1), (29_500, 2)]
    assert 30_000 not in shown(watched)
    assert 30_100 in shown(watched)


def test_back_to_the_first_tab_when_the_second_is_closed():
    watched = forgotten_password()
    watched.story.add("page/closed", 40_000, page=2)
    assert looked_at(watched.story.events)[-1].page == 1


def test_what_is_missing_or_no_picture_is_left_out():
    watched = Watched().frame(1000).frame(2000, (0, 0, 50, 50)).frame(3000, (0, 0, 90, 90))
    first, second, _ = watched.files
    del watched.files[first]
    watched.files[second] = b"\xff\xd8 no picture"
    assert shown(watched) == [3000]


def test_too_much_of_it_is_thinned(monkeypatch):
    watched = Watched()
    for number in range(40):
        watched.frame(1000 + 1000 * number, (10, 10, 20 + 5 * number, 60))
    most = sum(map(len, watched.files.values())) // 2
    monkeypatch.setattr(module, "_MOST_BYTES", most)
    kept = film(watched.story.events, AS_RECORDED, watched.read)
    assert sum(len(watched.files[one.file]) for one in kept) <= most
    assert len(kept) >= 5

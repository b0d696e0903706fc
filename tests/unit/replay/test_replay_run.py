"""The worst moments of a run: each thing once, the costliest first, with its context and the way to the whole visit."""

import json

import pytest
from watched import ATTACK, Watched, forgotten_password

from cxcheck.model.run import JudgedRun, RunInfo
from cxcheck.replay.cut import cut
from cxcheck.replay.data import lane
from cxcheck.replay.page import run_page
from cxcheck.replay.story import story
from cxcheck.replay.worst import worst

RUN = RunInfo(
    id="run", cxcheck="0", python="3", platform="p", cores=1, seed=7, began="now", site="Harbour", base_url="http://h.test/"
)  # fmt: skip


class Filmed:
    """A run of these visits, numbered."""

    def __init__(self, *watched: Watched) -> None:
        self.by_id = {}
        visits = []
        for number, one in enumerate(watched, start=1):
            visit = one.visit()
            info = visit.info.model_copy(update={"id": f"visit-{number}", "repeat": number})
            visits.append(visit.model_copy(update={"info": info}))
            self.by_id[info.id] = one
        self.run = JudgedRun(run=RUN, visits=tuple(visits))

    def recorded(self, visit):
        watched = self.by_id[visit.info.id]
        return watched.story.events, watched.read

    @property
    def page(self) -> str:
        return run_page(self.run, self.recorded, {key: f"visits/{key}/replay.html" for key in self.by_id})


@pytest.fixture(scope="module")
def filmed() -> Filmed:
    dull = Watched()
    dull.story.step("Look", 0).document(100, painted_ms=300).end(2_000)
    return Filmed(dull.frame(400), forgotten_password(), forgotten_password(hands="touch"))


@pytest.fixture(scope="module")
def told(filmed) -> dict:
    [data] = [line for line in filmed.page.splitlines() if 'id="data"' in line]
    return json.loads(data.partition(">")[2].rpartition("</script>")[0])["lanes"][0]


def test_what_cost_most_comes_first_and_each_pop_up_once(filmed):
    clips = worst(filmed.run.visits, filmed.recorded)
    assert len(clips) >= 2
    costs = [clip.moment.what.cost_ms for clip in clips if clip.moment.what.kind != "critical"]
    assert costs == sorted(costs, reverse=True)
    about_popups = [clip for clip in clips if "pop-up" in clip.moment.what.sentence]
    assert len(about_popups) == 1
    assert {clip.told.visit.info.id for clip in clips} <= {"visit-2", "visit-3"}


def test_times_come_in_order_and_each_moment_is_in_its_chapter(told):
    for key in ("film", "acts", "captions", "chapters", "cards"):
        times = [one["at"] for one in told[key]]
        assert times == sorted(times), key
    clock = [point[0] for point in told["clock"]]
    assert clock == sorted(clock)
    assert told["length"] == told["chapters"][-1]["until"] < 120_000
    for chapter in told["chapters"]:
        inside = [one for one in told["moments"] if chapter["at"] <= one["at"] < chapter["until"]]
        assert len(inside) >= 1
        assert any(one["at"] <= chapter["at"] for one in told["film"])


def test_the_clock_shows_each_customers_own_time_from_the_card_on(told, filmed):
    for chapter, clip in zip(told["chapters"], worst(filmed.run.visits, filmed.recorded), strict=True):
        shown = [point for point in told["clock"] if chapter["at"] <= point[0] < chapter["until"]]
        *_, begins = [point for point in shown if point[0] == chapter["at"]]  # the clip before may end then
        after_the_card = next(point for point in shown if point[0] > chapter["at"])
        assert begins[1:] == after_the_card[1:]
        assert shown[-1][1] <= clip.told.visit.scorecard.total_ms


def test_each_moment_leads_to_the_whole_visit(told, filmed):
    for chapter in told["chapters"]:
        address, _, at = chapter["href"].partition("#at=")
        assert address in {"visits/visit-2/replay.html", "visits/visit-3/replay.html"}
        assert int(at) > 0
    assert f'href="{told["chapters"][0]["href"]}"' in filmed.page


def test_hostile_text_stays_text(filmed, told):
    assert ATTACK not in filmed.page
    assert ATTACK in told["chapters"][0]["customer"]


def test_a_run_with_nothing_against_it_has_none():
    quiet = Watched()
    quiet.story.step("Look", 0).end(2_000)
    assert Filmed(quiet.frame(400)).page == ""


def test_a_piece_begins_where_it_is_put():
    watched = forgotten_password()
    whole = lane(story(watched.visit(), watched.story.events, watched.read), watched.read, {})
    from_at, until_at = whole["moments"][0]["at"] - 500, whole["moments"][0]["until"] + 500
    piece = cut(whole, from_at, until_at, 10_000)
    assert piece["moments"][0]["at"] == 10_500
    assert piece["film"][0]["at"] == 10_000
    assert piece["clock"][0][0] == 10_000
    assert piece["clock"][-1][0] == 10_000 + until_at - from_at
    assert all(
        10_000 <= one["at"] <= 10_000 + until_at - from_at for key in ("film", "acts", "captions") for one in piece[key]
    )

"""Two visits play in step: each step begins at the same time in both, and who is done first waits."""

import json

import pytest
from watched import ATTACK, Watched, forgotten_password

from cxcheck.model.artifact import Outcome
from cxcheck.replay.beside import called, rows
from cxcheck.replay.page import beside_page
from cxcheck.replay.story import story


def quick() -> Watched:
    """The same journey by somebody who gets stuck in its second step."""
    watched = Watched(hands="touch")
    box = {"x_px": 100, "y_px": 300, "width_px": 200, "height_px": 40}
    watched.story.step("Ask for a link", 0).document(100, painted_ms=300)
    watched.frame(400).story.press("Send", 900, box=box).change(1_000)
    watched.story.step("Open the e-mail", 1_500)
    watched.frame(1_600, (0, 0, 50, 50)).story.end(3_000, Outcome.NOT_FINISHED, "no mail")
    return watched


@pytest.fixture(scope="module")
def both():
    return forgotten_password(), quick()


@pytest.fixture(scope="module")
def page(both):
    slow, fast = both
    visits = [slow.visit(), fast.visit()]
    return beside_page(
        visits, lambda visit: ((slow if visit is visits[0] else fast).story.events, both[visits.index(visit)].read)
    )


@pytest.fixture(scope="module")
def data(page):
    return json.loads(page.partition('id="data">')[2].partition("</script>")[0])


def test_each_step_begins_at_the_same_time(data):
    slow, fast = data["lanes"]
    begins = [(one["at"], other["at"]) for one, other in zip(slow["chapters"], fast["chapters"], strict=False)]
    assert len(begins) == 2
    assert all(abs(one - other) <= 250 for one, other in begins)  # the first begins where each recording does
    assert slow["length"] == fast["length"] == data["line"]["length"]
    assert len(data["line"]["chapters"]) == 3


def test_the_clock_stands_still_while_one_waits_for_the_other(data, both):
    slow, fast = data["lanes"]
    waits = next(one for one in fast["captions"] if "is done with this step" in one["text"])
    inside = {tuple(point[1:]) for point in fast["clock"] if waits["at"] <= point[0] < slow["chapters"][1]["at"] - 250}
    assert len(inside) <= 1
    for lane, watched in zip(data["lanes"], both, strict=True):
        assert lane["clock"][-1][1] == pytest.approx(watched.visit().scorecard.total_ms, abs=1)
        times = [point[0] for point in lane["clock"]]
        assert times == sorted(times)


def test_who_could_not_go_on_stands_at_the_end(data):
    said = [one["text"] for one in data["lanes"][1]["captions"]]
    assert said[-1].endswith("could not go on")
    assert "has finished" not in said[-1]


def test_the_page_compares_them(page, both):
    table = rows([story(one.visit(), one.story.events, one.read) for one in both])
    assert [row.title for row in table][:3] == ["1. Ask for a link", "2. Open the e-mail", "3. Choose a new password"]
    assert table[2].took[1] == ""
    assert "did not come here" in page
    assert ATTACK not in page


def test_one_customer_twice_is_told_apart_by_when(both):
    first, second = (story(one.visit(), one.story.events, one.read) for one in both)
    assert called([first, second])[0].endswith("(forgotten_password--maria--chromium--01)")
    later = second.visit.info.model_copy(update={"began": "2026-03-09T09:14:07+00:00"})
    object.__setattr__(second, "visit", second.visit.model_copy(update={"info": later}))
    assert [name[-18:] for name in called([first, second])] == ["(2026-03-02 09:14)", "(2026-03-09 09:14)"]

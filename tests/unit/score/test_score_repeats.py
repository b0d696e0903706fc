"""Several visits of one customer: medians of what was measured, and how often each offence was there."""

import pytest

from cxcheck.model.artifact import Outcome
from cxcheck.model.identity import MaskedIdentity
from cxcheck.model.journey import Journey
from cxcheck.model.persona import Patience, Persona
from cxcheck.model.run import BrowserInfo, JudgedVisit, RunResult, Visit, VisitInfo
from cxcheck.pipeline import judge_visit
from cxcheck.score.repeats import is_reproduced, repeats
from cxcheck.testing import Story


def visit(story: Story, number: int = 1, *, persona: str = "tom", browser: str = "chromium") -> JudgedVisit:
    info = VisitInfo(
        id=f"ask--{persona}--{browser}--{number:02}",
        journey=Journey(key="ask", title="Ask", goal="An answer"),
        persona=Persona(key=persona, title=persona.title(), patience=Patience(wait_ms=6_000)),
        identity=MaskedIdentity(name="Tom", email="tom@customers.example.test"),
        site="shop",
        base_url="https://shop.example/",
        browser=BrowserInfo(name=browser, version="151", playwright="1.65"),
        seed=7,
        repeat=number,
        began="2026-03-02T09:14:07+00:00",
    )
    return judge_visit(Visit(info=info, events=tuple(story.events)))


def asked(wait_ms: float = 600, *, dead: int = 0, selector: str = "Send", name: str = "Send") -> Story:
    """A press answered after ``wait_ms``, before it as many that nothing came of."""
    story = Story().step("Ask", 0)
    for number in range(dead):
        story.press(name, 1_000 + 6_000 * number, selector=f"#{selector}")
    start_ms = 1_000 + 6_000 * dead
    return story.step("Send", start_ms).press("Go", start_ms).change(start_ms + wait_ms).end(start_ms + 20_000)


def stuck(message: str = "no") -> Story:
    return Story().step("Ask", 0).press("Send", 1_000).change(1_200).end(5_000, Outcome.NOT_FINISHED, message)


def not_measured() -> Story:
    return Story().step("Ask", 0).end(900, Outcome.NOT_MEASURED, "the site is down")


def of(*stories: Story):
    [found] = repeats([visit(story, number) for number, story in enumerate(stories, start=1)])
    return found


class TestWhatIsTypical:
    def test_median_and_range_of_what_was_measured(self):
        found = of(asked(700), asked(500), asked(2_100))
        # Of each wait 100 ms go unnoticed.
        assert (found.waiting_ms.median, found.waiting_ms.low, found.waiting_ms.high) == (600, 400, 2_000)
        assert found.waiting_ms.n == 3
        assert found.effort_ms.low == found.effort_ms.high == found.effort_ms.median
        assert found.total_ms.median == pytest.approx(600 + found.effort_ms.median)
        assert found.counts["presses"].median == 1
        assert found.typical == "ask--tom--chromium--01"

    def test_two_visits_have_the_middle_between_them(self):
        assert of(asked(500), asked(700)).waiting_ms.median == 500

    def test_steps_have_their_own(self):
        first, second = of(asked(500), asked(900), asked(1_300)).steps
        assert (first.title, first.waiting_ms.median) == ("Ask", 0)
        assert (second.title, second.waiting_ms.median, second.waiting_ms.high) == ("Send", 800, 1_200)
        assert second.counts["presses"].n == 3

    def test_visits_that_did_not_finish_do_not_shorten_the_time(self):
        found = of(asked(500), stuck(), asked(700))
        assert (found.finished, found.measured, found.timed) == (2, 3, "finished")
        assert found.waiting_ms.n == 2
        assert found.waiting_ms.low == 400
        assert found.score.n == 3
        assert found.steps[0].waiting_ms.n == 2  # of the one that stopped in it nobody knows how long it takes

    def test_where_none_finished_it_is_the_time_until_they_stopped(self):
        found = of(stuck(), stuck())
        assert (found.finished, found.timed) == (0, "measured")
        assert found.waiting_ms.median == 100

    def test_what_could_not_be_measured_is_left_out_and_said(self):
        found = of(asked(500), not_measured(), asked(900))
        assert (len(found.visits), found.measured, found.finished) == (3, 2, 2)
        assert found.waiting_ms.n == 2
        assert found.score.n == 2

    def test_nothing_measured_at_all(self):
        found = of(not_measured(), not_measured())
        assert (found.measured, found.total_ms, found.score, found.grade) == (0, None, None, None)
        assert found.typical == found.visits[0]
        assert found.steps == found.findings == ()

    def test_who_would_have_left(self):
        found = of(asked(500), asked(9_500), asked(700))
        assert found.left == 1

    def test_a_single_visit_is_no_repeat(self):
        assert repeats([visit(asked(), 1)]) == ()

    def test_another_customer_or_browser_is_no_repeat(self):
        visits = [visit(asked(), 1), visit(asked(), 1, persona="ann"), visit(asked(), 1, browser="firefox")]
        assert repeats(visits) == ()
        assert [one.visits for one in repeats([*visits, visit(asked(), 2, persona="ann")])] == [
            ("ask--ann--chromium--01", "ask--ann--chromium--02")
        ]

    def test_in_the_order_of_the_numbers_whoever_ended_first(self):
        [found] = repeats([visit(asked(), 3), visit(asked(), 1), visit(asked(), 2)])
        assert [one[-2:] for one in found.visits] == ["01", "02", "03"]


class TestFindings:
    def test_seen_in_all(self):
        [found] = [one for one in of(asked(dead=1), asked(dead=1)).findings if one.check == "dead-click"]
        assert (len(found.visits), found.of, found.reproduced, found.step) == (2, 2, True, 1)

    def test_now_and_then(self):
        [found] = [one for one in of(asked(dead=1), asked(), asked()).findings if one.check == "dead-click"]
        assert (found.visits, found.of, found.reproduced) == (("ask--tom--chromium--01",), 3, False)
        assert found.cost_ms.n == 1

    def test_two_in_one_visit_are_one_visit_that_met_it(self):
        [found] = [one for one in of(asked(dead=2), asked(dead=1)).findings if one.check == "dead-click"]
        assert len(found.visits) == 2
        assert found.cost_ms.high > found.cost_ms.low

    def test_another_name_of_the_same_element_is_the_same(self):
        found = of(asked(dead=1, name="Save 3 items"), asked(dead=1, name="Salvar"))
        assert len([one for one in found.findings if one.check == "dead-click"]) == 1

    def test_another_element_is_another_one(self):
        found = of(asked(dead=1, selector="a", name="Send"), asked(dead=1, selector="b", name="Keep"))
        assert [len(one.visits) for one in found.findings if one.check == "dead-click"] == [1, 1]

    def test_a_visit_whose_check_could_not_judge_counts_neither_way(self):
        blind = asked().add("probe/unsupported", 1, probe="changes", reason="no entries")
        [found] = [one for one in of(asked(dead=1), blind, asked(dead=1)).findings if one.check == "dead-click"]
        assert (len(found.visits), found.of, found.reproduced) == (2, 2, True)

    def test_where_only_one_could_tell_nothing_is_said(self):
        [found] = [one for one in of(asked(dead=1), not_measured()).findings if one.check == "dead-click"]
        assert (found.of, found.reproduced) == (1, None)


@pytest.mark.parametrize(
    ("seen", "among", "is_so"),
    [
        (2, 3, True),
        (1, 3, False),
        (1, 2, False),
        (2, 2, True),
        (3, 5, False),
        (4, 5, True),
        (6, 10, False),
        (7, 10, True),
    ],
)
def test_reproduced_is_two_of_three(seen, among, is_so):
    assert is_reproduced(seen, among) is is_so


def test_a_run_written_before_there_were_repeats_is_read():
    old = {
        "v": 1,
        "run": {
            "id": "r", "cxcheck": "0.1.0", "python": "3.12", "platform": "Linux", "cores": 2, "seed": 7,
            "began": "2026-03-02", "site": "shop", "base_url": "https://shop.example/",
        },
    }  # fmt: skip
    assert RunResult.model_validate(old).repeats == ()
    written = visit(asked()).info.model_dump()
    del written["repeat"]
    assert VisitInfo.model_validate(written).repeat == 1

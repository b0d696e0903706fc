"""On a machine that has too much to do, what is a little late is not measured; what is far too late is still told."""

import pytest
from slow_pages import TOM, frame, judged, opened, page

from cxcheck.checks import (
    first_sight_slow,
    input_sluggish,
    page_frozen,
    page_never_settles,
    page_slow,
    patience_lost,
    server_slow,
    slow_answer,
)
from cxcheck.checks.run import run_checks
from cxcheck.model.finding import CheckOutcome
from cxcheck.model.machine import Crowd, Machine
from cxcheck.testing import Story

QUIET, BUSY, OVERRUN = 1.0, 3.0, 10.0  # programs for each processor; OVERRUN: twenty on two


def crowded(story: Story, per_processor: float) -> Story:
    return story.crowded(0, 60_000, per_processor) if per_processor > 1 else story


def outcome(story: Story, check, per_processor: float) -> str:
    return judged(crowded(story, per_processor), check).outcome.value


def answered(after_ms: float) -> Story:
    story = page(Story().step("Look", 0), 100).press("Save", 3000)
    return story.change(3000 + after_ms).end(60_000)


def brought(after_ms: float) -> Story:
    story = page(Story().step("Look", 0), 100).press("Buy", 3000)
    return page(story, 3010, first_byte=100, first=after_ms, largest=after_ms).end(60_000)


def froze(blocking_ms: float) -> Story:
    return frame(page(Story().step("Look", 0), 100), 3000, blocking_ms).end(60_000)


def lagged(shown_ms: float) -> Story:
    story = frame(page(Story().step("Look", 0), 100), 3000, shown_ms).press("Save", 3000)
    return story.add("interaction/shown", 3000, event="click", selector="#Save", duration_ms=shown_ms).end(60_000)


# A check, how what it judges comes about, a time that only an overrun machine excuses, and one that nothing excuses.
CASES = [
    (server_slow, lambda ms: opened(first_byte=ms, first=ms + 50, largest=ms + 50), 1_500, 3_000),
    (first_sight_slow, lambda ms: opened(first_byte=50, first=ms, largest=ms), 3_000, 5_000),
    (page_slow, lambda ms: opened(first_byte=50, first=200, largest=ms), 3_500, 5_000),
    (slow_answer, answered, 1_500, 3_000),
    (slow_answer, brought, 3_500, 5_000),
    (input_sluggish, lagged, 400, 1_000),
    (page_frozen, froze, 400, 1_500),
]


@pytest.mark.parametrize(("check", "story", "little", "much"), CASES)
def test_only_what_the_crowd_may_have_done_is_not_measured(check, story, little, much):
    assert outcome(story(little), check, QUIET) == "fail"
    assert outcome(story(little), check, BUSY) == "fail", "a busy machine is no excuse for that"
    assert outcome(story(little), check, OVERRUN) == "not-measured"
    assert {outcome(story(much), check, crowd) for crowd in (QUIET, BUSY, OVERRUN)} == {"fail"}


@pytest.mark.parametrize(("check", "story", "little", "much"), CASES)
def test_the_reason_says_so(check, story, little, much):
    result = judged(crowded(story(little), OVERRUN), check)
    assert result.reason == "this machine was too busy to tell: at times 10 programs wanted each of its processors"
    assert result.findings == ()
    assert result.value is None, "nothing is scored that was not measured"


@pytest.mark.parametrize(("check", "story", "little", "much"), CASES)
def test_what_was_soon_enough_passes_on_any_machine(check, story, little, much):
    assert outcome(story(100), check, OVERRUN) == "pass"


def test_a_crowd_at_another_time_excuses_nothing():
    story = opened(first_byte=1_500, first=1_550, largest=1_600).crowded(10_000, 60_000, OVERRUN)
    assert judged(story, server_slow).outcome is CheckOutcome.FAIL


def test_one_page_far_too_late_is_told_also_where_another_was_spoilt():
    story = page(Story().step("Look", 0), 1000, first_byte=1_500, first=1_600, largest=1_600)
    page(story, 10_000, first_byte=5_000, first=5_100, largest=5_100)
    result = judged(crowded(story.end(60_000), OVERRUN), server_slow)
    assert [(one.t_ms, one.value) for one in result.findings] == [(10_000, 5_000)]
    assert result.value == 5_000


def test_what_a_spoilt_press_brought_is_not_blamed_on_the_server_either():
    story = page(Story().step("Look", 0), 100).press("Buy", 3000)
    page(story, 3010, first_byte=2_500, first=2_600, largest=2_600)
    results = run_checks((server_slow, slow_answer), crowded(story.end(60_000), OVERRUN).artifacts(), TOM)
    assert [result.outcome.value for result in results] == ["pass", "not-measured"]


@pytest.mark.parametrize(
    ("per_processor", "said"), [(QUIET, "fail"), (BUSY, "fail"), (OVERRUN, "fail"), (12.0, "not-measured")]
)
def test_ten_seconds_are_only_excused_where_half_of_them_may_be_the_crowds(per_processor, said):
    story = Story().step("Look", 0).press("Send", 1000).change(1100)
    story.add("busy/began", 1200, named=True)
    assert outcome(story.end(30_000), patience_lost, per_processor) == said


def test_a_page_that_goes_on_changing_is_judged_alike():
    def restless():
        return Story().step("Look", 0).press("Send", 1000).change(1100, until_ms=20_000).end(30_000)

    assert outcome(restless(), page_never_settles, OVERRUN) == "fail"
    assert outcome(restless(), page_never_settles, 12.0) == "not-measured"


def test_a_machine_is_as_crowded_as_it_was_on_an_average():
    machine = Machine(
        items=(
            Crowd(from_ms=0, until_ms=500, per_processor=5),
            Crowd(from_ms=1000, until_ms=1500, per_processor=3),
        )
    )
    assert machine.per_processor(0, 500) == 5
    assert machine.per_processor(0, 1000) == 3
    assert machine.per_processor(0, 1500) == pytest.approx(3)
    assert machine.per_processor(1400, 1600) == pytest.approx(2)
    assert machine.per_processor(2000, 3000) == 1
    assert (machine.per_processor(1200, 1200), machine.per_processor(700, 700)) == (3, 1)
    assert machine.late_ms(0, 1000, 150) == pytest.approx(300)
    assert Machine().late_ms(0, 1000, 150) == 0

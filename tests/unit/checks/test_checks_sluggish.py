"""input-sluggish and page-frozen: only what scripts of the page's own did, and each once."""

import pytest
from slow_pages import frame, judged, page

from cxcheck.checks import input_sluggish, page_frozen, slow_answer
from cxcheck.model.finding import CheckOutcome, Severity
from cxcheck.testing import Story

CHECKS = (input_sluggish, page_frozen, slow_answer)


def there() -> Story:
    return page(Story().step("Look", 0), 1000)


def shown(story: Story, t_ms: float, duration_ms: float, *, event: str = "click", selector: str = "#Buy") -> Story:
    return story.add("interaction/shown", t_ms, duration_ms=duration_ms, event=event, selector=selector, origin_ms=1000)


def found(story: Story) -> list[str]:
    story.end(60_000)
    return [finding.check for check in CHECKS for finding in judged(story, check).findings]


def late_press(duration_ms: float, blocking_ms: float, **of: float) -> Story:
    story = there().press("Buy", 5000)
    return shown(frame(story, 5000, blocking_ms, **of).change(5000 + duration_ms), 5000, duration_ms)


def test_a_press_that_shows_late_by_the_pages_own_doing_is_found():
    story = late_press(800, 700)
    [finding] = judged(story.end(60_000), input_sluggish).findings
    assert finding.sentence == "The page took 0.8 seconds to show what a press on “Buy” did."
    assert (finding.value, finding.unit, finding.limit, finding.cost_ms) == (800, "ms", 200, 550)
    assert (finding.severity, finding.t_ms, finding.target.name) == (Severity.SERIOUS, 5000, "Buy")
    assert found(late_press(800, 700)) == ["input-sluggish"]


def test_its_twins_are_not():
    assert found(late_press(120, 60)) == []
    assert found(late_press(800, 700, site_ms=0)) == []  # by an observer, or a machine that was busy
    assert judged(late_press(800, 700, site_ms=0).end(60_000), input_sluggish).value == 200


def test_a_key_is_told_with_its_field():
    story = frame(there().type("Name", 4000, 9), 4050, 900)
    shown(story, 4050, 950, event="keydown", selector="#Name")
    [finding] = judged(story.end(60_000), input_sluggish).findings
    assert finding.sentence == "The page took 0.9 seconds to show what a key in “Name” did."
    assert found(story) == ["input-sluggish"]


@pytest.mark.parametrize(
    ("took_ms", "severities"), [(200, []), (201, ["moderate"]), (500, ["moderate"]), (501, ["serious"])]
)
def test_how_bad_by_how_late(took_ms, severities):
    result = judged(late_press(took_ms, took_ms).end(60_000), input_sluggish)
    assert [finding.severity.value for finding in result.findings] == severities
    assert result.value == took_ms


def test_a_press_that_is_told_by_slow_answer_is_not_told_again():
    assert found(late_press(3000, 2900)) == ["slow-answer"]


def test_a_page_that_freezes_by_itself_is_found():
    [finding] = judged(frame(there(), 3000, 1500).end(60_000), page_frozen).findings
    assert finding.sentence == "The page “Tea” froze for 1.5 seconds."
    assert (finding.value, finding.unit, finding.limit, finding.cost_ms) == (1500, "ms", 250, 0)
    assert (finding.severity, finding.step, finding.t_ms) == (Severity.SERIOUS, 1, 3000)
    assert found(frame(there(), 3000, 1500)) == ["page-frozen"]


@pytest.mark.parametrize(
    ("took_ms", "severities"), [(250, []), (251, ["moderate"]), (1000, ["moderate"]), (1001, ["serious"])]
)
def test_how_bad_by_how_long(took_ms, severities):
    result = judged(frame(there(), 3000, took_ms).end(60_000), page_frozen)
    assert [finding.severity.value for finding in result.findings] == severities
    assert result.value == took_ms


def test_short_frames_do_not_add_up_and_those_of_others_do_not_count():
    story = there()
    for number in range(20):
        frame(story, 3000 + 300 * number, 100)
    assert found(frame(story, 12_000, 1500, site_ms=40)) == []


def test_the_worst_of_each_screen_is_told():
    story = page(frame(frame(there(), 3000, 400), 5000, 600), 9000, title="Basket")
    result = judged(frame(story, 11_000, 1200).end(60_000), page_frozen)
    assert [finding.sentence for finding in result.findings] == [
        "The page “Tea” froze for 0.6 seconds.",
        "The page “Basket” froze for 1.2 seconds.",
    ]
    assert result.value == 1200


def test_what_happens_before_anything_shows_is_part_of_that_wait():
    assert found(frame(there(), 1100, 1500)) == []


def test_a_recording_that_does_not_tell_whose_scripts_they_were_is_not_measured():
    story = there().add("page/long-frame", 3000, duration_ms=900, blocking_ms=850).end(60_000)
    for check in (input_sluggish, page_frozen):
        assert judged(story, check).outcome is CheckOutcome.NOT_MEASURED
    quiet = there().add("page/long-frame", 3000, duration_ms=60, blocking_ms=0).end(60_000)
    assert judged(quiet, page_frozen).outcome is CheckOutcome.PASS


def test_a_browser_without_such_entries_is_not_measured():
    story = there().add("probe/unsupported", 900, probe="longframes", reason="no such entries").end(60_000)
    result = judged(story, page_frozen)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no such entries (longframes)")


def test_a_visit_without_acts_or_pages_does_not_apply():
    assert judged(there().end(60_000), input_sluggish).outcome is CheckOutcome.NOT_APPLICABLE
    assert judged(Story().step("Look", 0).end(9000), page_frozen).outcome is CheckOutcome.NOT_APPLICABLE

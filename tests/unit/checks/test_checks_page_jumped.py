"""page-jumped: fires on shifts nobody caused, is silent on small ones and on the customer's own."""

import pytest

from cxcheck.checks import page_jumped
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.persona import Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")


def judged(story: Story) -> CheckResult:
    (result,) = run_checks([page_jumped], story.artifacts(), TOM)
    return result


def page(title: str = "Tea") -> Story:
    return Story().step("Look", 0).step("Buy", 900).document(1000, painted_ms=1300, title=title)


def test_twice_the_limit_is_found():
    result = judged(page().shift(2000, 0.2, moved_px=240, selector="main").end(9000))
    assert (result.outcome, result.value) == (CheckOutcome.FAIL, 0.2)
    (finding,) = result.findings
    assert finding.severity is Severity.MODERATE
    assert (finding.value, finding.unit, finding.limit) == (0.2, "shift", 0.1)
    assert (finding.step, finding.t_ms, finding.target.selector, finding.target.box.y_px) == (2, 2000, "main", 300)
    assert finding.sentence == "The page “Tea” jumped by 240 pixels by itself."


def test_its_twin_at_half_the_limit_is_not():
    result = judged(page().shift(2000, 0.05).end(9000))
    assert (result.outcome, result.findings, result.value) == (CheckOutcome.PASS, (), 0.05)


@pytest.mark.parametrize(
    ("value", "severities"),
    [(0.1, []), (0.1001, [Severity.MODERATE]), (0.25, [Severity.MODERATE]), (0.2501, [Severity.SERIOUS])],
)
def test_how_bad_by_how_much(value, severities):
    assert [finding.severity for finding in judged(page().shift(2000, value).end(9000)).findings] == severities


@pytest.mark.parametrize(("gap_ms", "value"), [(999, 0.12), (1000, 0.06)])
def test_shifts_of_one_burst_add_up(gap_ms, value):
    assert judged(page().shift(2000, 0.06).shift(2000 + gap_ms, 0.06).end(9000)).value == pytest.approx(value)


def test_no_burst_is_longer_than_five_seconds():
    story = page()
    for number in range(12):
        story.shift(2000 + 900 * number, 0.01)
    assert judged(story.end(20_000)).value == pytest.approx(0.06)


def test_each_screen_has_its_own():
    story = page("Tea").shift(1900, 0.09).document(2000, painted_ms=2200, title="Basket").shift(2300, 0.09)
    result = judged(story.document(5000, painted_ms=5100, title="Till").shift(5300, 0.4).shift(8000, 0.2).end(9000))
    assert [finding.sentence for finding in result.findings] == ["The page “Till” jumped by 200 pixels by itself."]
    assert result.value == 0.4


def test_what_the_customer_moved_does_not_count():
    story = page().press("More", 2000).shift(2300, 0.4, recent_input=True).type("Street", 4000, 9)
    assert judged(story.shift(4500, 0.4, recent_input=True).end(9000)).outcome is CheckOutcome.PASS


def test_the_browsers_mark_alone_excuses_nothing():
    """Emulating a phone marks the first shifts of every document as caused by input."""
    assert judged(page().shift(1450, 0.4, recent_input=True).end(9000)).value == 0.4
    before = Story().step("Buy", 0).document(100, painted_ms=200).press("Next", 1000).document(1100, painted_ms=1200)
    assert judged(before.shift(1400, 0.4, recent_input=True).end(9000)).value == 0.4


def test_an_input_alone_excuses_nothing_either():
    assert judged(page().press("More", 2000).shift(2300, 0.4).end(9000)).value == 0.4


def test_a_title_of_the_sites_stays_text():
    (finding,) = judged(page("<svg onload=alert(1)>{0}").shift(2000, 0.2).end(9000)).findings
    assert finding.sentence == "The page “<svg onload=alert(1)>{0}” jumped by 200 pixels by itself."


def test_a_page_that_stands_still_passes_and_no_page_does_not_apply():
    assert (judged(page().end(9000)).outcome, judged(page().end(9000)).value) == (CheckOutcome.PASS, 0)
    assert judged(Story().step("Look", 0).end(9000)).outcome is CheckOutcome.NOT_APPLICABLE


def test_a_browser_without_such_entries_is_not_measured():
    story = page().add("probe/unsupported", 1100, probe="shifts", reason="no layout-shift entries")
    result = judged(story.end(9000))
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no layout-shift entries (shifts)")


def test_a_recording_from_before_there_was_such_a_probe_is_not_measured():
    story = page().shift(2000, 0.4).end(9000)
    story.events[0] = story.events[0].model_copy(update={"data": {}})
    assert judged(story).outcome is CheckOutcome.NOT_MEASURED


def test_not_recorded_is_not_measured():
    blind = page().shift(2000, 0.4).end(9000).artifacts().model_copy(update={"shifts": NotRecorded(reason="no probe")})
    (result,) = run_checks([page_jumped], blind, TOM)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no probe")

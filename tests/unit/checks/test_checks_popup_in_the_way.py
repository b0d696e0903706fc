"""popup-in-the-way: fires on an unasked overlay over the page, is silent on its clean twins."""

import pytest

from cxcheck.checks import browser_dialog_unasked, popup_in_the_way
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.event import Clock
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.persona import Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")


def judged(story: Story) -> CheckResult:
    (result,) = run_checks([popup_in_the_way], story.artifacts(), TOM)
    return result


def visit(**facts) -> Story:
    return Story().step("Look", 0).step("Ask", 400).popup("a", 500, **facts).end(9000)


def test_over_twice_the_limit_it_is_found_and_critical():
    result = judged(visit(cover_ratio=0.62))
    assert result.outcome is CheckOutcome.FAIL
    (finding,) = result.findings
    assert finding.severity is Severity.CRITICAL
    assert (finding.value, finding.unit, finding.limit) == (0.62, "ratio", 0.30)
    assert (finding.step, finding.t_ms, finding.popup) == (2, 500, 1)
    assert finding.sentence == "A newsletter pop-up (“10 % off”) covered 62 % of the window, unasked."


def test_its_twin_under_half_the_limit_is_not():
    result = judged(visit(cover_ratio=0.14))
    assert (result.outcome, result.findings) == (CheckOutcome.PASS, ())


def test_its_twin_that_was_asked_for_is_not():
    assert judged(visit(cover_ratio=0.62, asked_for=True)).outcome is CheckOutcome.PASS


@pytest.mark.parametrize(
    ("cover_ratio", "severities"),
    [(0.30, []), (0.31, [Severity.SERIOUS]), (0.50, [Severity.SERIOUS]), (0.51, [Severity.CRITICAL])],
)
def test_how_bad_by_how_much_it_covers(cover_ratio, severities):
    assert [finding.severity for finding in judged(visit(cover_ratio=cover_ratio)).findings] == severities


def test_a_small_one_that_blocks_the_page_is_critical():
    (finding,) = judged(visit(cover_ratio=0.1, modal=True, title="")).findings
    assert finding.severity is Severity.CRITICAL
    assert finding.sentence == "A newsletter pop-up blocked the whole page, unasked."


def test_another_window_lies_over_nothing():
    story = Story().step("Look", 0)
    story.add("window/opened", 500, clock=Clock.ARRIVAL, url="https://ads.example/", asked_for=False)
    assert judged(story.end(9000)).outcome is CheckOutcome.PASS


def test_a_native_dialog_out_of_the_blue_is_told_by_a_check_of_its_own():
    story = Story().step("Look", 0).add("dialog/opened", 500, clock=Clock.ARRIVAL, type="alert", message="Hm")
    artifacts = story.end(9000).artifacts()
    own, other = run_checks([browser_dialog_unasked, popup_in_the_way], artifacts, TOM)
    assert [finding.popup for finding in own.findings] == [1]
    assert other.outcome is CheckOutcome.PASS


def test_each_is_found():
    story = Story().step("Look", 0).popup("a", 500, cover_ratio=0.7).popup("b", 900, cover_ratio=0.1)
    assert [finding.popup for finding in judged(story.popup("c", 950, cover_ratio=0.9).end(9000)).findings] == [1, 3]


def test_a_page_without_any_passes():
    assert judged(Story().step("Look", 0).end(9000)).outcome is CheckOutcome.PASS


@pytest.mark.parametrize("cover_ratio", [0.14, 0.62])
def test_not_recorded_is_not_measured(cover_ratio):
    blind = visit(cover_ratio=cover_ratio).artifacts().model_copy(update={"popups": NotRecorded(reason="no probe")})
    (result,) = run_checks([popup_in_the_way], blind, TOM)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no probe")

"""slow-answer: fires on a late first answer, is silent on its clean twins and on what other checks are for."""

import pytest

from cxcheck.checks import dead_click, slow_answer
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.event import Clock
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.persona import Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")


def judged(story: Story, check=slow_answer) -> CheckResult:
    (result,) = run_checks([check], story.artifacts(), TOM)
    return result


def in_the_page(first_ms: float, name: str = "Add to basket", **target) -> Story:
    return Story().step("Look", 0).step("Buy", 900).press(name, 1000, **target).change(1000 + first_ms).end(30_000)


def another_page(first_ms: float) -> Story:
    story = Story().step("Buy", 0).press("Checkout", 1000)
    return story.document(1100, painted_ms=1000 + first_ms).end(30_000)


def test_an_answer_after_twice_the_limit_is_found():
    result = judged(in_the_page(2000))
    assert (result.outcome, result.value) == (CheckOutcome.FAIL, 2)
    (finding,) = result.findings
    assert finding.severity is Severity.SERIOUS
    assert (finding.value, finding.unit, finding.limit, finding.cost_ms) == (2000, "ms", 1000, 1000)
    assert (finding.step, finding.t_ms, finding.target.name) == (2, 1000, "Add to basket")
    assert finding.sentence == "Pressing “Add to basket” was answered after 2.0 seconds."


def test_its_twin_after_half_the_limit_is_not():
    result = judged(in_the_page(500))
    assert (result.outcome, result.findings, result.value) == (CheckOutcome.PASS, (), 0.5)


def test_a_page_after_twice_its_limit_is_found_and_after_half_is_not():
    (finding,) = judged(another_page(5000)).findings
    assert finding.sentence == "Pressing “Checkout” brought the next page after 5.0 seconds."
    assert (finding.value, finding.limit, finding.cost_ms) == (5000, 2500, 2500)
    assert judged(another_page(1250)).outcome is CheckOutcome.PASS


@pytest.mark.parametrize(
    ("story", "found"),
    [(in_the_page(1000), 0), (in_the_page(1001), 1), (another_page(2500), 0), (another_page(2501), 1)],
)
def test_the_limits_themselves(story, found):
    assert len(judged(story).findings) == found


@pytest.mark.parametrize(("first_ms", "severity"), [(10_000, Severity.SERIOUS), (10_001, Severity.CRITICAL)])
def test_beyond_what_attention_lasts_it_is_critical(first_ms, severity):
    assert [finding.severity for finding in judged(in_the_page(first_ms)).findings] == [severity]


def test_documents_of_a_slow_phone_are_no_finding():
    story = Story().step("Look", 0).document(0, painted_ms=1500).press("A", 3000, pointer="touch")
    story.document(3600, painted_ms=4500).press("B", 6000, pointer="touch").document(6500, painted_ms=7200)
    result = judged(story.end(9000))
    assert (result.outcome, result.value) == (CheckOutcome.PASS, 0.6)


def test_a_sign_that_the_work_has_begun_is_an_answer():
    story = Story().step("Buy", 0).press("Pay", 1000).change(1200).document(6000, painted_ms=7000).end(9000)
    assert judged(story).outcome is CheckOutcome.PASS


def test_each_is_found_and_the_worst_is_scored():
    story = Story().step("Buy", 0).press("A", 1000).change(3000).press("B", 5000).change(9000)
    result = judged(story.press("C", 12_000).change(12_100).end(20_000))
    assert [finding.value for finding in result.findings] == [2000, 4000]
    assert result.value == 4


def test_what_is_never_answered_is_a_dead_clicks_business():
    story = Story().step("Buy", 0).press("Pay", 1000).end(9000)
    assert judged(story).outcome is CheckOutcome.NOT_APPLICABLE
    assert judged(story, dead_click).outcome is CheckOutcome.FAIL
    assert judged(in_the_page(6000), dead_click).outcome is CheckOutcome.PASS


def test_a_press_in_a_popup_and_a_mail_are_others_business():
    story = Story().step("Look", 0).popup("a", 100, cover_ratio=0.6).press("No", 1000, popup="a").change(4000)
    story.press("Ask", 6000).change(6200).mail(7000, 47_000).end(60_000)
    assert judged(story).outcome is CheckOutcome.PASS


def test_a_dialog_is_an_answer_that_nobody_can_time():
    story = Story().step("Look", 0).press("Leave", 1000)
    story.add("dialog/opened", 3500, clock=Clock.ARRIVAL, type="confirm", message="Really?")
    assert judged(story.end(9000)).outcome is CheckOutcome.NOT_APPLICABLE


def test_enter_in_a_field_is_called_so():
    field = {"selector": "#q", "role": "searchbox", "name": "Search", "clickable": False}
    story = Story().step("Look", 0).add("gesture/key", 1000, key="Enter", target=field).change(4000).end(9000)
    assert [f.sentence for f in judged(story).findings] == [
        "Pressing Enter in “Search” was answered after 3.0 seconds."
    ]


def test_a_label_of_the_sites_stays_text():
    (finding,) = judged(in_the_page(2000, "<b onclick=alert(1)>{0}%s")).findings
    assert finding.sentence == "Pressing “<b onclick=alert(1)>{0}%s” was answered after 2.0 seconds."


def test_nothing_pressed_does_not_apply_and_not_recorded_is_not_measured():
    assert judged(Story().step("Look", 0).document(0, painted_ms=9000).end(12_000)).value is None
    blind = in_the_page(2000).artifacts().model_copy(update={"waits": NotRecorded(reason="no probe")})
    (result,) = run_checks([slow_answer], blind, TOM)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no probe")

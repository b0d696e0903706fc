"""dead-click: fires on a press that nothing answers, is silent on its clean twins."""

import pytest

from cxcheck.checks import dead_click
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.persona import Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")


def judged(story: Story) -> CheckResult:
    (result,) = run_checks([dead_click], story.artifacts(), TOM)
    return result


def pressed(watched_ms: float = 5000, **target) -> Story:
    return Story().step("Look", 0).step("Ask", 900).press("Send", 1000, **target).end(1000 + watched_ms)


def test_nothing_after_twice_the_limit_is_found():
    result = judged(pressed(5000))
    assert result.outcome is CheckOutcome.FAIL
    (finding,) = result.findings
    assert finding.severity is Severity.CRITICAL
    assert (finding.value, finding.unit, finding.limit) == (5000, "ms", 2500)
    assert finding.cost_ms == 2500
    assert (finding.step, finding.t_ms) == (2, 1000)
    assert finding.target.name == "Send"
    assert finding.sentence == "Pressing “Send” did nothing."


def test_its_twin_that_answers_after_half_the_limit_is_not():
    story = Story().step("Ask", 0).press("Send", 1000).change(2250).end(6000)
    assert (judged(story).outcome, judged(story).findings) == (CheckOutcome.PASS, ())


def test_its_twin_that_opens_another_document_is_not():
    story = Story().step("Ask", 0).press("Send", 1000).document(1200, painted_ms=2000).end(6000)
    assert judged(story).outcome is CheckOutcome.PASS


def test_a_late_answer_is_slow_but_not_dead():
    assert judged(Story().step("Ask", 0).press("Send", 1000).change(6000).end(9000)).outcome is CheckOutcome.PASS


def test_when_the_customer_went_on_too_soon_nobody_can_tell():
    assert judged(pressed(1200)).findings == ()


@pytest.mark.parametrize(("watched_ms", "found"), [(2499, 0), (2500, 1)])
def test_the_limit_itself(watched_ms, found):
    assert len(judged(pressed(watched_ms)).findings) == found


def test_a_control_that_looks_disabled_promises_nothing():
    result = judged(pressed(5000, enabled=False))
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_APPLICABLE, "nothing was pressed")


def test_what_is_no_control_promises_nothing():
    assert judged(pressed(5000, clickable=False)).outcome is CheckOutcome.NOT_APPLICABLE


def test_nothing_pressed_does_not_apply():
    result = judged(Story().step("Look", 0).document(100, painted_ms=400).end(9000))
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_APPLICABLE, "nothing was pressed")


@pytest.mark.parametrize(("name", "role", "said"), [("", "button", "button"), ("", "", "something")])
def test_a_control_without_a_name_is_called_what_it_is(name, role, said):
    story = Story().step("Ask", 0)
    target = {"selector": "#x", "role": role, "name": name, "clickable": True}
    story.add("gesture/pressed", 1000, pointer="mouse", trusted=True, target=target)
    assert [finding.sentence for finding in judged(story.end(9000)).findings] == [f"Pressing “{said}” did nothing."]


def test_each_dead_press_is_found_and_the_live_one_is_not():
    story = Story().step("Ask", 0).press("Send", 1000).press("Send", 4000).press("Home", 7000).change(7300).end(11_000)
    assert [finding.t_ms for finding in judged(story).findings] == [1000, 4000]


@pytest.mark.parametrize("story", [pressed(5000), Story().step("Ask", 0).press("Send", 1000).change(1100).end(6000)])
def test_not_recorded_is_not_measured(story):
    blind = story.artifacts().model_copy(update={"waits": NotRecorded(reason="no probe")})
    (result,) = run_checks([dead_click], blind, TOM)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no probe")


def test_a_second_press_that_helped_is_told():
    story = Story().step("Ask", 0).press("Send", 1000).press("Send", 6000).change(6100).end(12_000)
    findings = [f for r in run_checks([dead_click], story.artifacts(), Persona(key="t", title="T")) for f in r.findings]
    assert [f.sentence for f in findings] == ["Pressing “Send” did nothing; the customer had to press again."]

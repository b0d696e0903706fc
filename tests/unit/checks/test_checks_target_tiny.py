"""target-tiny: fires on what is small and cramped, is silent on what WCAG excuses."""

import pytest
from popup_tables import unrecorded

from cxcheck.checks import target_tiny
from cxcheck.checks.run import run_checks
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.persona import Hands, Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")
CLAIRE = Persona(key="claire", title="Claire", hands=Hands(input="keyboard"))


def pressed() -> Story:
    return Story().step("Sign in", 0).document(100, painted_ms=300).press("Sign in", 900)


def judged(story: Story, persona=TOM) -> CheckResult:
    (result,) = run_checks([target_tiny], story.end(9000).artifacts(), persona)
    return result


def test_what_is_small_and_cramped_is_found_once():
    result = judged(pressed().tiny("Help", 1000, 60, 14).tiny("Help", 2000, 60, 14))
    (finding,) = result.findings
    assert finding.sentence == "“Help” is 60 × 14 pixels small, and something else to press is close to it."
    assert (finding.severity, finding.value, finding.unit, finding.limit) == (Severity.MODERATE, 14, "px", 24)
    assert (finding.step, finding.t_ms, finding.target.selector) == (1, 1000, "#Help")


def test_its_twin_that_is_large_enough_is_not():
    assert judged(pressed()).outcome is CheckOutcome.PASS


@pytest.mark.parametrize("excuse", ["inline", "spacing", "default", "equivalent"])
def test_the_exceptions(excuse):
    assert judged(pressed().tiny("Help", 1000, 60, 14, excuse=excuse)).outcome is CheckOutcome.PASS


def test_what_closes_a_popup_has_a_check_of_its_own():
    story = pressed().popup("p", 950, cover_ratio=0.2).tiny("×", 1000, 12, 12, popup="p")
    assert judged(story).outcome is CheckOutcome.PASS


def test_whoever_has_no_pointer_need_not_hit():
    assert judged(pressed(), CLAIRE).outcome is CheckOutcome.NOT_APPLICABLE


def test_nothing_pressed_is_no_matter():
    assert judged(Story().step("Look", 0)).outcome is CheckOutcome.NOT_APPLICABLE


def test_not_recorded_is_not_measured():
    assert unrecorded(target_tiny, "tiny_targets").outcome is CheckOutcome.NOT_MEASURED

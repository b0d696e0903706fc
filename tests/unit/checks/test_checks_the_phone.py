"""wider-than-the-phone and zoom-blocked: fire on a phone, and on nothing else."""

import pytest

from cxcheck.checks import wider_than_the_phone, zoom_blocked
from cxcheck.checks.run import Check, run_checks
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.persona import Hands, Persona
from cxcheck.testing import Story

MARIA = Persona(key="maria", title="Maria", hands=Hands(input="touch"))
TOM = Persona(key="tom", title="Tom")
BOTH = [wider_than_the_phone, zoom_blocked]


def judged(check: Check, story: Story, persona: Persona = MARIA) -> CheckResult:
    (result,) = run_checks([check], story.end(9000).artifacts(), persona)
    return result


def page(path: str = "", t_ms: float = 100) -> Story:
    return Story().step("Look", 0).document(t_ms, painted_ms=t_ms + 100, url=f"https://shop.example/{path}")


def test_a_page_of_twice_the_width_is_found():
    (finding,) = judged(wider_than_the_phone, page().fits(900, 824, widest="Sizes")).findings
    assert finding.severity is Severity.MODERATE
    assert (finding.value, finding.unit, finding.limit, finding.t_ms, finding.step) == (824, "px", 433, 900, 1)
    assert finding.target is not None
    assert finding.target.selector == "table"
    assert finding.sentence == "The page was 824 px wide on a screen of 412 px: “Sizes” sticks out."


@pytest.mark.parametrize(("page_px", "found"), [(412, 0), (430, 0), (434, 1), (980, 1)])
def test_what_is_hardly_noticed_is_not(page_px, found):
    assert len(judged(wider_than_the_phone, page().fits(900, page_px)).findings) == found


def test_each_address_is_told_once():
    story = page("a?1").fits(900, 800).document(2000, painted_ms=2100, url="https://shop.example/a?2").fits(2900, 800)
    story.document(4000, painted_ms=4100, url="https://shop.example/b").fits(4900, 800)
    assert [finding.t_ms for finding in judged(wider_than_the_phone, story).findings] == [900, 4900]


def test_a_page_that_cannot_be_enlarged_is_found_once():
    story = page().fits(900, 412, zoom_most=1).document(2000, painted_ms=2100).fits(2900, 412, zoom_most=1)
    (finding,) = judged(zoom_blocked, story.document(4000, painted_ms=4100).fits(4900, 412)).findings
    assert finding.severity is Severity.SERIOUS
    assert (finding.value, finding.limit, finding.t_ms) == (1, 2, 900)
    assert finding.sentence == "The page cannot be enlarged; it is so on 2 of the 3 pages seen."


@pytest.mark.parametrize(("most", "found"), [(None, 0), (1, 1), (1.5, 1), (2, 0), (5, 0)])
def test_twice_the_size_is_enough(most, found):
    assert len(judged(zoom_blocked, page().fits(900, 412, zoom_most=most)).findings) == found


@pytest.mark.parametrize("check", BOTH)
def test_at_a_desk_they_do_not_apply(check):
    result = judged(check, page().fits(900, 2000, zoom_most=1), TOM)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_APPLICABLE, "the customer was not on a phone")


@pytest.mark.parametrize("check", BOTH)
def test_what_was_not_looked_at_is_not_passed(check):
    assert judged(check, page()).outcome is CheckOutcome.NOT_APPLICABLE
    blind = page().end(9000).artifacts().model_copy(update={"fits": NotRecorded(reason="no probe")})
    (result,) = run_checks([check], blind, MARIA)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no probe")

"""dead-end: fires on a page without a way on, is silent on an error that says what to do."""

import pytest

from cxcheck.checks import dead_end
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import NotRecorded, Outcome
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.persona import Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")


def judged(story: Story) -> CheckResult:
    (result,) = run_checks([dead_end], story.artifacts(), TOM)
    return result


def visit(outcome: Outcome = Outcome.FINISHED, **page) -> Story:
    story = Story().step("Look", 0).document(100, painted_ms=300).settled(700)
    return story.step("Link", 900).document(1000, painted_ms=1300).settled(1700, **page).end(9000, outcome)


@pytest.mark.parametrize("status", [400, 404, 410, 500])
def test_an_error_page_without_a_way_on_is_found(status):
    result = judged(visit(status=status, ways_on=0, says="Link expired"))
    assert result.outcome is CheckOutcome.FAIL
    (finding,) = result.findings
    assert finding.severity is Severity.CRITICAL
    assert (finding.value, finding.unit, finding.limit, finding.step, finding.t_ms) == (1, "count", 0, 2, 1700)
    assert finding.sentence == f"“Link expired” (error {status}) leads nowhere: nothing on it takes the customer on."


@pytest.mark.parametrize("status", [200, 404, 410, 422])
def test_its_twin_that_offers_a_way_on_is_not(status):
    assert judged(visit(status=status, ways_on=1)).outcome is CheckOutcome.PASS


def test_a_server_error_that_offers_one_is_milder():
    (finding,) = judged(visit(status=500, ways_on=2, says="")).findings
    assert finding.severity is Severity.MODERATE
    assert finding.sentence == "The page (error 500) is a server error, though it offers a way on."


@pytest.mark.parametrize("status", [0, 200, 399])
def test_a_page_without_ways_on_is_an_end_only_where_the_customer_got_stuck(status):
    assert judged(visit(status=status, ways_on=0)).outcome is CheckOutcome.PASS
    (finding,) = judged(visit(Outcome.NOT_FINISHED, status=status, ways_on=0, says="Sorry")).findings
    assert finding.severity is Severity.CRITICAL
    assert finding.sentence == "“Sorry” leads nowhere: nothing on it takes the customer on."


def test_stuck_on_a_page_with_ways_on_is_another_checks_business():
    assert judged(visit(Outcome.NOT_FINISHED, ways_on=1)).outcome is CheckOutcome.PASS


def test_only_the_last_screen_is_where_they_got_stuck():
    story = visit(Outcome.NOT_FINISHED, ways_on=0)
    story.add("screen/route", 2500, url="https://shop.example/#b", title="B")
    assert judged(story).outcome is CheckOutcome.PASS


def test_each_is_found():
    story = Story().step("Look", 0).document(100, painted_ms=300).settled(700, status=404, ways_on=0)
    story.document(1000, painted_ms=1300).settled(1700, status=410, ways_on=0).end(9000)
    assert [finding.t_ms for finding in judged(story).findings] == [700, 1700]


def test_the_sites_text_stays_text():
    assert judged(visit(status=404, ways_on=0, says="<h1>{0}")).findings[0].sentence.startswith("“<h1>{0}” (error 404)")


def test_a_page_that_tells_its_number_is_not_told_it_again():
    (finding,) = judged(visit(status=410, ways_on=0, says="Error 410")).findings
    assert finding.sentence == "“Error 410” leads nowhere: nothing on it takes the customer on."


def test_no_page_does_not_apply():
    assert judged(Story().step("Look", 0).end(9000)).outcome is CheckOutcome.NOT_APPLICABLE


def test_pages_that_nobody_looked_at_are_not_measured():
    result = judged(Story().step("Look", 0).document(100, painted_ms=300).end(400))
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no page stayed long enough to be looked at")


def test_not_recorded_is_not_measured():
    blind = visit(status=404, ways_on=0).artifacts().model_copy(update={"settled": NotRecorded(reason="no probe")})
    (result,) = run_checks([dead_end], blind, TOM)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no probe")

"""forced-to-register: fires on a till that wants an account, is silent on one with a way for guests."""

import pytest

from cxcheck.checks import forced_to_register
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.persona import Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")


def judged(story: Story) -> CheckResult:
    (result,) = run_checks([forced_to_register], story.artifacts(), TOM)
    return result


def till(*how: str) -> Story:
    story = Story().step("Basket", 0).press("Checkout", 500).change(700).step("Who are you?", 900)
    story.fill("email", 1000, label="E-mail").fill("new password", 2000, label="Password")
    for number, one in enumerate(how):
        story.identified(one, 4000 + number)
    return story


def test_an_account_that_had_to_be_opened_is_found():
    result = judged(till("signed-up").end(9000))
    assert result.outcome is CheckOutcome.FAIL
    (finding,) = result.findings
    assert finding.severity is Severity.SERIOUS
    assert (finding.value, finding.unit, finding.limit) == (1, "count", 0)
    assert (finding.step, finding.t_ms) == (2, 4000)
    assert finding.needless == (2000,)  # the e-mail address a guest would have given as well
    assert finding.sentence == "The customer had to open an account before they could pay."


def test_its_twin_for_guests_is_not():
    assert judged(till("guest").end(9000)).outcome is CheckOutcome.PASS


def test_a_customer_with_an_account_meets_no_such_question():
    result = judged(till("signed-in").end(9000))
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_APPLICABLE, "the customer had an account already")


def test_each_till_is_judged():
    assert len(judged(till("guest", "signed-up", "signed-in").end(9000)).findings) == 1


def test_an_account_opened_of_ones_own_will_is_no_till():
    result = judged(till().end(9000))
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_APPLICABLE, "nothing was bought on this journey")


def test_plain_calls_do_not_say_what_they_are_about():
    story = Story().step("Basket", 0).press("Checkout", 500).change(700).end(9000)
    assert judged(story).outcome is CheckOutcome.NOT_MEASURED


@pytest.mark.parametrize("table", ["identifications", "fillings"])
def test_not_recorded_is_not_measured(table):
    blind = till("signed-up").end(9000).artifacts().model_copy(update={table: NotRecorded(reason="no verbs")})
    (result,) = run_checks([forced_to_register], blind, TOM)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no verbs")

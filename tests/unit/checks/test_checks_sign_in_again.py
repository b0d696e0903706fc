"""sign-in-again: fires where a new account does not let its owner in, is silent where it does."""

from cxcheck.checks import sign_in_again
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.page import Signs
from cxcheck.model.persona import Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")


def judged(story: Story) -> CheckResult:
    (result,) = run_checks([sign_in_again], story.end(9000).artifacts(), TOM)
    return result


def saw(sign: str, **how: bool) -> Story:
    return Story().step("Say who I am", 0).step("See that I am in", 5000).saw(sign, 6000, **how)


def test_an_account_that_does_not_let_its_owner_in_is_found():
    (finding,) = judged(saw("signed up", wants_sign_in=True)).findings
    assert finding.severity is Severity.MODERATE
    assert (finding.value, finding.limit, finding.t_ms, finding.step) == (1, 0, 6000, 2)
    assert finding.sentence == "The account was open, and the customer still had to sign in with it."


def test_its_twin_that_lets_them_in_passes():
    assert judged(saw("signed up", known=True)).outcome is CheckOutcome.PASS


def test_after_a_new_password_it_is_for_safetys_sake():
    assert judged(saw("password changed", wants_sign_in=True)).outcome is CheckOutcome.NOT_APPLICABLE


def test_without_an_account_it_does_not_apply():
    assert judged(Story().step("Look", 0)).outcome is CheckOutcome.NOT_APPLICABLE


def test_a_page_that_tells_neither_is_not_measured():
    assert judged(saw("signed up")).outcome is CheckOutcome.NOT_MEASURED


def test_an_older_recording_is_not_measured():
    tables = saw("signed up", wants_sign_in=True).end(9000).artifacts()
    for signs in (NotRecorded(reason="too old"), Signs(told=False)):
        (result,) = run_checks([sign_in_again], tables.model_copy(update={"signs": signs}), TOM)
        assert result.outcome is CheckOutcome.NOT_MEASURED

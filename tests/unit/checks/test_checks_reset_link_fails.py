"""reset-link-fails: fires where the mail's link leads to an error, is silent where it leads to the form."""

import pytest

from cxcheck.checks import reset_link_fails
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.persona import Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")


def judged(story: Story) -> CheckResult:
    (result,) = run_checks([reset_link_fails], story.end(90_000).artifacts(), TOM)
    return result


def mailed() -> Story:
    story = Story().step("Ask", 0).document(100, painted_ms=200).settled(900).press("Send", 1000)
    return story.change(1300).step("Read the mail", 1900).mail(2000, 3000).add("gesture/switched", 4000, to="site")


def opened(status: int = 200, says: str = "Choose a new password", lang: str = "en") -> Story:
    return mailed().document(4100, painted_ms=4200, lang=lang).settled(4900, status=status, says=says)


def test_a_link_that_leads_to_an_error_is_found():
    (finding,) = judged(opened(410, "Error 410")).findings
    assert finding.severity is Severity.CRITICAL
    assert (finding.value, finding.limit, finding.t_ms, finding.step) == (1, 0, 4900, 2)
    assert finding.sentence == "The link in the mail led to “Error 410” (HTTP status 410)."


@pytest.mark.parametrize(
    ("says", "lang"), [("This link has expired", "en"), ("Invalid link", "en-GB"), ("The link is not valid.", "")]
)
def test_so_is_one_whose_page_calls_it_invalid(says, lang):
    assert len(judged(opened(says=says, lang=lang)).findings) == 1


@pytest.mark.parametrize("status", [0, 200, 304])
def test_its_twin_that_leads_to_the_form_passes(status):
    assert judged(opened(status)).outcome is CheckOutcome.PASS


def test_what_the_customer_did_after_the_mail_is_not_the_links_doing():
    story = mailed().press("Send code", 4100).document(4200, painted_ms=4300).settled(4900, status=500, says="Sorry")
    assert judged(story).outcome is CheckOutcome.NOT_MEASURED


def test_an_error_later_on_is_another_matter():
    story = opened().press("Save", 6000).document(6100, painted_ms=6200).settled(6900, status=500, says="Sorry")
    assert judged(story).outcome is CheckOutcome.PASS


def test_without_such_a_mail_it_does_not_apply():
    assert judged(Story().step("Look", 0)).outcome is CheckOutcome.NOT_APPLICABLE


def test_without_a_look_at_the_page_it_is_not_measured():
    assert judged(mailed()).outcome is CheckOutcome.NOT_MEASURED
    blind = opened().end(90_000).artifacts().model_copy(update={"settled": NotRecorded(reason="no probe")})
    (result,) = run_checks([reset_link_fails], blind, TOM)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no probe")

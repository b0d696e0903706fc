"""forgot-link-hidden: fires on a link out of sight, is silent on one beside the password."""

import pytest

from cxcheck.checks import forgot_link_hidden
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import NotRecorded, Outcome
from cxcheck.model.event import Clock
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.persona import Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")
FORGOT = "forgot password"


def judged(story: Story) -> CheckResult:
    (result,) = run_checks([forgot_link_hidden], story.artifacts(), TOM)
    return result


def signing_in() -> Story:
    """On the sign-in page, on a phone: the way there lay in a menu."""
    story = Story().step("Sign in", 0).press("Menu", 500).change(600).found("sign in", 900, detours=1)
    return story.press("Sign in", 1000).document(1100, painted_ms=1300).step("Forgot", 2000)


def test_a_link_below_the_fold_is_found():
    result = judged(signing_in().found(FORGOT, 3000, found="Lost it?", in_view=False).end(9000))
    assert result.outcome is CheckOutcome.FAIL
    (finding,) = result.findings
    assert finding.severity is Severity.SERIOUS
    assert (finding.value, finding.unit, finding.limit, finding.step) == (1, "count", 0, 2)
    assert finding.sentence == "“Lost it?” came into sight only after scrolling."


def test_its_twin_beside_the_password_is_not():
    assert judged(signing_in().found(FORGOT, 3000).end(9000)).outcome is CheckOutcome.PASS


@pytest.mark.parametrize(("detours", "times"), [(1, "once"), (2, "2 times")])
def test_a_link_behind_other_pages_is_found(detours, times):
    story = signing_in().press("Help", 2400).change(2500).press("Account", 2700).change(2800)
    (finding,) = judged(story.found(FORGOT, 3000, found="Lost it?", detours=detours).end(9000)).findings
    assert finding.sentence == f"The customer had to press {times} elsewhere before “Lost it?” was in sight."
    assert (finding.value, finding.needless) == (detours, (2400, 2700)[-detours:])


def test_the_way_to_the_sign_in_page_is_no_detour():
    story = (
        Story().step("Forgot", 0).press("Menu", 500).change(600).press("Sign in", 900).document(1000, painted_ms=1200)
    )
    assert judged(story.found(FORGOT, 3000, detours=2).end(9000)).outcome is CheckOutcome.PASS


def test_looked_for_in_vain_is_critical():
    (finding,) = judged(signing_in().missed(FORGOT, 3000, says="Sign in").end(9000, Outcome.NOT_FINISHED)).findings
    assert finding.severity is Severity.CRITICAL
    assert finding.sentence == "The customer looked for a way back from a forgotten password and found none."


def test_nobody_looked_does_not_apply():
    assert judged(signing_in().end(9000)).outcome is CheckOutcome.NOT_APPLICABLE


def test_a_recording_that_does_not_say_where_it_stood_is_not_measured():
    story = signing_in()
    story.add("customer/found", 3000, clock=Clock.RECORDER, intent=FORGOT, found="Lost it?", sure=True, hint=False)
    assert judged(story.end(9000)).outcome is CheckOutcome.NOT_MEASURED


def test_a_label_of_the_sites_stays_text():
    (finding,) = judged(signing_in().found(FORGOT, 3000, found="<u>{x}", in_view=False).end(9000)).findings
    assert finding.sentence == "“<u>{x}” came into sight only after scrolling."


@pytest.mark.parametrize("table", ["searches", "gestures"])
def test_not_recorded_is_not_measured(table):
    blind = signing_in().found(FORGOT, 3000, in_view=False).end(9000).artifacts()
    (result,) = run_checks([forgot_link_hidden], blind.model_copy(update={table: NotRecorded(reason="none")}), TOM)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "none")

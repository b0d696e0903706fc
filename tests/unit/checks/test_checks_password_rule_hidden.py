"""password-rule-hidden: fires on a rule told only after the refusal, is silent on one that stood there."""

import pytest

from cxcheck.checks import input_lost, password_rule_hidden
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.persona import Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")
RULE = "Please use a sign such as ! in it."


def judged(story: Story, check=password_rule_hidden) -> CheckResult:
    (result,) = run_checks([check], story.artifacts(), TOM)
    return result


def chosen() -> Story:
    return Story().step("Look", 0).step("Sign up", 900).fill("new password", 1000, label="Password")


def refused(*, rule_shown: bool | None, says: str = RULE, what: str = "new password") -> Story:
    story = chosen().press("Send", 2000).change(2300)
    return story.refused(2500, says=[says], what=what, rule_shown=rule_shown, lost_secret=["Password"])


def test_a_rule_told_only_afterwards_is_found():
    story = refused(rule_shown=False).fill("new password", 4000, label="Password", again=True)
    result = judged(story.end(9000))
    assert result.outcome is CheckOutcome.FAIL
    (finding,) = result.findings
    assert finding.severity is Severity.SERIOUS
    assert (finding.value, finding.unit, finding.limit) == (1, "count", 0)
    assert (finding.step, finding.t_ms, finding.target.name, finding.needless) == (2, 2500, "Password", (4000,))
    assert finding.sentence == (
        "The password was refused by a rule that the page had not shown: “Please use a sign such as ! in it”."
    )


def test_its_twin_whose_rule_stood_there_is_not():
    assert judged(refused(rule_shown=True).end(9000)).outcome is CheckOutcome.PASS


def test_a_password_taken_at_once_passes():
    assert judged(chosen().end(9000)).outcome is CheckOutcome.PASS


def test_when_nobody_could_tell_it_is_not_measured():
    assert judged(refused(rule_shown=None).end(9000)).outcome is CheckOutcome.NOT_MEASURED


def test_a_hidden_rule_stays_found_beside_one_that_nobody_could_tell():
    story = refused(rule_shown=False).refused(3000, what="new password", rule_shown=None)
    assert len(judged(story.end(9000)).findings) == 1


def test_another_field_refused_is_none_of_its_business():
    assert judged(refused(rule_shown=False, what="phone").end(9000)).outcome is CheckOutcome.PASS
    assert judged(refused(rule_shown=False).end(9000), input_lost).outcome is CheckOutcome.PASS


def test_no_new_password_does_not_apply():
    story = Story().step("Sign in", 0).fill("password", 1000, credentials=True).refused(2000, what="password")
    assert judged(story.end(9000)).outcome is CheckOutcome.NOT_APPLICABLE


def test_a_refusal_without_words_is_told_without_them():
    story = chosen().refused(2500, says=[], what="new password", rule_shown=False)
    (finding,) = judged(story.end(9000)).findings
    assert finding.sentence == "The password was refused by a rule that the page had not shown."


def test_the_sites_text_stays_text():
    (finding,) = judged(refused(rule_shown=False, says="<script>{0}").end(9000)).findings
    assert finding.sentence.endswith(": “<script>{0}”.")


def test_plain_calls_are_not_measured():
    story = Story().step("Sign up", 0).type("Password", 1000, 12, field_kind="password").end(9000)
    assert judged(story).outcome is CheckOutcome.NOT_MEASURED


@pytest.mark.parametrize("table", ["refusals", "fillings"])
def test_not_recorded_is_not_measured(table):
    blind = refused(rule_shown=False).end(9000).artifacts().model_copy(update={table: NotRecorded(reason="no verbs")})
    (result,) = run_checks([password_rule_hidden], blind, TOM)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no verbs")

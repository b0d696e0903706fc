"""input-lost: fires on a refused form that comes back empty, is silent on one that keeps what was typed."""

import pytest

from cxcheck.checks import input_lost, password_rule_hidden
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.persona import Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")


def judged(story: Story, check=input_lost) -> CheckResult:
    (result,) = run_checks([check], story.artifacts(), TOM)
    return result


def address() -> Story:
    story = Story().step("Where to?", 0).fill("street", 1000, label="Street").fill("city", 2000, label="City")
    return story.press("Continue", 3000).change(3200)


def refused(*lost: str, **more) -> Story:
    return address().refused(3500, fields=["Phone"], lost=lost, **more)


def test_lost_fields_are_found():
    result = judged(refused("Street", "City").end(9000))
    assert result.outcome is CheckOutcome.FAIL
    (finding,) = result.findings
    assert finding.severity is Severity.CRITICAL
    assert (finding.value, finding.unit, finding.limit) == (2, "count", 0)
    assert (finding.step, finding.t_ms, finding.target.name) == (1, 3500, "Street")
    assert finding.sentence == "After an error the form came back without what had been typed into “Street” and “City”."


def test_its_twin_that_keeps_them_is_not():
    assert judged(refused().end(9000)).outcome is CheckOutcome.PASS


def test_one_is_enough_and_many_are_not_all_named():
    (finding,) = judged(refused("Street").end(9000)).findings
    assert finding.sentence.endswith("into “Street”.")
    (finding,) = judged(refused("A", "B", "C", "D", "E").end(9000)).findings
    assert finding.sentence.endswith("into “A”, “B”, “C” and 2 more.")


def test_it_costs_typing_them_again_or_having_typed_them_for_nothing():
    again = refused("Street", "City").fill("street", 5000, label="Street", again=True)
    (finding,) = judged(again.end(9000)).findings
    assert finding.needless == (5000, 2000)  # the city was not typed again: it had been typed in vain


def test_secrets_alone_are_milder():
    (finding,) = judged(refused(lost_secret=["Card number"]).end(9000)).findings
    assert finding.severity is Severity.MODERATE
    assert [f.severity for f in judged(refused("City", lost_secret=["CVC"]).end(9000)).findings] == [Severity.CRITICAL]


@pytest.mark.parametrize(
    "refusal",
    [
        {"fields": ["Password"], "lost_secret": ["Password"]},
        {"what": "new password", "lost_secret": ["Password", "Password again"], "rule_shown": False},
    ],
)
def test_a_secret_that_was_refused_itself_is_no_loss(refusal):
    assert judged(address().refused(3500, **refusal).end(9000)).outcome is CheckOutcome.PASS


def test_why_a_password_was_refused_is_another_checks_business():
    story = refused("Street", what="phone").end(9000)
    assert judged(story, password_rule_hidden).outcome is CheckOutcome.NOT_APPLICABLE


def test_each_refusal_is_found():
    story = refused("Street").fill("street", 5000, label="Street", again=True).refused(6000, lost=["Street"])
    assert [finding.t_ms for finding in judged(story.end(9000)).findings] == [3500, 6000]


def test_no_refusal_does_not_apply():
    result = judged(address().end(9000))
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_APPLICABLE, "no form was refused")


def test_nobody_watches_forms_that_plain_calls_fill_in():
    story = Story().step("Where to?", 0).type("Street", 1000, 9).press("Continue", 3000).change(3200)
    assert judged(story.end(9000)).outcome is CheckOutcome.NOT_MEASURED
    assert judged(address().step("Pay", 4000).type("Card", 5000, 16).end(9000)).outcome is CheckOutcome.NOT_MEASURED


def test_a_label_of_the_sites_stays_text():
    assert "“<i>{0}%d”" in judged(refused("<i>{0}%d").end(9000)).findings[0].sentence


def test_not_recorded_is_not_measured():
    blind = refused("Street").end(9000).artifacts().model_copy(update={"refusals": NotRecorded(reason="no verbs")})
    (result,) = run_checks([input_lost], blind, TOM)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no verbs")

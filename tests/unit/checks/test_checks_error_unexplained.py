"""error-unexplained: fires on a refusal that points nowhere, is silent where it says what is wrong."""

import pytest
from popup_tables import unrecorded

from cxcheck.checks import error_unexplained
from cxcheck.checks.run import run_checks
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.persona import Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")


def judged(story: Story) -> CheckResult:
    (result,) = run_checks([error_unexplained], story.end(9000).artifacts(), TOM)
    return result


def filled() -> Story:
    story = Story().step("Where to?", 0).document(10, painted_ms=300)
    return story.fill("email", 1000, label="E-mail").fill("password", 1500, label="Password", credentials=True)


def test_a_refusal_that_points_nowhere_is_found():
    (finding,) = judged(filled().refused(3000, says=["Something went wrong."])).findings
    assert finding.sentence == (
        "The form was refused, and said only “Something went wrong”: no field is marked or named."
    )
    assert (finding.severity, finding.step, finding.t_ms, finding.value) == (Severity.SERIOUS, 1, 3000, 1)


def test_one_without_words_is_found_too():
    (finding,) = judged(filled().refused(3000, says=[])).findings
    assert "said nothing" in finding.sentence


@pytest.mark.parametrize(
    ("says", "fields"),
    [
        ("Please check this.", ["Phone"]),
        ("E-mail address and password do not match.", []),
        ("Bitte prüfen Sie das Passwort.", []),
        ("There is already an account with this address: it is already in use.", []),
        ("Your card was declined.", []),
    ],
)
def test_its_twins_say_what_is_wrong(says, fields):
    assert judged(filled().refused(3000, says=[says], fields=fields)).outcome is CheckOutcome.PASS


def test_no_refusal_is_no_matter():
    assert judged(filled()).outcome is CheckOutcome.NOT_APPLICABLE


def test_not_recorded_is_not_measured():
    assert unrecorded(error_unexplained, "refusals").outcome is CheckOutcome.NOT_MEASURED

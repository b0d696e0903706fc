"""asked-twice: fires on a thing asked for again, is silent where asking again is right."""

import pytest

from cxcheck.checks import asked_twice
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.persona import Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")


def judged(story: Story) -> CheckResult:
    (result,) = run_checks([asked_twice], story.artifacts(), TOM)
    return result


def at_the_till() -> Story:
    story = Story().step("Who are you?", 0).document(10, painted_ms=300).fill("email", 1000, label="E-mail")
    return story.step("Where to?", 2000).document(2100, painted_ms=2300)


def test_the_same_thing_on_two_pages_is_found():
    story = at_the_till().fill("street", 3000).fill("email", 4000, label="Your e-mail").end(9000)
    result = judged(story)
    assert result.outcome is CheckOutcome.FAIL
    (finding,) = result.findings
    assert finding.severity is Severity.SERIOUS
    assert (finding.value, finding.unit, finding.limit) == (2, "count", 1)
    assert (finding.step, finding.t_ms, finding.target.name, finding.needless) == (2, 4200, "Your e-mail", (4000,))
    wanted = "The customer was asked for “Your e-mail” again, though it was given already at “Who are you?”."
    assert finding.sentence == wanted


def test_its_twin_that_asks_once_is_not():
    assert judged(at_the_till().fill("street", 3000).fill("city", 4000).end(9000)).outcome is CheckOutcome.PASS


def test_two_forms_on_one_page_count_as_two():
    story = Story().step("Pay", 0).fill("postcode", 1000, form=0).fill("postcode", 3000, label="Zip", form=1).end(9000)
    assert [finding.severity for finding in judged(story).findings] == [Severity.SERIOUS]


@pytest.mark.parametrize("second", [{"what": "email", "repeat": True}, {"what": "confirm email"}])
def test_a_second_field_in_the_same_form_is_minor(second):
    story = Story().step("Sign up", 0).fill("email", 1000).fill(second.pop("what"), 3000, label="Confirm", **second)
    (finding,) = judged(story.end(9000)).findings
    assert finding.severity is Severity.MINOR
    assert finding.sentence == "The customer was asked for “Confirm” again, in the same form."


def test_two_parts_of_one_thing_are_not_asked_twice():
    story = Story().step("Pay", 0).fill("card expiry", 1000, label="Month").fill("card expiry", 2000, label="Year")
    assert judged(story.end(9000)).outcome is CheckOutcome.PASS


@pytest.mark.parametrize("what", ["password", "new password", "code", "search", "quantity", "voucher", ""])
def test_what_is_another_one_every_time(what):
    story = at_the_till().fill(what, 3000, label="A").document(4000, painted_ms=4100).fill(what, 5000, label="B")
    assert judged(story.end(9000)).outcome is CheckOutcome.PASS


def test_signing_in_and_filling_in_after_a_refusal_are_right():
    story = at_the_till().fill("email", 3000, credentials=True).refused(4000).fill("email", 5000, again=True)
    assert judged(story.end(9000)).outcome is CheckOutcome.PASS


def test_three_times_is_found_twice():
    story = at_the_till().fill("email", 3000, label="B").document(5000, painted_ms=5100).fill("email", 6000, label="C")
    assert [finding.needless for finding in judged(story.end(9000)).findings] == [(3000,), (6000,)]


def test_plain_calls_do_not_say_what_is_asked_for():
    story = Story().step("Sign up", 0).type("E-mail", 1000, 20).type("E-mail again", 3000, 20).end(9000)
    assert judged(story).outcome is CheckOutcome.NOT_MEASURED
    mixed = judged(at_the_till().step("Pay", 3000).type("E-mail", 4000, 20).end(9000))
    assert (mixed.outcome, mixed.reason) == (
        CheckOutcome.NOT_MEASURED, "in “Pay” fields were filled in by plain Playwright calls",
    )  # fmt: skip


def test_but_what_was_found_beside_them_stays_found():
    story = at_the_till().fill("email", 3000, label="B").step("Pay", 5000).type("E-mail", 6000, 20).end(9000)
    assert judged(story).outcome is CheckOutcome.FAIL


@pytest.mark.parametrize(
    "story", [Story().step("Look", 0), Story().step("In", 0).fill("email", 1000, credentials=True)]
)
def test_asked_for_nothing_does_not_apply(story):
    assert judged(story.end(9000)).outcome is CheckOutcome.NOT_APPLICABLE


def test_a_label_of_the_sites_stays_text():
    story = at_the_till().fill("email", 3000, label="<b>{what}</b>")
    assert "“<b>{what}</b>”" in judged(story.end(9000)).findings[0].sentence


def test_not_recorded_is_not_measured():
    blind = at_the_till().end(9000).artifacts().model_copy(update={"fillings": NotRecorded(reason="no verbs")})
    (result,) = run_checks([asked_twice], blind, TOM)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no verbs")

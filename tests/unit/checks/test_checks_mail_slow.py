"""mail-slow: fires on a mail that comes late, is silent on its clean twin."""

import pytest

from cxcheck.checks import mail_slow
from cxcheck.checks.run import run_checks
from cxcheck.model.artifact import NotRecorded, Outcome
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.persona import Persona
from cxcheck.model.wait import MailWait
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")


def judged(story: Story) -> CheckResult:
    (result,) = run_checks([mail_slow], story.artifacts(), TOM)
    return result


def visit(delay_ms: float | None) -> Story:
    story = Story().step("Ask", 0).press("Send", 1000).change(1300).step("Read", 1900)
    arrived_ms = None if delay_ms is None else 1000 + delay_ms
    return story.mail(2000, arrived_ms, gave_up_ms=62_000).end(1_000_000)


def test_a_mail_after_twice_the_limit_is_found():
    result = judged(visit(20_000))
    assert result.outcome is CheckOutcome.FAIL
    (finding,) = result.findings
    assert finding.severity is Severity.SERIOUS
    assert (finding.value, finding.unit, finding.limit) == (20_000, "ms", 10_000)
    assert finding.cost_ms == 10_000
    assert (finding.step, finding.t_ms) == (2, 1000)
    assert finding.sentence == "The e-mail about “password reset” came after 20 seconds."


def test_its_twin_after_half_the_limit_is_not():
    result = judged(visit(5_000))
    assert (result.outcome, result.findings, result.value) == (CheckOutcome.PASS, (), 5_000)


def test_at_the_limit_it_still_passes():
    assert judged(visit(10_000)).outcome is CheckOutcome.PASS


def test_after_five_minutes_it_is_critical():
    assert [finding.severity for finding in judged(visit(600_000)).findings] == [Severity.CRITICAL]
    assert [finding.severity for finding in judged(visit(150_000)).findings] == [Severity.SERIOUS]


def test_a_mail_that_never_came_is_critical():
    (finding,) = judged(visit(None)).findings
    assert finding.severity is Severity.CRITICAL
    assert finding.value == 61_000
    assert finding.sentence == "The e-mail about “password reset” had not come after 61 seconds."


def test_a_mail_not_yet_there_after_five_seconds_accuses_nobody():
    story = Story().step("Ask", 0).press("Send", 1000).mail(2000, None, gave_up_ms=6000)
    assert judged(story.end(6000, Outcome.NOT_FINISHED)).findings == ()


def test_a_finding_for_each_late_mail_and_the_worst_is_scored():
    waits = (
        MailWait(step=1, asked_ms=0, arrived_ms=25_000, until_ms=25_000, intent="confirm"),
        MailWait(step=2, asked_ms=0, arrived_ms=3_000, until_ms=3_000, intent="welcome"),
        MailWait(step=3, asked_ms=0, arrived_ms=40_000, until_ms=40_000, intent="receipt"),
    )
    artifacts = visit(1).artifacts()
    mails = artifacts.mails.model_copy(update={"items": waits})
    (result,) = run_checks([mail_slow], artifacts.model_copy(update={"mails": mails}), TOM)
    assert [finding.step for finding in result.findings] == [1, 3]
    assert result.value == 40_000


@pytest.mark.parametrize(
    ("in_mailbox_ms", "said"),
    [
        (None, "The e-mail about “confirm” came after 25 seconds."),
        (500, "The e-mail about “confirm” came after 25 seconds."),
        (9_000, "The e-mail about “confirm” came after 25 seconds, 9 of them in the mailbox's own servers."),
        (15_000, None),
        (30_000, None),
    ],
)
def test_what_the_mailbox_took_is_not_the_sites(in_mailbox_ms, said):
    wait = MailWait(
        step=1, asked_ms=0, arrived_ms=25_000, until_ms=25_000, intent="confirm", in_mailbox_ms=in_mailbox_ms
    )
    artifacts = visit(1).artifacts()
    mails = artifacts.mails.model_copy(update={"items": (wait,)})
    (result,) = run_checks([mail_slow], artifacts.model_copy(update={"mails": mails}), TOM)
    assert [finding.sentence for finding in result.findings] == [said] * (said is not None)
    assert result.value == max(25_000 - (in_mailbox_ms or 0), 0)
    assert [finding.cost_ms for finding in result.findings] == [15_000 - (in_mailbox_ms or 0)] * (said is not None)


def test_without_a_mail_it_does_not_apply():
    result = judged(Story().step("Ask", 0).press("Send", 1000).end(9000))
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_APPLICABLE, "no e-mail on this journey")
    assert result.value is None


@pytest.mark.parametrize("delay_ms", [5_000, 20_000])
def test_not_recorded_is_not_measured(delay_ms):
    blind = visit(delay_ms).artifacts().model_copy(update={"mails": NotRecorded(reason="no mailbox")})
    (result,) = run_checks([mail_slow], blind, TOM)
    assert (result.outcome, result.reason) == (CheckOutcome.NOT_MEASURED, "no mailbox")

"""Nothing is ordered unless the settings say so; what is ordered is written down."""

import pytest

from cxcheck.inbox.maildir import Maildir

pytestmark = pytest.mark.browser


def filled(walked, persona: str) -> list[str]:
    return [e["data"]["what"] for e in walked.events("checkout", persona) if e["kind"] == "customer/filled"]


def test_without_leave_the_visit_stops_before_paying(unordered_run):
    visit = unordered_run.visits["checkout", "tom"]
    assert visit.outcome == "finished", unordered_run.text
    assert visit.verdict.kind == "pass"
    assert visit.message.startswith("stopped before paying")
    assert "card number" not in filled(unordered_run, "tom")
    assert "postcode" in filled(unordered_run, "tom")
    assert [line["kind"] for line in unordered_run.ledger] == ["account"]  # the careless journey's


def test_without_leave_no_order_was_placed(unordered_run, maildir):
    email = unordered_run.visits["checkout", "tom"].info.identity.email
    assert list(Maildir(str(maildir)).mails(email, 0)) == []


def test_the_scorecard_says_that_it_stopped(unordered_run):
    assert "stopped before paying" in (unordered_run.folder / "scorecard.html").read_text(encoding="utf-8")


def test_an_order_is_written_down(clean_run):
    ordered = {line["visit"]: line["email"] for line in clean_run.ledger if line["kind"] == "order"}
    visits = [visit for (journey, _), visit in clean_run.visits.items() if journey == "checkout"]
    assert ordered == {visit.info.id: visit.info.identity.email for visit in visits}
    for visit in visits:
        assert "card number" in filled(clean_run, visit.info.persona.key)
        assert visit.scorecard.counts.mails == 1  # the confirmation


def test_an_account_is_written_down(clean_run):
    opened = {line["visit"] for line in clean_run.ledger if line["kind"] == "account"}
    assert opened == {visit.info.id for (journey, _), visit in clean_run.visits.items() if journey != "checkout"}

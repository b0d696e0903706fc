"""Nothing is ordered unless the settings say so; what is ordered is written down."""

import pytest
from runs import HURRY, SEED

from cxcheck.inbox.maildir import Maildir

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def careful(walk, demo_shop):
    """The built-in journey, nothing said of orders."""
    return walk(f"{demo_shop}~clean/", "-k", "checkout", "--cx-persona", "tom", "--cx-seed", SEED + 4, *HURRY)


def filled(walked, persona: str) -> list[str]:
    return [e["data"]["what"] for e in walked.events("checkout", persona) if e["kind"] == "customer/filled"]


def test_without_leave_the_visit_stops_before_paying(careful):
    visit = careful.visits["checkout", "tom"]
    assert careful.status == 0, careful.text
    assert visit.outcome == "finished"
    assert visit.message.startswith("stopped before paying")
    assert "card number" not in filled(careful, "tom")
    assert "postcode" in filled(careful, "tom")
    assert careful.ledger == []


def test_without_leave_no_order_was_placed(careful, maildir):
    email = careful.visits["checkout", "tom"].info.identity.email
    assert list(Maildir(str(maildir)).mails(email, 0)) == []


def test_the_scorecard_says_that_it_stopped(careful):
    assert "stopped before paying" in (careful.folder / "scorecard.html").read_text(encoding="utf-8")


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

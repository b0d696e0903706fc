"""What happens to people ends a journey with a finding that quotes what the site said, never with an error."""

import pytest
from planted import FRICTIONS

pytestmark = pytest.mark.browser

# Journey -> what the customer says, and in which step.
ENDED = {
    "known_address": (1, "There is already an account with this e-mail address."),
    "sold_out": (1, "everything the customer saw is sold out"),
    "this_one_sold_out": (1, "“Ash gaiwan” is sold out"),
    "declined_card": (3, "Your bank declined this card. You have not been charged. Please try another card."),
    "expired_link": (3, "This link no longer works"),
}


@pytest.mark.parametrize("journey", ENDED)
def test_it_ends_in_the_customers_words(planted_run, journey):
    step, words = ENDED[journey]
    visit = planted_run.visits[journey, "tom"]
    assert visit.outcome == "not-finished"
    [finding] = [finding for finding in visit.scorecard.findings if finding.check == "journey-unfinished"]
    assert finding.step == step
    assert words in finding.sentence
    assert "Error" not in finding.sentence


def test_a_refused_password_is_no_end(planted_run):
    """Another is chosen by the rule that the message states; that the rule was hidden is what is found."""
    visit = planted_run.visits["refused_password", "tom"]
    assert visit.outcome == "finished"
    [finding] = visit.scorecard.findings
    assert finding.check == "password-rule-hidden"
    assert "Your password needs at least one of these characters: ! ? # $ % &" in finding.sentence


def test_the_run_says_so_without_a_traceback(planted_run):
    assert planted_run.status == 1, planted_run.text
    stopped = sum("journey-unfinished" in planted.found for planted in FRICTIONS)
    assert f"{len(ENDED) + stopped} failed" in planted_run.out
    for sign in ("Traceback", "INTERNALERROR", "playwright._impl", "E   "):
        assert sign not in planted_run.text
    page = (planted_run.folder / "scorecard.html").read_text(encoding="utf-8")
    for _, words in ENDED.values():
        assert words in page

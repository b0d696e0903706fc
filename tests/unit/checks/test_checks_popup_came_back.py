"""popup-came-back and consent-asked-again: each return is told once, by one of them."""

import pytest
from popup_tables import judged, popup, question, tried, unrecorded

from cxcheck.checks import consent_asked_again, popup_came_back
from cxcheck.model.finding import Attribute, CheckOutcome, Severity
from cxcheck.model.popup import Way

BOTH = pytest.mark.parametrize("check", [popup_came_back, consent_asked_again])


def test_one_that_was_closed_and_says_the_same_again():
    closed = popup(**tried(Way.CLOSE, worked=True))
    (finding,) = judged(popup_came_back, closed, popup(2, came_back=1)).findings
    assert (finding.severity, finding.attribute) == (Severity.SERIOUS, Attribute.EASE)
    assert (finding.value, finding.limit, finding.popup, finding.t_ms) == (1, 0, 2, 2000)
    assert finding.sentence == "The newsletter pop-up (“10 % off”) came back after the customer had closed it."
    assert judged(consent_asked_again, closed, popup(2, came_back=1)).outcome is CheckOutcome.NOT_APPLICABLE


@pytest.mark.parametrize("way", [Way.REFUSE, Way.ACCEPT])
def test_a_cookie_question_asked_again_after_an_answer(way):
    asked = question(**tried(way, worked=True)), question(2, came_back=1)
    (finding,) = judged(consent_asked_again, *asked).findings
    assert (finding.severity, finding.attribute) == (Severity.SERIOUS, Attribute.CONSISTENCY)
    assert (finding.popup, finding.t_ms) == (2, 2000)
    assert finding.sentence == (
        "The cookie question (“We use cookies”) was asked again after the customer had answered it."
    )
    assert judged(popup_came_back, *asked).outcome is CheckOutcome.PASS


def test_one_that_was_closed_without_an_answer_only_came_back():
    asked = question(**tried(Way.CLOSE, worked=True)), question(2, came_back=1)
    assert judged(consent_asked_again, *asked).outcome is CheckOutcome.NOT_APPLICABLE
    assert judged(popup_came_back, *asked).outcome is CheckOutcome.FAIL


@pytest.mark.parametrize(
    ("check", "first"),
    [
        (popup_came_back, popup(**tried(Way.CLOSE, worked=True))),
        (consent_asked_again, question(**tried(Way.REFUSE, worked=True))),
    ],
)
def test_its_twin_that_stays_away_passes(check, first):
    assert judged(check, first, popup(2, title="Something else")).outcome is CheckOutcome.PASS


@BOTH
def test_without_any_it_does_not_apply(check):
    assert judged(check).outcome is CheckOutcome.NOT_APPLICABLE
    assert judged(check, question(**tried(Way.ESCAPE))).outcome is CheckOutcome.NOT_APPLICABLE


@BOTH
def test_not_recorded_is_not_measured(check):
    assert unrecorded(check, "popups").outcome is CheckOutcome.NOT_MEASURED

"""popup-cannot-be-closed: fires where all that was tried did not help, is silent where anything did."""

import pytest
from popup_tables import choice, judged, offers, popup, question, tried, unrecorded

from cxcheck.checks import popup_cannot_be_closed
from cxcheck.model.finding import CheckOutcome, Severity
from cxcheck.model.popup import Consent, Ending, PopupKind, Way


def outcome(*popups) -> CheckOutcome:
    return judged(popup_cannot_be_closed, *popups).outcome


def test_whatever_was_tried_it_stayed():
    (finding,) = judged(popup_cannot_be_closed, popup(**tried(Way.CLOSE, Way.ESCAPE, Way.BACKDROP))).findings
    assert finding.severity is Severity.CRITICAL
    assert (finding.value, finding.unit, finding.limit, finding.popup, finding.step) == (3, "count", 0, 1, 1)
    assert finding.sentence == (
        "The newsletter pop-up (“10 % off”) could not be closed: “×”, Escape and a press beside it did not help."
    )


def test_one_try_in_vain_is_told_alone():
    (finding,) = judged(popup_cannot_be_closed, popup(title="", **tried(Way.ESCAPE))).findings
    assert finding.sentence == "The newsletter pop-up could not be closed: Escape did not help."


def test_its_twin_that_gave_way_in_the_end_passes():
    assert outcome(popup(**tried(Way.CLOSE, Way.ESCAPE, worked=True))) is CheckOutcome.PASS


def test_what_went_by_itself_after_all_had_stayed_as_long_as_the_customer_tried():
    stayed = tried(Way.CLOSE) | {"ending": Ending.ITSELF, "gone_ms": 60_000}
    assert outcome(popup(**stayed)) is CheckOutcome.FAIL


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (offers(), CheckOutcome.PASS),
        (offers(in_view=False), CheckOutcome.NOT_MEASURED),
        ({}, CheckOutcome.NOT_MEASURED),
    ],
)
def test_one_that_nobody_touched_passes_by_what_it_offers(facts, expected):
    assert outcome(popup(**facts)) is expected


def test_a_cookie_question_goes_when_it_is_answered():
    assert outcome(question(consent=Consent(accept=choice("Accept")))) is CheckOutcome.PASS
    assert outcome(question(consent=Consent())) is CheckOutcome.NOT_MEASURED


def test_what_is_known_to_stay_is_told_whatever_else_is_unknown():
    assert outcome(popup(), popup(2, **tried(Way.ESCAPE))) is CheckOutcome.FAIL


@pytest.mark.parametrize("kind", [PopupKind.TOAST, PopupKind.CHAT, PopupKind.WINDOW, PopupKind.PERMISSION])
def test_what_goes_by_itself_or_stands_aside_need_not_be_closed(kind):
    assert outcome(popup(kind=kind)) is CheckOutcome.NOT_APPLICABLE


def test_without_any_it_does_not_apply():
    assert outcome() is CheckOutcome.NOT_APPLICABLE
    assert outcome(popup(asked_for=True)) is CheckOutcome.NOT_APPLICABLE


def test_not_recorded_is_not_measured():
    assert unrecorded(popup_cannot_be_closed, "popups").outcome is CheckOutcome.NOT_MEASURED


@pytest.mark.parametrize(("facts", "spares"), [({"cover_ratio": 0.6}, False), ({"cover_ratio": 0.1}, True)])
def test_its_time_is_popup_in_the_ways_where_that_tells_of_it_too(facts, spares):
    (finding,) = judged(popup_cannot_be_closed, popup(**tried(Way.ESCAPE), **facts)).findings
    assert finding.spares_popup is spares

"""popup-covers-control: fires on something small over what is wanted; a large one is popup-in-the-way's."""

import pytest
from popup_tables import judged, popup, unrecorded

from cxcheck.checks import popup_covers_control, popup_in_the_way
from cxcheck.model.finding import CheckOutcome, Severity
from cxcheck.model.popup import PopupKind


def test_a_chat_over_what_the_customer_wanted():
    chat = popup(kind=PopupKind.CHAT, title="Chat with us", cover_ratio=0.04, in_the_way=(4000.0, 6000.0))
    (finding,) = judged(popup_covers_control, chat).findings
    assert finding.severity is Severity.SERIOUS
    assert (finding.value, finding.unit, finding.limit, finding.t_ms, finding.popup) == (2, "count", 0, 4000, 1)
    assert finding.sentence == "The chat (“Chat with us”) lay over what the customer wanted to press."


def test_its_twin_that_lay_over_nothing_wanted_passes():
    assert judged(popup_covers_control, popup(kind=PopupKind.CHAT, cover_ratio=0.04)).outcome is CheckOutcome.PASS


@pytest.mark.parametrize("large", [{"cover_ratio": 0.31}, {"blocks": True}])
def test_a_large_one_is_told_of_once(large):
    one = popup(in_the_way=(4000.0,), **large)
    assert judged(popup_covers_control, one).outcome is CheckOutcome.PASS
    assert len(judged(popup_in_the_way, one).findings) == 1


def test_one_that_was_asked_for_is_not_told_of():
    assert judged(popup_covers_control, popup(in_the_way=(4000.0,), asked_for=True)).outcome is CheckOutcome.PASS


def test_not_recorded_is_not_measured():
    assert unrecorded(popup_covers_control, "popups").outcome is CheckOutcome.NOT_MEASURED

"""close-control-tiny: fires below 24 pixels either way, is silent from there on."""

import pytest
from popup_tables import box, judged, offers, popup, unrecorded

from cxcheck.checks import close_control_tiny
from cxcheck.model.finding import CheckOutcome, Severity
from cxcheck.model.popup import PopupKind


@pytest.mark.parametrize(("size", "count"), [((23, 23), 1), ((24, 24), 0), ((80, 14), 1), ((14, 80), 1), ((44, 44), 0)])
def test_how_large_it_must_be(size, count):
    assert len(judged(close_control_tiny, popup(**offers(box=box(*size)))).findings) == count


def test_what_is_told_of_it():
    (finding,) = judged(close_control_tiny, popup(**offers(box=box(12, 16), name=""))).findings
    assert finding.severity is Severity.MODERATE
    assert (finding.value, finding.unit, finding.limit, finding.popup) == (12, "px", 24, 1)
    assert (finding.target.selector, finding.target.box) == ("#x", box(12, 16))
    assert finding.sentence == "What closes the newsletter pop-up (“10 % off”) is 12 × 16 pixels small."
    assert not finding.spares_popup


@pytest.mark.parametrize("facts", [{}, {"asked_for": True} | offers(box=box(9, 9)), {"kind": PopupKind.TOAST}])
def test_without_a_close_button_there_is_nothing_to_judge(facts):
    assert judged(close_control_tiny, popup(**facts)).outcome is CheckOutcome.NOT_APPLICABLE


def test_of_unknown_size_it_is_not_measured_unless_another_is_known_to_be_small():
    unknown = popup(**offers(box=None))
    assert judged(close_control_tiny, unknown).outcome is CheckOutcome.NOT_MEASURED
    assert judged(close_control_tiny, unknown, popup(2, **offers(box=box(9, 9)))).outcome is CheckOutcome.FAIL


def test_not_recorded_is_not_measured():
    assert unrecorded(close_control_tiny, "popups").outcome is CheckOutcome.NOT_MEASURED

"""browser-dialog-unasked, permission-too-soon, window-unasked: each tells of its kind, unasked, and of no other."""

import pytest
from popup_tables import judged, popup, unrecorded

from cxcheck.checks import browser_dialog_unasked, permission_too_soon, popup_in_the_way, popups_stacked, window_unasked
from cxcheck.model.finding import Attribute, CheckOutcome, Severity
from cxcheck.model.popup import PopupKind

CASES = {
    PopupKind.NATIVE: (
        browser_dialog_unasked, "Only today: free delivery", Attribute.EASE,
        "A message of the browser (“Only today: free delivery”) stopped the customer, who had asked for nothing.",
    ),
    PopupKind.PERMISSION: (
        permission_too_soon, "notifications", Attribute.CERTAINTY,
        "The site wanted the permission for notifications 1.9 seconds after the page had come, unasked.",
    ),
    PopupKind.WINDOW: (
        window_unasked, "https://offers.example/x?token=1", Attribute.CERTAINTY,
        "A window of offers.example opened by itself.",
    ),
}  # fmt: skip
EACH = pytest.mark.parametrize("kind", CASES)


def beside(kind: PopupKind, **facts):
    return popup(kind=kind, **({"t_ms": 2000, "title": CASES[kind][1], "cover_ratio": 0} | facts))


@EACH
def test_unasked_it_is_found(kind):
    check, _, attribute, sentence = CASES[kind]
    (finding,) = judged(check, beside(kind)).findings
    assert (finding.severity, finding.attribute, finding.sentence) == (Severity.SERIOUS, attribute, sentence)
    assert (finding.value, finding.unit, finding.limit) == (1, "count", 0)
    assert (finding.step, finding.t_ms, finding.popup) == (1, 2000, 1)


@EACH
def test_its_twin_that_was_asked_for_is_not(kind):
    assert judged(CASES[kind][0], beside(kind, asked_for=True)).outcome is CheckOutcome.PASS


@EACH
def test_the_other_kinds_are_the_other_checks_business(kind):
    others = [beside(other) for other in CASES if other is not kind] + [popup(9, PopupKind.DIALOG)]
    assert judged(CASES[kind][0], *others).outcome is CheckOutcome.PASS


@EACH
def test_it_lies_over_nothing(kind):
    assert judged(popup_in_the_way, beside(kind, blocks=True)).outcome is CheckOutcome.PASS


def test_a_question_for_permission_and_a_window_lie_on_no_pile():
    window = beside(PopupKind.WINDOW).model_copy(update={"id": 3})
    assert judged(popups_stacked, beside(PopupKind.PERMISSION), popup(2), window).findings == ()


@EACH
def test_not_recorded_is_not_measured(kind):
    assert unrecorded(CASES[kind][0], "popups").outcome is CheckOutcome.NOT_MEASURED

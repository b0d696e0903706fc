"""popup-while-typing: fires between the first field and the press that sends, is silent before and after."""

import pytest
from popup_tables import judged, popup, unrecorded

from cxcheck.checks import popup_while_typing
from cxcheck.model.finding import CheckOutcome, Severity
from cxcheck.model.popup import PopupKind
from cxcheck.testing import Story


def form() -> Story:
    """Typed at 1 s and 3 s, sent at 5 s, the next page at 6 s."""
    story = Story().step("Fill", 0).document(0, painted_ms=50).type("E-mail", 1000, 5).type("Street", 3000, 5)
    return story.press("Send", 5000).document(6000, painted_ms=6100)


def found(t_ms: float, *, story: Story | None = None, **facts) -> list:
    return list(judged(popup_while_typing, popup(t_ms=t_ms, **facts), story=story or form()).findings)


def test_between_two_fields_it_is_found_and_critical():
    (finding,) = found(2000)
    assert finding.severity is Severity.CRITICAL
    assert (finding.value, finding.unit, finding.limit) == (1, "count", 0)
    assert (finding.step, finding.t_ms, finding.popup, finding.target.name) == (1, 2000, 1, "E-mail")
    assert finding.sentence == "A newsletter pop-up (“10 % off”) came up while the customer was filling in “E-mail”."


@pytest.mark.parametrize(("t_ms", "count"), [(500, 0), (1500, 1), (4000, 1), (5500, 0), (6500, 0)])
def test_from_the_first_field_until_it_is_sent(t_ms, count):
    assert len(found(t_ms)) == count


def test_a_press_in_mid_form_does_not_send_it():
    story = Story().step("Fill", 0).document(0, painted_ms=50).type("E-mail", 1000, 5).press("Show", 1500)
    assert [finding.target.name for finding in found(2000, story=story.type("Street", 3000, 5))] == ["E-mail"]
    assert (
        found(2000, story=Story().step("Fill", 0).document(0, painted_ms=50).type("a", 1000, 5).press("b", 1500)) == []
    )


def test_what_was_typed_in_a_popup_is_no_form_of_the_customers():
    story = Story().step("Fill", 0).popup("news", 500, cover_ratio=0.2)
    story.add("gesture/typed", 1000, characters=9, field_kind="email", target={"popup": "news"}, until_ms=1100)
    assert judged(popup_while_typing, popup(t_ms=2000), story=story).outcome is CheckOutcome.NOT_APPLICABLE


@pytest.mark.parametrize("kind", [PopupKind.TOAST, PopupKind.NATIVE, PopupKind.PERMISSION, PopupKind.WINDOW])
def test_what_needs_no_closing_and_what_has_a_check_of_its_own_is_not_told(kind):
    assert found(2000, kind=kind) == []


def test_one_that_was_asked_for_is_not():
    assert found(2000, asked_for=True) == []


def test_without_a_form_it_does_not_apply():
    assert judged(popup_while_typing, popup()).outcome is CheckOutcome.NOT_APPLICABLE


def test_a_form_without_a_popup_passes():
    assert judged(popup_while_typing, story=form()).outcome is CheckOutcome.PASS


@pytest.mark.parametrize("table", ["popups", "gestures", "screens"])
def test_not_recorded_is_not_measured(table):
    assert unrecorded(popup_while_typing, table, popup()).outcome is CheckOutcome.NOT_MEASURED

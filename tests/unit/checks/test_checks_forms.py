"""What the fields of a form are like: each check fires on its fault, and is silent on the clean twin."""

import pytest
from popup_tables import unrecorded

from cxcheck.checks import (
    autofill_hindered,
    consent_preticked,
    field_without_label,
    keypad_wrong,
    password_unseen,
    too_many_fields,
)
from cxcheck.checks.run import run_checks
from cxcheck.model.finding import CheckOutcome, CheckResult, Severity
from cxcheck.model.persona import Hands, Persona
from cxcheck.testing import Story

TOM = Persona(key="tom", title="Tom")
MARIA = Persona(key="maria", title="Maria", hands=Hands(input="touch"))
FORMS = [autofill_hindered, consent_preticked, field_without_label, keypad_wrong, password_unseen, too_many_fields]

MAIL = {"label": "E-mail", "type": "email", "autocomplete": "email"}
NAME = {"label": "Full name", "autocomplete": "shipping name"}
PHONE = {"label": "Phone", "type": "tel", "autocomplete": "tel"}
CARD = {"label": "Card number", "inputmode": "numeric", "autocomplete": "cc-number"}
WORD = {"label": "Password", "type": "password", "autocomplete": "current-password", "beside": ["Show"]}
NEWS = {"label": "Send me offers by e-mail", "type": "checkbox"}


def filled(*fields: dict, **form) -> Story:
    """A form, all of it filled in."""
    story = Story().step("Where to?", 0).document(100, painted_ms=300, url="https://shop.example/a?b", lang="en")
    story.form(1000, *fields, **form)
    for number, field in enumerate(fields):
        story.type(field["label"] or field["placeholder"], 1100 + 100 * number, 5)
    return story


def judged(check, story: Story, persona=TOM) -> CheckResult:
    (result,) = run_checks([check], story.end(9000).artifacts(), persona)
    return result


def sentences(check, *fields: dict, persona=TOM, **form) -> list[str]:
    return [finding.sentence for finding in judged(check, filled(*fields, **form), persona).findings]


@pytest.mark.parametrize("check", FORMS)
def test_a_form_as_it_should_be_passes(check):
    result = judged(check, filled(MAIL, NAME, PHONE, CARD, WORD, NEWS), MARIA)
    assert (result.outcome, result.findings) == (CheckOutcome.PASS, ())


@pytest.mark.parametrize("check", FORMS)
def test_no_form_is_no_matter(check):
    assert judged(check, Story().step("Look", 0), MARIA).outcome is CheckOutcome.NOT_APPLICABLE


@pytest.mark.parametrize("check", FORMS)
def test_not_recorded_is_not_measured(check):
    result = unrecorded(check, "forms")
    assert result.outcome is CheckOutcome.NOT_MEASURED


@pytest.mark.parametrize("check", FORMS)
def test_a_form_in_a_popup_that_nobody_asked_for_is_the_interruptions(check):
    bad = [{"label": "", "placeholder": "E-mail", "labelled": "placeholder"}, NEWS | {"ticked": True}]
    story = Story().step("Look", 0).popup("p", 500, cover_ratio=0.3).form(1000, *bad, *[NAME] * 20, popup="p")
    assert judged(check, story, MARIA).outcome is CheckOutcome.NOT_APPLICABLE


class TestAutofill:
    def test_what_tells_nothing_is_named(self):
        bare = [{"label": name} for name in ("First name", "Last name", "Street", "Town", "Postcode")]
        result = judged(autofill_hindered, filled(*bare, MAIL))
        (finding,) = result.findings
        assert finding.sentence == (
            "5 of 6 personal fields do not tell browsers what belongs into them: “First name”, “Last name”, “Street”, "
            "“Town” and 1 more."
        )
        assert (finding.severity, finding.value, finding.unit, finding.limit) == (Severity.SERIOUS, 0.167, "ratio", 1)
        assert (finding.step, finding.t_ms, finding.target.selector) == (1, 1000, "#First name")

    def test_the_odd_one_is_moderate(self):
        (finding,) = judged(autofill_hindered, filled(MAIL, NAME, {"label": "Phone", "type": "tel"})).findings
        assert finding.severity is Severity.MODERATE

    def test_off_is_said_to_forbid_it(self):
        assert sentences(autofill_hindered, {"label": "Full name", "autocomplete": "off"}) == [
            "1 of 1 personal fields forbid browsers to fill them in: “Full name”."
        ]

    @pytest.mark.parametrize("label", ["Search", "Quantity", "Voucher code", "Order notes", "House number"])
    def test_what_nobody_has_stored_needs_none(self, label):
        assert sentences(autofill_hindered, MAIL, {"label": label}) == []

    def test_a_form_that_comes_back_is_told_once(self):
        story = filled({"label": "Full name"}).document(3000, painted_ms=3100, url="https://shop.example/a")
        assert len(judged(autofill_hindered, story.form(4000, {"label": "Full name"})).findings) == 1


class TestKeypad:
    @pytest.mark.parametrize(
        ("field", "missing"),
        [
            ({"label": "E-mail", "autocomplete": "email"}, "the @"),
            ({"label": "Phone", "autocomplete": "tel"}, "the digits"),
            ({"label": "Card number", "autocomplete": "cc-number"}, "the digits"),
            ({"label": "Security code", "type": "password", "autocomplete": "cc-csc"}, "the digits"),
            (PHONE | {"inputmode": "text"}, "the digits"),
        ],
    )
    def test_letters_where_others_are_needed(self, field, missing):
        wanted = f"For “{field['label']}” the phone shows its letters; {missing} must be looked for."
        assert sentences(keypad_wrong, field, persona=MARIA) == [wanted]

    def test_whoever_has_a_keyboard_does_not_notice(self):
        assert judged(keypad_wrong, filled({"label": "Phone"})).outcome is CheckOutcome.NOT_APPLICABLE

    @pytest.mark.parametrize(
        "field", [{"label": "E-mail or username", "autocomplete": "username"}, {"label": "Postcode"}, NAME]
    )
    def test_letters_where_they_are_right(self, field):
        assert sentences(keypad_wrong, field, MAIL, persona=MARIA) == []

    def test_what_was_left_empty_was_not_felt(self):
        story = Story().step("Where to?", 0).form(1000, {"label": "Phone"}, MAIL).type("E-mail", 1200, 9)
        assert judged(keypad_wrong, story, MARIA).outcome is CheckOutcome.PASS


class TestLabels:
    def test_a_placeholder_alone_is_none(self):
        bare = {"label": "", "placeholder": "Town", "labelled": "placeholder"}
        assert sentences(field_without_label, NAME, bare) == [
            "What belongs into “Town” stands only in the field itself, until something is typed."
        ]

    def test_nor_is_nothing(self):
        assert sentences(field_without_label, NAME | {"labelled": "none"}) == [
            "Nothing that can be seen beside the field says what belongs into “Full name”."
        ]

    @pytest.mark.parametrize(
        "field",
        [
            NAME | {"labelled": "text"},
            {"label": "Search", "type": "search", "labelled": "placeholder"},
            {"label": "Country", "type": "select", "labelled": "none"},
            {"label": "Quantity", "labelled": "none"},
        ],
    )
    def test_what_is_told_otherwise_is_told(self, field):
        assert sentences(field_without_label, MAIL, field) == []

    def test_what_was_passed_over_was_not_asked(self):
        extra = {"label": "Fax", "labelled": "placeholder"}
        story = Story().step("Where to?", 0).form(1000, MAIL, extra).type("E-mail", 1200, 9)
        assert judged(field_without_label, story).outcome is CheckOutcome.PASS


class TestPassword:
    @pytest.mark.parametrize("beside", [[], ["Forgot your password?"]])
    def test_nothing_that_shows_it(self, beside):
        assert sentences(password_unseen, MAIL, WORD | {"beside": beside}) == [
            "“Password” had to be typed behind dots: nothing at the field shows it."
        ]

    @pytest.mark.parametrize("beside", [["Show"], [""], ["Forgot your password?", ""], ["Toggle password visibility"]])
    def test_something_that_may(self, beside):
        assert sentences(password_unseen, WORD | {"beside": beside}) == []

    def test_a_box_that_does(self):
        box = {"label": "Show password", "type": "checkbox"}
        assert sentences(password_unseen, WORD | {"beside": []}, box) == []

    def test_two_in_one_form_are_told_once(self):
        blind = [WORD | {"label": label, "beside": []} for label in ("New password", "Repeat password")]
        assert len(sentences(password_unseen, *blind)) == 1

    def test_the_code_of_a_card_is_no_password(self):
        assert sentences(password_unseen, WORD, {"label": "Security code", "type": "password", "beside": []}) == []


class TestTooMany:
    @pytest.mark.parametrize(("count", "found"), [(12, 0), (13, 1)])
    def test_more_than_twelve(self, count, found):
        fields = [{"label": f"Thing {n}"} for n in range(count)]
        result = judged(too_many_fields, filled(*fields, NEWS, {"label": "Search"}, {"label": "Mr", "type": "radio"}))
        assert (result.value, len(result.findings)) == (count, found)

    def test_all_forms_of_the_way_count(self):
        story = filled(*[{"label": f"Thing {n}"} for n in range(10)])
        story.form(3000, *[{"label": f"Piece {n}"} for n in range(5)], selector="#card")
        (finding,) = judged(too_many_fields, story).findings
        assert finding.sentence == (
            "The customer was asked for 15 things, 10 of them in one form; 5 could be left as they were."
        )
        assert (finding.value, finding.limit, finding.t_ms) == (15, 12, 1000)


class TestConsent:
    @pytest.mark.parametrize("label", ["Send me offers by e-mail", "Yes, the newsletter please", "Marketing"])
    def test_advertising_is_taken_for_granted(self, label):
        (finding,) = judged(consent_preticked, filled(MAIL, NEWS | {"label": label, "ticked": True})).findings
        assert finding.sentence == f"“{label}” was ticked before the customer had said anything."
        assert (finding.severity, finding.target.role) == (Severity.SERIOUS, "checkbox")

    @pytest.mark.parametrize(
        "label", ["Keep me signed in", "The same address for the bill", "Do not send me offers", "I accept the terms"]
    )
    def test_other_boxes_may_be_ticked(self, label):
        box = {"label": label, "type": "checkbox", "ticked": True}
        assert sentences(consent_preticked, MAIL, NEWS, box) == []

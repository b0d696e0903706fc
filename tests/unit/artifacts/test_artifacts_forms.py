"""Fields filled in, forms refused, the till's questions and totals: what the customer's verbs tell."""

from decimal import Decimal

import pytest

from cxcheck.model.artifact import NotRecorded
from cxcheck.model.event import Clock
from cxcheck.testing import Story

PLAIN = Story().step("Sign up", 0).type("E-mail", 1000, 20).press("Send", 3000).change(3100).end(9000).artifacts()


def test_a_filling_knows_its_screen_its_form_and_the_gesture_that_did_it():
    story = Story().step("A", 0).document(10, painted_ms=300).press("E-mail", 900, role="textbox")
    story.fill("email", 1000, label="E-mail", form=2, repeat=True)
    (filling,) = story.end(9000).artifacts().fillings.items
    assert (filling.what, filling.label, filling.screen, filling.form, filling.step) == ("email", "E-mail", 1, 2, 1)
    assert (filling.repeat, filling.again, filling.credentials) == (True, False, False)
    assert filling.gesture_ms == 900  # the press into the field belongs to it


def test_of_two_fillings_of_one_field_each_has_its_own_gesture():
    story = Story().step("A", 0).fill("email", 1000).press("Send", 2000).change(2100).fill("email", 4000, again=True)
    first, second = story.end(9000).artifacts().fillings.items
    assert (first.gesture_ms, second.gesture_ms) == (1000, 4000)


@pytest.mark.parametrize("selector", ["#elsewhere", ""])
def test_a_filling_whose_gesture_cannot_be_told(selector):
    story = Story().step("A", 0).type("E-mail", 1000, 20)
    story.add("customer/filled", 1200, clock=Clock.RECORDER, what="email", label="E-mail", selector=selector)
    (filling,) = story.end(9000).artifacts().fillings.items
    assert (filling.gesture_ms, filling.form) == (None, -1)


def test_a_visit_without_fields_has_no_fillings():
    tables = Story().step("A", 0).press("Go", 900).change(1000).end(9000).artifacts()
    assert (tables.fillings.items, tables.fillings.untold_step, tables.refusals.items) == ((), 0, ())


def test_plain_calls_tell_nothing():
    for table in (PLAIN.fillings, PLAIN.refusals, PLAIN.identifications, PLAIN.totals):
        assert isinstance(table, NotRecorded)
        assert "plain Playwright calls" in table.reason


def test_a_step_of_plain_calls_among_others_is_told():
    story = Story().step("A", 0).fill("email", 1000).step("B", 3000).type("Card", 4000, 16).end(9000)
    assert story.artifacts().fillings.untold_step == 2


def test_what_was_typed_into_a_popup_needs_no_telling():
    story = Story().step("A", 0).popup("a", 100, cover_ratio=0.6)
    target = {"selector": "#mail", "role": "textbox", "name": "E-mail", "popup": "a"}
    story.add("gesture/typed", 900, characters=9, field_kind="email", target=target, until_ms=1000)
    assert story.end(9000).artifacts().fillings.untold_step == 0


def test_a_refusal():
    story = (
        Story()
        .step("A", 0)
        .refused(900, says=["No."], fields=["Phone"], lost=["City"], lost_secret=["CVC"], what="phone", rule_shown=True)
    )
    (refusal,) = story.end(9000).artifacts().refusals.items
    assert (refusal.t_ms, refusal.step, refusal.says, refusal.fields) == (900, 1, ("No.",), ("Phone",))
    assert (refusal.lost, refusal.lost_secret, refusal.what, refusal.rule_shown) == (("City",), ("CVC",), "phone", True)


def test_a_refusal_of_which_little_is_known():
    story = Story().step("A", 0).add("customer/refused", 900, clock=Clock.RECORDER, says=None)
    (refusal,) = story.end(9000).artifacts().refusals.items
    assert (refusal.says, refusal.lost, refusal.what, refusal.rule_shown) == ((), (), "", None)


def test_the_till():
    story = Story().step("Buy", 0).press("Checkout", 100).change(200).identified("guest", 900)
    tables = story.read_total("63.50", 1200, place="review", delivery_said=True, delivery="3.50").end(9000).artifacts()
    (identified,), (total,) = tables.identifications.items, tables.totals.items
    assert (identified.how, identified.step) == ("guest", 1)
    assert (total.amount, total.currency, total.place) == (Decimal("63.50"), "GBP", "review")
    assert (total.delivery_said, total.delivery, total.money) == (True, Decimal("3.50"), "£63.50")


def test_searches_found_and_missed():
    story = Story().step("A", 0).found("sign in", 500, found="Log in", in_view=False, detours=2)
    found, missed = story.missed("forgot password", 900).end(9000).artifacts().searches.items
    assert (found.found, found.in_view, found.detours, found.missed) == ("Log in", False, 2, False)
    assert (missed.intent, missed.found, missed.in_view, missed.missed) == ("forgot password", "", None, True)

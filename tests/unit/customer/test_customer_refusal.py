"""Whether a page is content with a form, or what it wants."""

from seen import button, field, message, sight

from cxcheck.customer.refusal import refusal

EN = ("en",)
FORM = (field("E-mail", filled=9), field("Phone"), button("Send"))
BEFORE = sight(*FORM)


def refused(after, form=0, filled=("#x0",), before=BEFORE):
    return refusal(after, form, list(filled), before, EN)


def test_nothing_said_is_no_refusal():
    assert refused(sight(*FORM)) is None
    assert refused(sight(), form=None) is None


def test_a_message_beside_a_field():
    after = sight(field("E-mail", filled=9), field("Phone", error="Please enter a number"), button("Send"))
    found = refused(after)
    assert (found.says, [one.label for one in found.fields]) == (("Please enter a number",), ["Phone"])


def test_a_message_at_the_top_that_leads_to_the_field():
    found = refused(sight(*FORM, messages=[message("Something is missing", leads_to=["#x1"])]))
    assert [one.label for one in found.fields] == ["Phone"]


def test_a_message_at_the_top_that_names_an_empty_field():
    found = refused(sight(*FORM, messages=[message("Please fill in: phone")]))
    assert [one.label for one in found.fields] == ["Phone"]


def test_a_message_that_names_a_field_that_is_filled_in_does_not_mean_it_is_empty():
    found = refused(sight(*FORM, messages=[message("This e-mail is already registered")]))
    assert found.fields == ()


def test_a_message_that_stood_there_before_is_no_answer():
    old = [message("Errors in prices excepted")]
    assert refused(sight(*FORM, messages=old), before=sight(*FORM, messages=old)) is None


def test_the_same_on_a_new_document_is_one():
    wrong = [message("Please try again")]
    before = sight(*FORM, messages=wrong, opened=1.0)
    assert refused(sight(*FORM, messages=wrong, opened=2.0), before=before).says == ("Please try again",)


def test_good_news_in_red_is_no_refusal():
    assert refused(sight(*FORM, messages=[message("Thanks for registering!")])) is None


def test_good_news_outdoes_a_complaint_that_was_left_standing():
    left = [message("Please try again")]
    assert refused(sight(*FORM, messages=left, text="Your account has been created")) is None


def test_without_the_form_only_a_plain_complaint_counts():
    assert refused(sight(messages=[message("You have 3 new offers")]), form=None) is None
    assert refused(sight(messages=[message("Payment failed")]), form=None).says == ("Payment failed",)


def test_what_was_filled_in_and_came_back_empty_is_lost():
    after = sight(field("E-mail"), field("Phone", error="Please enter a number"), button("Send"))
    assert [one.label for one in refused(after).lost] == ["E-mail"]
    assert refused(after, filled=()).lost == ()

"""What a form is for, what of it a person fills in, and which button sends it."""

import pytest
from seen import button, control, field, sight

from cxcheck.customer.forms import card_choice, kind_in, radio_groups, submit_control, to_fill_in
from cxcheck.customer.purposes import form_for, is_for_news, is_here, purpose_of

EN = ("en",)
EMAIL = field("E-mail")
PASSWORD = field("Password", type="password")


def to_fill(*fields, demanded=(), spoken=EN):
    seen = sight(*fields)
    return [one.label for one in to_fill_in(seen.fields, seen, spoken, demanded=demanded)]


class TestPurpose:
    @pytest.mark.parametrize(
        ("fields", "press", "purpose"),
        [
            ((EMAIL, PASSWORD), "Sign in", "sign in"),
            ((EMAIL, PASSWORD), "Create account", "sign up"),
            ((EMAIL, PASSWORD, field("Repeat password", type="password")), "Go", "sign up"),
            ((field("Street address"), field("City"), field("Postcode")), "Continue", "address"),
            ((field("Card number"), field("Expiry date"), field("CVC")), "Pay now", "payment"),
            ((EMAIL,), "Continue as guest", "guest"),
            ((field("Search"),), "Go", ""),
            ((field("Quantity"),), "Add to basket", ""),
            ((field("Voucher code"),), "Apply", ""),
        ],
    )
    def test_by_what_it_asks_for_and_says(self, fields, press, purpose):
        assert purpose_of(sight(*fields, button(press)), 0, EN) == purpose

    def test_of_two_side_by_side_each_is_found(self):
        second = [one.model_copy(update={"form": 1}) for one in (EMAIL, PASSWORD)]
        seen = sight(EMAIL, PASSWORD, button("Sign in"), *second, button("Create account", form=1))
        assert [form_for(seen, what, EN) for what in ("sign in", "sign up")] == [0, 1]

    def test_a_way_in_is_no_sign_up_though_the_page_says_join(self):
        seen = sight(EMAIL, PASSWORD, button("Sign in"), heading="Join us", title="Create account")
        assert form_for(seen, "sign up", EN) is None

    def test_a_newsletter_is_none_of_them(self):
        seen = sight(EMAIL, button("Sign up"), headings=["Join our newsletter"])
        assert is_for_news(seen, 0, EN)
        assert [form_for(seen, what, EN) for what in ("sign up", "guest", "sign in")] == [None] * 3

    def test_an_address_alone_in_the_footer_is_one_in_any_language(self):
        assert is_for_news(sight(field("Sähköposti", type="email", region="footer"), button("Tilaa")), 0, ("fi",))

    def test_a_guests_form_with_a_box_for_news_is_none(self):
        seen = sight(EMAIL, field("Send me the newsletter", type="checkbox"), button("Continue as guest"))
        assert not is_for_news(seen, 0, EN)
        assert form_for(seen, "guest", EN) == 0

    def test_it_is_here_only_with_its_password(self):
        assert is_here(sight(EMAIL, PASSWORD, button("Sign in")), "sign in", EN)
        assert not is_here(sight(EMAIL, button("Sign up")), "sign up", EN)

    def test_who_signs_up_gives_a_new_password(self):
        seen = sight(EMAIL, PASSWORD)
        assert [kind_in(seen.fields[1], seen, EN, what) for what in ("sign up", "sign in")] == [
            "new password",
            "password",
        ]


class TestToFillIn:
    def test_where_nothing_is_marked_all_but_what_is_passed_over(self):
        fields = [
            field(label)
            for label in ("E-mail", "Company", "Phone", "Voucher code", "Favourite colour", "City (optional)")
        ]
        assert to_fill(*fields) == ["E-mail", "Phone"]

    def test_where_some_are_marked_only_those(self):
        assert to_fill(field("E-mail", required=True), field("Phone"), field("City", required=True)) == [
            "E-mail",
            "City",
        ]

    def test_a_password_marked_or_not(self):
        assert to_fill(field("E-mail", required=True), PASSWORD) == ["E-mail", "Password"]

    def test_what_stands_there_stays(self):
        assert to_fill(field("E-mail", filled=12), field("Phone")) == ["Phone"]

    def test_what_a_message_asks_for(self):
        assert to_fill(field("E-mail", required=True), field("Company"), demanded=["#x1"]) == ["E-mail", "Company"]

    def test_the_terms_and_not_the_news(self):
        boxes = [field(label, type="checkbox") for label in ("I accept the terms", "Newsletter", "Remember me")]
        assert to_fill(*boxes) == ["I accept the terms"]
        assert to_fill(*(box.model_copy(update={"required": True}) for box in boxes)) == [
            "I accept the terms",
            "Remember me",
        ]

    def test_not_what_cannot_be_written(self):
        assert to_fill(field("E-mail", editable=False), field("Photo", type="file")) == []

    def test_a_country_that_the_site_guessed(self):
        assert to_fill(field("Country", type="select", filled=2)) == ["Country"]


class TestSubmit:
    def test_its_own_and_not_one_beside_it(self):
        seen = sight(EMAIL, button("Show", submits=False), button("Whatever"), button("Send", form=-1))
        assert submit_control(seen, 0, EN).name == "Whatever"

    def test_of_several_the_one_named_for_it(self):
        seen = sight(EMAIL, button("Apply voucher"), button("Create account"))
        assert submit_control(seen, 0, EN, "sign up").name == "Create account"

    def test_also_one_that_is_disabled(self):
        assert not submit_control(sight(EMAIL, button("Send", enabled=False)), 0, EN).enabled

    def test_never_a_link(self):
        assert submit_control(sight(EMAIL, control("Send", form=0)), 0, EN) is None


class TestRadios:
    def radio(self, label, group="way", **facts):
        return field(label, type="radio", group=group, **facts)

    def test_those_of_one_name_belong_together(self):
        seen = sight(self.radio("a"), self.radio("b", group="other"), self.radio("c"))
        assert [[one.label for one in group] for group in radio_groups(seen.fields)] == [["a", "c"], ["b"]]

    @pytest.mark.parametrize(
        ("labels", "spoken", "card"),
        [
            (("PayPal", "Credit card"), EN, "Credit card"),
            (("Rechnung", "Kreditkarte"), ("de",), "Kreditkarte"),
            (("Virement", "Carte bancaire"), ("fr",), "Carte bancaire"),
            (("Gift card", "Invoice"), EN, None),
            (("Standard", "Express"), EN, None),
        ],
    )
    def test_paying_by_card(self, labels, spoken, card):
        choice = card_choice(sight(*map(self.radio, labels)).fields, spoken)
        assert (choice.label if choice else None) == card

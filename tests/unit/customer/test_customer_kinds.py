"""Knowing what a field asks for."""

import pytest
from seen import field

from cxcheck.customer.sight import Field
from cxcheck.lexicon.kinds import field_kind

SPOKEN = ("en",)


def kind(one: Field, *others: Field, spoken=SPOKEN) -> str:
    return field_kind(one, [one, *others], spoken)


class TestFieldKind:
    @pytest.mark.parametrize(
        ("token", "said"),
        [
            ("email", "email"),
            ("username", "username"),
            ("given-name", "given name"),
            ("family-name", "family name"),
            ("name", "name"),
            ("section-a shipping given-name", "given name"),
            ("postal-code", "postcode"),
            ("shipping address-line1", "street"),
            ("cc-exp-month", "card expiry"),
            ("off", ""),
        ],
    )
    def test_by_autocomplete_token(self, token, said):
        assert kind(field("???", autocomplete=token)) == said

    def test_the_token_is_believed_before_the_label(self):
        assert kind(field("Your name", autocomplete="email")) == "email"

    @pytest.mark.parametrize("type_", ["email", "search"])
    def test_by_type(self, type_):
        assert kind(field("???", type=type_)) == type_

    @pytest.mark.parametrize(
        ("label", "said"),
        [
            ("E-mail address *", "email"),
            ("Your e-mail", "email"),
            ("First name", "given name"),
            ("Surname", "family name"),
            ("Full name", "name"),
            ("What are you looking for?", "search"),
            ("Shoe size", ""),
            ("", ""),
        ],
    )
    def test_by_label_or_placeholder(self, label, said):
        """What stands in an empty field is its label where it has no other."""
        assert kind(field(label)) == said

    def test_by_name_or_id_where_the_label_says_nothing(self):
        assert kind(field("", key="customer_email email")) == "email"
        assert kind(field("", key="first-name id_first")) == "given name"

    def test_in_another_language(self):
        assert kind(field("Correo electrónico"), spoken=("es-MX",)) == "email"

    def test_a_user_name_that_is_called_e_mail_is_one(self):
        assert kind(field("E-mail address", autocomplete="username")) == "email"

    def test_the_page_says_so_only_over_the_pieces(self):
        assert kind(field("Digits 5 to 8", legend="Card number")) == "card number"
        assert kind(field("Month", type="select", legend="Date of birth")) == "birthday"

    def test_a_legend_over_other_things_names_none_of_them(self):
        assert kind(field("Floor", legend="Address")) == ""

    @pytest.mark.parametrize(
        ("label", "said"),
        [("I accept the terms", "terms"), ("Send me the newsletter", "newsletter"), ("Remember me", "")],
    )
    def test_a_box_is_for_terms_or_news_or_nothing_known(self, label, said):
        assert kind(field(label, type="checkbox")) == said

    def test_card_numbers_are_typed_on_the_keypad_of_a_telephone(self):
        assert kind(field("Card number", type="tel")) == "card number"

    def test_a_second_address_in_a_form_is_the_same_again(self):
        one = field("E-mail", type="email", index=1, selector="#a")
        two = field("E-mail", type="email", index=2, selector="#b")
        assert [kind(one, two), kind(two, one)] == ["email", "confirm email"]
        assert kind(two, one.model_copy(update={"form": 1})) == "email"

    @pytest.mark.parametrize("type_", ["checkbox", "radio", "file", "range", "color"])
    def test_what_takes_no_text_is_none_of_them(self, type_):
        assert kind(field("Email", type=type_)) == ""


class TestPasswords:
    def password(self, label: str = "Password", **facts) -> Field:
        return field(label, type="password", **facts)

    def test_one_alone_is_the_one_they_have(self):
        assert kind(self.password()) == "password"

    def test_of_two_in_a_form_both_are_new(self):
        one, two = self.password(), self.password("Once more", selector="#y")
        assert [kind(one, two), kind(two, one)] == ["new password", "new password"]

    def test_two_in_two_forms_are_not(self):
        assert kind(self.password(form=0), self.password(form=1)) == "password"

    def test_one_that_cannot_be_seen_is_not_counted(self):
        assert kind(self.password(), self.password(visible=False, selector="#y")) == "password"

    @pytest.mark.parametrize("label", ["New password", "Choose a password", "Confirm password"])
    def test_one_that_says_so_is_new(self, label):
        assert kind(self.password(label)) == "new password"

    def test_the_token_tells_one_from_the_other(self):
        now = self.password(autocomplete="current-password")
        new = self.password(autocomplete="new-password", selector="#y")
        assert [kind(now, new), kind(new, now)] == ["password", "new password"]

    def test_the_token_makes_a_single_one_new(self):
        assert kind(self.password(autocomplete="new-password")) == "new password"

    def test_shown_as_plain_text_it_is_known_by_its_token(self):
        assert kind(field("Password", autocomplete="new-password")) == "new password"

"""Choosing among look-alikes, and knowing what a field asks for."""

import pytest

from cxcheck.customer.choose import choose, field_kind, likeness
from cxcheck.customer.sight import Control, Field
from cxcheck.lexicon import phrases

SPOKEN = ("en",)
BOX = {"x_px": 0, "y_px": 0, "width_px": 80, "height_px": 20}
SEEN = {
    "index": 0, "selector": "#x", "box": BOX, "visible": True, "in_view": True, "enabled": True, "form": -1,
    "region": "", "overlay": None,
}  # fmt: skip


def control(name: str, **facts) -> Control:
    return Control(**({**SEEN, "name": name, "role": "link", "href": "", "expanded": "", "submits": False} | facts))


def field(label: str = "", **facts) -> Field:
    known = {
        **SEEN, "name": label, "label": label, "type": "text", "autocomplete": "", "key": " ", "required": False,
        "filled": 0, "form": 0,
    }  # fmt: skip
    return Field(**(known | facts))


def chosen(intent: str, *controls: Control, spoken=SPOKEN) -> tuple[str, bool] | None:
    choice = choose(controls, intent, spoken)
    return choice and (choice.control.name, choice.sure)


class TestChoose:
    def test_the_one_in_the_header_and_not_the_one_in_the_footer(self):
        footer = control("Sign in", region="footer", href="/partners", selector="#b")
        header = control("Sign in", region="header", href="/login", selector="#a")
        choice = choose([footer, header], "sign in", SPOKEN)
        assert (choice.control.selector, choice.sure) == ("#a", True)

    def test_the_one_in_the_footer_where_there_is_no_other(self):
        assert chosen("sign in", control("Sign in", region="footer"), control("Basket")) == ("Sign in", True)

    def test_the_one_in_view_and_not_the_one_further_down(self):
        below = control("Sign in", in_view=False, selector="#b")
        choice = choose([below, control("Sign in", selector="#a")], "sign in", SPOKEN)
        assert choice.control.selector == "#a"

    @pytest.mark.parametrize(
        ("intent", "name"),
        [
            ("sign up", "Create account"),
            ("sign in", "Sign in"),
            ("forgot password", "Forgot your password?"),
            ("sign out", "Log out"),
        ],
    )
    def test_the_one_that_is_meant_among_many(self, intent, name):
        names = ["Home", "Sign in", "Create account", "Forgot your password?", "Basket (0)", "Log out", "Help"]
        assert chosen(intent, *(control(each) for each in names)) == (name, True)

    def test_a_name_of_more_words_than_the_phrase(self):
        assert chosen("sign up", control("Create account now"), control("News")) == ("Create account now", True)

    def test_the_shorter_of_two_names_that_say_it(self):
        long = control("Sign in to see the prices for your company")
        assert chosen("sign in", long, control("Sign in")) == ("Sign in", True)

    def test_two_that_say_it_as_well_are_a_guess(self):
        found = chosen("sign in", control("Log in", href="/a"), control("Sign in", href="/b"))
        assert found == ("Sign in", False)

    def test_two_that_lead_to_the_same_place_are_none(self):
        assert chosen("sign in", control("Log in", href="/a"), control("Sign in", href="/a")) == ("Sign in", True)

    def test_two_of_one_name_are_none(self):
        assert chosen("sign in", control("Sign in", href="/a"), control("Sign in", href="/b")) == ("Sign in", True)

    def test_in_the_pages_language(self):
        found = chosen("sign in", control("Ayuda"), control("Iniciar sesión"), spoken=("es",))
        assert found == ("Iniciar sesión", True)

    @pytest.mark.parametrize("names", [[], ["Basket", "Help"], ["Significant others"], [""]])
    def test_nothing_comes_near(self, names):
        assert chosen("sign in", *(control(name) for name in names)) is None

    def test_one_that_cannot_be_pressed_is_not_chosen(self):
        assert chosen("sign in", control("Sign in", enabled=False)) is None

    def test_an_intent_that_no_lexicon_knows_is_its_own_name(self):
        assert chosen("gift cards", control("Gifts"), control("Gift cards")) == ("Gift cards", True)


class TestLikeness:
    def test_from_the_same_words_down_to_none(self):
        wanted = ("create account",)
        names = ["Create account", "Create account now", "Create your free account", "Account", ""]
        found = [likeness(name, wanted) for name in names]
        assert found[0] == 1
        assert found == sorted(found, reverse=True)
        assert len(set(found[:4])) == 4
        assert found[3:] == [0, 0]

    def test_the_usual_words_stand_first(self):
        assert likeness("Log in", ("log in", "sign in")) > likeness("Sign in", ("log in", "sign in"))

    def test_never_more_than_one(self):
        for key in ("sign in", "sign up", "close", "accept"):
            for phrase in phrases("intents", key):
                assert 0.9 < likeness(phrase, phrases("intents", key)) <= 1


def kind(one: Field, *others: Field, spoken=SPOKEN) -> str:
    return field_kind(one, [one, *others], spoken)


class TestFieldKind:
    @pytest.mark.parametrize(
        ("token", "said"),
        [
            ("email", "email"),
            ("username", "email"),
            ("given-name", "given name"),
            ("family-name", "family name"),
            ("name", "name"),
            ("section-a shipping given-name", "given name"),
            ("postal-code", ""),
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

    @pytest.mark.parametrize("type_", ["checkbox", "radio", "date", "file", "select-one"])
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

"""Choosing among look-alikes."""

import pytest
from seen import control

from cxcheck.customer.choose import choose
from cxcheck.customer.sight import Control
from cxcheck.lexicon import phrases
from cxcheck.lexicon.likeness import likeness

SPOKEN = ("en",)


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

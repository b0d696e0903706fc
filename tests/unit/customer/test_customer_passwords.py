"""What sites say about passwords, and one that keeps to it."""

import re

import pytest

from cxcheck.customer.passwords import another, heeding, is_about_passwords, rule_of, said_before

EN = ("en",)
OLD = "m3QyHGQoZzVjvZ"

RULES = {
    "Your password must contain at least one special character.": r"[^\w\s]",
    "Use an uppercase letter, a lowercase letter and a digit": r"(?=.*[A-Z])(?=.*[a-z])(?=.*\d)",
    "One uppercase letter and one symbol, please": r"(?=.*[A-Z])(?=.*[^\w\s])",
    "The password must have at least 16 characters": r"^.{16,}$",
    "It must be at least 24 characters long": r"^.{24,}$",
    "At most 10 characters": r"^.{6,10}$",
    "Between 8-12 characters with a symbol": r"(?=.*[^\w\s])^.{8,12}$",
    "This password is too common": r"^.{8,}$",
}


@pytest.mark.parametrize("text", RULES)
def test_another_one_keeps_to_the_rule(text):
    new = another(OLD, text, EN)
    assert new != OLD
    assert OLD not in new
    assert re.search(RULES[text], new), new


def test_one_that_has_the_digits_that_are_asked_for_is_made_of_digits_alone():
    first = another(OLD, "6-8 digits", EN)
    assert re.fullmatch(r"\d{8}", another(first, "6-8 digits", EN))


@pytest.mark.parametrize(
    ("text", "spoken", "symbol"),
    [
        ("Das Passwort braucht mindestens ein Sonderzeichen", ("de",), True),
        ("La contraseña debe incluir un símbolo", ("es",), True),
        ("Le mot de passe doit contenir un caractère spécial", ("fr",), True),
        ("Das Passwort ist zu kurz", ("de",), False),
    ],
)
def test_in_the_pages_language(text, spoken, symbol):
    assert bool(re.search(r"[^\w\s]", another(OLD, text, spoken))) is symbol


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("At least 8 characters", {"length"}),
        ("One digit and one capital letter", {"digit", "uppercase"}),
        ("Please choose another password", set()),
    ],
)
def test_what_a_text_speaks_of(text, parts):
    assert rule_of(text, EN) == parts


def test_a_price_is_no_length():
    assert rule_of("Only £3 and 120 left", EN) == set()


def test_what_is_about_passwords():
    assert is_about_passwords("This password is too weak.", EN)
    assert not is_about_passwords("We could not reach the server.", EN)


def test_what_was_said_before_stands_beside_the_field_or_speaks_of_passwords():
    page = "Lamps from £8\nPasswords need a digit\nYour password: at least 9 characters"
    assert said_before("one symbol", page, EN) >= {"symbol", "length"}
    assert said_before("", "Lamps, 12 pieces", EN) == set()


@pytest.mark.parametrize("text", [text for text in RULES if "too common" not in text and "16" not in text])
def test_a_rule_that_is_stated_is_heeded_before_anything_is_refused(text):
    for hints, page in ((text, "Lamps"), ("Password", f"Join us\nPassword: {text}")):
        first = heeding(OLD, hints, page, EN)
        assert re.search(RULES[text], first), first
        assert heeding(first, hints, page, EN) == first


@pytest.mark.parametrize(
    ("hints", "page"),
    [
        ("Password", "Lamps, 24 pieces, with symbols"),
        ("At least 8 characters, one digit, one uppercase letter", ""),
        ("Do not use special characters", "Your password can't be entirely numeric."),
        ("Your password must contain at least 9 characters.", "Password"),
    ],
)
def test_a_password_that_keeps_to_what_is_said_stays(hints, page):
    assert heeding(OLD, hints, page, EN) == OLD

"""Secrets leave every text, in every form they turn up in; innocent texts stay as they are."""

import json
from html import escape
from urllib.parse import quote, quote_plus, unquote

import pytest

from cxcheck.redact import MASK, SHORTEST_BY_VALUE, Secrets, link_tokens

SECRET = 'Pä ss/w&"ö+rd%<1>'


@pytest.mark.parametrize(
    "form",
    [
        SECRET,
        quote(SECRET),
        quote(SECRET, safe=""),
        quote_plus(SECRET),
        escape(SECRET),
        json.dumps(SECRET)[1:-1],
        json.dumps(SECRET, ensure_ascii=False)[1:-1],
    ],
    ids=["plain", "url path", "url whole", "url form", "html", "json ascii", "json"],
)
def test_each_form_is_taken_out(form):
    assert Secrets([SECRET]).scrub(f"before {form} after {form}.") == f"before {MASK} after {MASK}."


def test_a_secret_known_in_its_escaped_form_is_found_in_plain():
    assert Secrets([quote("s3cret/value")]).scrub("it is s3cret/value") == f"it is {MASK}"


def test_several_secrets_the_longer_first():
    secrets = Secrets(["password-1", "password-1-and-more"])
    assert secrets.scrub("password-1-and-more password-1") == f"{MASK} {MASK}"


def test_signs_of_patterns_are_taken_literally():
    assert Secrets(["a.c*e+g(h"]).scrub("abcde+g(h a.c*e+g(h") == f"abcde+g(h {MASK}"


@pytest.mark.parametrize("short", ["", "123", "1234567", "  123456  "])
def test_short_values_are_left_alone(short):
    assert len(short.strip()) < SHORTEST_BY_VALUE
    assert Secrets([short]).scrub(f"order {short} of 1234567 items") == f"order {short} of 1234567 items"


def test_space_around_a_secret_is_not_part_of_it():
    assert Secrets(["  12345678\n"]).scrub("x12345678x") == f"x{MASK}x"


def test_nothing_known_nothing_changed():
    assert Secrets().scrub("a text") == "a text"


def test_added_later_it_is_taken_out_too():
    secrets = Secrets(["first-secret"])
    secrets.add("second-secret")
    assert secrets.scrub("first-secret second-secret") == f"{MASK} {MASK}"


def test_through_all_that_json_can_hold_but_not_keys():
    tree = {"s3cret-value": ["s3cret-value", {"a": ("x s3cret-value",)}], "n": 12345678, "t": True, "none": None}
    scrubbed = Secrets(["s3cret-value", "12345678"]).scrub_tree(tree)
    assert scrubbed == {"s3cret-value": [MASK, {"a": [f"x {MASK}"]}], "n": 12345678, "t": True, "none": None}


@pytest.mark.parametrize(
    ("url", "tokens"),
    [
        # Django: /reset/<id>/<token>/
        ("https://shop.example/reset/MQ/c8x1yz-0123456789abcdef01234567/", ["c8x1yz-0123456789abcdef01234567"]),
        ("https://shop.example/password/reset?token=abcDEF123456", ["abcDEF123456"]),
        ("https://shop.example/reset?uid=12&token=abc%2BDEF123456%3D", ["abc+DEF123456="]),
        ("https://shop.example/#token=abcDEF123456", ["abcDEF123456"]),
        ("https://shop.example/#token=abc%2BDEF123456", ["abc+DEF123456"]),
        ("https://shop.example/#/reset/abcDEF123456", ["abcDEF123456"]),
        ("https://shop.example/reset/abc%2Fdef%2F123456", ["abc/def/123456"]),
        ("https://shop.example/a1b2c3d4e5/?k=zyxwvu987654", ["zyxwvu987654", "a1b2c3d4e5"]),
        ("https://shop.example/reset?code=123456", []),
        ("https://shop.example/", []),
        ("https://shop.example", []),
    ],
)  # fmt: skip
def test_tokens_of_mailed_links(url, tokens):
    assert link_tokens(url) == tokens


@pytest.mark.parametrize(
    "path",
    [
        "/account/password/reset/", "/accounts/confirm-email/", "/auth/reset-password.php", "/customer/account/create",
        "/Identity/Account/ResetPassword", "/users/password_reset/", "/registration/verification/complete",
    ],
)  # fmt: skip
def test_ordinary_words_are_no_tokens(path):
    assert link_tokens(f"https://shop.example{path}") == []


def test_what_a_link_holds_is_taken_out_wherever_it_turns_up():
    secrets = Secrets()
    secrets.add_link("https://shop.example/reset/MQ/c8x1yz%2D0123456789abcdef/?next=%2F")
    for text in ("GET /reset/MQ/c8x1yz-0123456789abcdef/", unquote("/reset/MQ/c8x1yz%2D0123456789abcdef")):
        assert "0123456789abcdef" not in secrets.scrub(text)
    assert secrets.scrub("https://shop.example/reset/") == "https://shop.example/reset/"


@pytest.mark.parametrize(
    "url", ["https://shop.example/forgot-your-password/?utm_source=newsletter&to=maria.lopez@shop.example"]
)
def test_what_everybody_may_know_is_no_token(url):
    assert link_tokens(url) == []

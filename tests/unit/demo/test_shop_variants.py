"""Addresses of the demo shop which choose their own frictions."""

import re
import time

import pytest

from cxcheck.demo.app import ASKING
from cxcheck.demo.frictions import FRICTIONS

HOSTILE = "&lt;script&gt;alert(1)&lt;/script&gt; &#34;Tea&#34; \u202ePot\u202c"
HOSTILE_TITLE = f"<title>{HOSTILE} \N{EN DASH} Ashglaze</title>"


@pytest.mark.parametrize(
    ("friction", "path", "sign"),
    [
        ("cookie-banner", "/help", 'aria-label="Cookies"'),
        ("dead-button", "/password/forgotten", "dead-button.js"),
        ("hostile-text", "/", HOSTILE),
        ("newsletter-popup", "/", 'id="newsletter-popup"'),
        ("newsletter-popup", "/sign-in", 'id="newsletter-popup"'),
    ],
)
def test_prefix_chooses_exactly_its_frictions(visitor, friction, path, sign, monkeypatch):
    monkeypatch.setattr(time, "sleep", lambda seconds: None)  # some of the others are slow
    alike = {friction, "stacked-popups"} | (ASKING if friction in ASKING else set())
    others = "+".join(name for name in FRICTIONS if name not in alike)
    assert sign in visitor.get(f"/~{friction}{path}").text
    assert sign not in visitor.get(f"/~{others}{path}").text
    assert sign not in visitor.get(f"/~clean{path}").text


def test_offer_is_always_made_on_the_home_page(visitor):
    offer = "10 % off your first order"
    assert visitor.get("/~clean/").text.count(offer) == 1
    assert visitor.get("/~newsletter-popup/").text.count(offer) == 1


def test_slow_mail_waits_and_its_link_stays_in_the_variant(known, mailer):
    known.ask_for_link(prefix="/~slow-mail+dead-button")
    [(_, delay)] = mailer.about("new password")
    assert delay == 7
    assert mailer.only_link().startswith("/~slow-mail+dead-button/password/new/")
    assert known.get(mailer.only_link()).status_code == 200


def test_address_without_prefix_meets_the_default(visitor):
    assert 'aria-label="Cookies"' in visitor.get("/").text
    visitor.set_cookie("ashglaze_consent", "rejected")
    assert 'aria-label="Cookies"' not in visitor.get("/").text


def test_links_stay_within_a_variant(visitor):
    page = visitor.get("/~clean/sign-in").text
    assert set(re.findall(r'(?:href|src|action)="/([^/"]*)', page)) == {"~clean"}


def test_variants_share_accounts_and_session(known):
    known.sign_in()
    assert "Welcome back" in known.get("/~slow-mail/account").text


def test_unknown_variant_is_not_found(visitor):
    answer = visitor.get("/~slow-mail+dead-buton/help")
    assert answer.status_code == 404
    assert answer.mimetype == "text/plain"
    assert "did you mean dead-button" in answer.text
    assert all(name in answer.text for name in FRICTIONS)


def test_hostile_text_is_escaped_everywhere(visitor):
    home = visitor.get("/~hostile-text/").text
    product = visitor.get("/~hostile-text/products/odd-pot").text
    assert HOSTILE_TITLE in home
    assert HOSTILE_TITLE in product
    assert "<script>alert" not in home + product
    assert visitor.get("/~clean/products/odd-pot").status_code == 404

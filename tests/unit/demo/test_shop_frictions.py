"""Each friction of the demo shop is planted where it belongs, and nowhere else."""

import re

import pytest
from shop_visit import ADDRESS, CARD, MIRA, STEPS

from cxcheck.demo.frictions import FRICTIONS

TOKEN_PAGE = "/password/new/TOKEN"
PAGES = {
    *("/", "/shop", "/products/tide-cups", "/basket", "/help", "/sign-up", "/sign-in", "/password/forgotten"),
    *STEPS,
    TOKEN_PAGE,
}
LATER_STEPS = set(STEPS) - {"/checkout"}
SECRET_PAGES = {"/sign-up", "/sign-in", "/checkout", TOKEN_PAGE}
FORM_PAGES = SECRET_PAGES | {"/password/forgotten", "/checkout/address", "/checkout/payment"}
# Which pages differ from the clean shop's as soon as they are opened.
DIFFERS = {
    "asked-twice": {"/checkout/address"},
    "blind-password": SECRET_PAGES,
    "browser-alert": {"/"},
    "chat": PAGES,
    "chat-in-the-way": PAGES,
    "chat-pings": PAGES,
    "click-error": {"/products/tide-cups"},
    "cookie-banner": PAGES,
    "cookies-asked-again": PAGES,
    "cookies-nudge": PAGES,
    "cookies-refusal-hidden": PAGES,
    "cookies-without-refusal": PAGES,
    "dead-button": {"/password/forgotten"},
    "dead-end": {TOKEN_PAGE},
    "declined-card": set(),
    "endless-spinner": {"/"},
    "expired-link": {TOKEN_PAGE},
    "forced-account": set(STEPS),
    "hidden-forgot-link": {"/sign-in", "/checkout"},
    "hidden-password-rule": set(),
    "hostile-text": {"/", "/shop"},
    "input-lost": set(),
    "kiln-note": PAGES,
    "letters-for-email": {"/sign-up"},
    "long-checkout": {"/checkout/address"},
    "many-fields": {"/checkout/address"},
    "mouse-only": {"/products/tide-cups"},
    "newsletter-popup": {"/", "/sign-in"},
    "no-autofill": FORM_PAGES,
    "no-zoom": PAGES,
    "nobody-to-ask": PAGES,
    "note-returns": PAGES,
    "note-stays": PAGES,
    "note-tiny-close": PAGES,
    "note-while-typing": PAGES,
    "notification-request": {"/"},
    "order-twice": {"/checkout/review"},
    "other-language": PAGES,
    "page-freeze": {"/"},
    "page-jump": {"/", "/products/tide-cups"},
    "placeholder-labels": FORM_PAGES,
    "sign-in-again": set(),
    "restless-page": {"/"},
    "slow-answer": set(),
    "slow-first-sight": {"/"},
    "slow-mail": set(),
    "slow-page": {"/"},
    "slow-server": set(),
    "sluggish-keys": {"/sign-in"},
    "small-print": {"/sign-up", TOKEN_PAGE},
    "sold-out": {"/", "/shop", "/products/tide-cups", "/basket", *STEPS},
    "stacked-popups": PAGES,
    "sticky-bars": PAGES,
    "sticky-header": PAGES,
    "surprise-cost": {"/checkout/review"},
    "ticked-newsletter": {"/sign-up"},
    "tiny-link": {"/sign-in"},
    "unmarked-field": set(),
    "vague-error": set(),
    "wide-page": {"/"},
    "window-by-itself": {"/"},
}


@pytest.fixture
def look(shop, monkeypatch):
    """What a guest with a full basket sees under some frictions: every page, without the variant's own name."""
    accounts = shop.extensions["cxcheck-demo"].accounts
    accounts.add(**MIRA)
    token = accounts.reset_token(MIRA["email"])
    guest = shop.test_client()
    guest.go_to("/checkout/review", "/~clean")
    monkeypatch.setattr("cxcheck.demo.pages.time.sleep", lambda _: None)

    def pages(friction: str) -> dict[str, str]:
        variant = f"/~{friction}"
        answers = {path: guest.get(variant + path.replace("TOKEN", token)) for path in PAGES}
        return {path: answer.text.replace(variant, "") for path, answer in answers.items()}

    return pages


def test_every_friction_has_its_place_in_the_table():
    assert set(DIFFERS) == set(FRICTIONS)


def test_no_page_differs_but_where_a_friction_is(look):
    clean = look("clean")
    for friction, places in DIFFERS.items():
        planted = look(friction)
        assert {path for path in PAGES if planted[path] != clean[path]} == places, friction


def test_asked_twice_wants_the_address_it_has(visitor):
    page = visitor.go_to("/checkout/address", "/~asked-twice").text
    assert 'name="email" type="email" autocomplete="email" value="" required' in page
    refused = visitor.post("/~asked-twice/checkout/address", data=ADDRESS)
    assert 'id="email-error">Please enter your e-mail address.' in refused.text
    form = ADDRESS | {"email": "guest@example.test"}
    assert visitor.post("/~asked-twice/checkout/address", data=form).location.endswith("/delivery")


def test_click_error_fails_in_the_background_only(visitor):
    page = visitor.get("/~click-error/products/tide-cups").text
    assert 'data-quick="/~click-error/basket/quick"' in page
    assert visitor.post("/~click-error/basket/quick", data={"product": "tide-cups", "quantity": "1"}).status_code == 500
    assert "Tide cups is in your basket." in visitor.add(prefix="/~click-error").text


@pytest.mark.parametrize(("friction", "way_on"), [("dead-end", False), ("expired-link", True), ("clean", True)])
def test_reset_links_under_dead_end_and_expired_link(known, mailer, friction, way_on):
    known.ask_for_link(prefix=f"/~{friction}")
    link = mailer.only_link()
    page = known.get(link)
    assert page.status_code == (200 if friction == "clean" else 410)
    assert bool(re.search("<a |<button", page.text)) == way_on
    done = known.post(link, data={"password": "second-secret"}, follow_redirects=True).text
    assert ("Your new password is set" in done) == (friction == "clean")


def test_forced_account_lets_no_guest_through(visitor):
    visitor.go_to("/checkout/review", "/~forced-account")
    page = visitor.get("/~forced-account/checkout").text
    assert "You need an account to order from us." in page
    assert "guest" not in page
    assert visitor.get("/~forced-account/checkout/address").location == "/~forced-account/checkout"
    visitor.post("/~forced-account/sign-up?next=checkout", data=MIRA)
    assert visitor.get("/~forced-account/checkout/address").status_code == 200


def test_hidden_forgot_link_comes_last(visitor):
    page = visitor.get("/~hidden-forgot-link/sign-in").text
    main = page[page.index("<main") : page.index("</main")]
    assert main.count("Forgot your password?") == 1
    assert main.index("Forgot your password?") > main.index("First look")


@pytest.mark.parametrize(("password", "taken"), [("long-enough-", False), ("long-enough!", True), ("short!", False)])
def test_hidden_password_rule_is_said_only_afterwards(visitor, password, taken):
    rule = "at least one of these characters: ! ? # $ % &amp;"
    assert rule not in visitor.get("/~hidden-password-rule/sign-up").text
    answer = visitor.post("/~hidden-password-rule/sign-up", data=MIRA | {"password": password})
    assert (answer.status_code == 302) == taken
    assert (rule in answer.text) == (password == "long-enough-")


@pytest.mark.parametrize(("friction", "kept"), [("input-lost", False), ("unmarked-field", True)])
def test_the_phone_number_is_needed_without_being_marked_so(visitor, friction, kept):
    path = f"/~{friction}/checkout/address"
    page = visitor.go_to("/checkout/address", f"/~{friction}").text
    assert 'Phone <span class="optional">(optional)</span>' in page
    refused = visitor.post(path, data=ADDRESS).text
    assert 'id="phone-error">Please enter a phone number.' in refused
    assert refused.count('class="error"') == 1
    assert (f'value="{ADDRESS["street"]}"' in refused) == kept
    assert ('<option value="DE" selected>' in refused) == kept
    assert visitor.post(path, data=ADDRESS | {"phone": "1"}).location.endswith("/delivery")
    assert visitor.post("/~clean/checkout/address", data=ADDRESS).location.endswith("/delivery")


def test_declined_card_is_said_plainly(visitor):
    visitor.go_to("/checkout/payment", "/~declined-card")
    refused = visitor.post("/~declined-card/checkout/payment", data=CARD)
    assert "Your bank declined this card. You have not been charged." in refused.text
    assert visitor.get("/~declined-card/checkout/review").location.endswith("/payment")
    assert visitor.post("/~clean/checkout/payment", data=CARD).location.endswith("/review")


def test_sold_out_is_said_and_nothing_can_be_added(visitor):
    page = visitor.get("/~sold-out/products/tide-cups").text
    assert 'disabled aria-describedby="sold-out">Sold out' in page
    assert "Add to basket" not in page
    visitor.add(prefix="/~sold-out")
    assert "Your basket is empty" in visitor.get("/~clean/basket").text


def test_slow_answer_keeps_only_the_basket_waiting(visitor, monkeypatch):
    naps = []
    monkeypatch.setattr("cxcheck.demo.basket_pages.time.sleep", naps.append)
    visitor.go_to("/checkout/review", "/~clean")
    assert naps == []
    visitor.go_to("/checkout/review", "/~slow-answer")
    assert naps == [6]


def test_slow_pages_keep_only_the_home_page_waiting(visitor, monkeypatch):
    naps = []
    monkeypatch.setattr("cxcheck.demo.pages.time.sleep", naps.append)
    for friction in ("clean", "slow-server"):
        assert [visitor.get(f"/~{friction}{path}").status_code for path in ("/", "/shop", "/sign-in")] == [200] * 3
    assert naps == [6]
    assert "/~slow-page/late/hero.svg" in visitor.get("/~slow-page/").text
    assert visitor.get("/~slow-page/late/hero.svg").mimetype == "image/svg+xml"
    assert "/~slow-first-sight/late/overlays.css" in visitor.get("/~slow-first-sight/").text
    assert visitor.get("/~slow-first-sight/late/overlays.css").mimetype == "text/css"
    assert naps == [6] * 3
    assert visitor.get("/~slow-page/late/../../app.py").status_code == 404


def test_surprise_cost_is_first_seen_at_the_very_end(visitor, mailer):
    for step in STEPS:
        page = visitor.go_to(step, "/~surprise-cost").text
        assert ("Handling and packaging" in page) == (step == "/checkout/review")

    visitor.post("/~surprise-cost/checkout/review")
    [(mail, _)] = mailer.about("order")
    assert "Handling and packaging: £3.95" in mail.text


def test_sign_in_again_opens_the_account_and_lets_nobody_in(visitor):
    page = visitor.post("/~sign-in-again/sign-up", data=MIRA, follow_redirects=True).text
    assert "Your account is ready." in page
    assert "<h1>Sign in</h1>" in page
    assert "Sign out" not in page


def test_long_checkout_asks_one_thing_more_on_each_page_and_forgets_nothing(visitor):
    path = "/~long-checkout/checkout/address"
    page = visitor.go_to("/checkout/address", "/~long-checkout").text
    given = {"street": "Große Straße 12", "postcode": "80331", "town": "München", "given": "Ada", "family": "Moor"}
    for number in range(1, 6):
        assert page.count('class="field') == number
        assert f"address?part={number + 1}" in page
        page = visitor.post(f"{path}?part={number + 1}", data=dict(list(given.items())[:number])).text
    assert 'value="Ada"' in page
    assert visitor.post(f"{path}?part=7", data=given | {"phone": "1"}).location.endswith("/delivery")
    assert "Ada Moor" in visitor.go_to("/checkout/review", "/~long-checkout").text


def test_small_print_must_be_agreed_to(visitor):
    for path in ("/sign-up", "/password/forgotten"):
        assert "of all of the following" not in visitor.get(f"/~clean{path}").text
    page = visitor.get("/~small-print/sign-up").text
    label = page[page.index("I agree to all of the following") : page.index("</label>", page.index("I agree"))]
    assert len(label.split()) > 400
    assert 'name="conditions" required' in page

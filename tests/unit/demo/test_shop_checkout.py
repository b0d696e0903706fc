"""The demo shop's till, as guest and with an account, and each of its refusals."""

import re

import pytest
from shop_visit import ADDRESS, CARD, LONG_NAME, MIRA, STEPS

NUMBER = re.compile(r"AG-\d{6}")


def test_a_guest_orders(visitor, mailer):
    page = visitor.go_to("/checkout/review").text
    for said in ("Tide cups", LONG_NAME, "80331 München", "Germany", "Visa test card", "guest@example.test"):
        assert said in page
    assert "<dt>Total</dt><dd>£43.50</dd>" in page
    thanks = visitor.post("/checkout/review", follow_redirects=True).text
    number = NUMBER.search(thanks)[0]
    assert "confirmation to\n      <strong>guest@example.test</strong>" in thanks
    [(mail, delay)] = mailer.about(number)
    assert (mail.to, delay) == ("guest@example.test", 0)
    for text in (mail.text, mail.html):
        for said in (LONG_NAME, "Tide cups", "£9.50", "£43.50", "München"):
            assert said in text
    assert LONG_NAME in mail.message().get_body(("plain",)).get_content()
    assert "Your basket is empty" in visitor.get("/basket").text


def test_an_order_is_placed_once_however_often_one_presses(visitor, mailer):
    visitor.go_to("/checkout/review")
    once, twice = (visitor.post("/checkout/review", follow_redirects=True).text for _ in range(2))
    assert NUMBER.findall(once) == NUMBER.findall(twice)
    assert len(mailer.about("order")) == 1


def test_a_customer_orders_and_is_known_the_second_time(known):
    known.add()
    page = known.post("/checkout/sign-in", data=MIRA, follow_redirects=True)
    assert page.request.path == "/checkout/address"
    assert 'value="Mira &lt;Moor&gt;"' in page.text
    assert "Step 1 of 4" in page.text
    known.go_to("/checkout/review")
    number = NUMBER.search(known.post("/checkout/review", follow_redirects=True).text)[0]
    assert number in known.get("/account").text
    known.add()
    page = known.get("/checkout", follow_redirects=True).text
    for value in ADDRESS.values():
        assert value in page
    assert '<option value="DE" selected>' in page


def test_an_account_can_be_made_on_the_way(visitor, mailer):
    visitor.add()
    assert 'href="/sign-up?next=checkout"' in visitor.get("/checkout").text
    assert visitor.post("/sign-up?next=checkout", data=MIRA).location == "/checkout/address"
    [(mail, _)] = mailer.about("Welcome")
    assert "Mira <Moor>" in mail.text
    assert "Mira &lt;Moor&gt;" in mail.html


def test_nobody_is_sent_elsewhere_after_sign_up(visitor):
    assert visitor.post("/sign-up?next=https://evil.test/", data=MIRA).location == "/account"


def test_what_a_guest_orders_is_not_shown_to_an_account(known):
    known.add()
    known.post("/checkout", data={"guest-email": MIRA["email"]})
    known.go_to("/checkout/review")
    number = NUMBER.search(known.post("/checkout/review", follow_redirects=True).text)[0]
    assert number not in known.sign_in().text


@pytest.mark.parametrize("step", STEPS)
def test_no_step_before_the_one_before(visitor, step):
    assert visitor.get(step).location == "/basket"
    visitor.add()
    assert visitor.get(step, follow_redirects=True).request.path == "/checkout"


def test_thanks_only_for_an_order(visitor):
    assert visitor.get("/checkout/thank-you").location == "/basket"


@pytest.mark.parametrize(
    ("step", "changed", "field"),
    [
        ("/checkout", {"guest-email": "guest@"}, "guest-email"),
        ("/checkout/address", {"name": ""}, "name"),
        ("/checkout/address", {"name": "x" * 121}, "name"),
        ("/checkout/address", {"street": " "}, "street"),
        ("/checkout/address", {"more": "x" * 121}, "more"),
        ("/checkout/address", {"town": ""}, "town"),
        ("/checkout/address", {"postcode": ""}, "postcode"),
        ("/checkout/address", {"country": "XX"}, "country"),
        ("/checkout/delivery", {"delivery": "pigeon"}, "delivery"),
        ("/checkout/payment", {"security-code": ""}, "security-code"),
    ],
)
def test_a_refusal_stands_beside_its_field(visitor, step, changed, field):
    visitor.go_to(step)
    page = visitor.post(step, data=STEPS[step] | changed)
    assert page.request.path == step
    assert page.text.count('class="error"') == 1
    assert f'id="{field}-error"' in page.text
    assert re.search(rf'aria-describedby="[^"]*{field}-error" aria-invalid="true"', page.text)


def test_a_refused_form_keeps_what_was_typed(visitor):
    visitor.go_to("/checkout/address")
    hostile = {"street": '"><script>alert(1)</script>', "postcode": "", "phone": "+49 (0)89/12-34"}
    page = visitor.post("/checkout/address", data=ADDRESS | hostile).text
    for value in (LONG_NAME, "München", "+49 (0)89/12-34", "&#34;&gt;&lt;script&gt;alert(1)"):
        assert f'value="{value}' in page
    assert "<script>alert" not in page
    assert '<option value="DE" selected>' in page


def test_wrong_password_at_the_till_keeps_the_address(known):
    known.add()
    page = known.post("/checkout/sign-in", data=MIRA | {"password": "not-it-at-all"}).text
    assert 'id="password-error">E-mail address and password do not match' in page
    assert f'value="{MIRA["email"]}"' in page
    assert "not-it-at-all" not in page


@pytest.mark.parametrize("card", [CARD | {"expiry": ""}, CARD | {"card-number": "4929 1234 5678 9012"}])
def test_a_card_is_never_shown_again(visitor, card):
    visitor.go_to("/checkout/payment")
    page = visitor.post("/checkout/payment", data=card).text
    assert card["card-number"] not in page.replace("Use the test card 4242 4242 4242 4242", "").replace(
        "such as 4242 4242 4242 4242", ""
    )
    assert 'value="123"' not in page
    assert 'value="O K"' in page


def test_nothing_of_a_card_is_kept(visitor, shop, mailer):
    visitor.go_to("/checkout/review")
    visitor.post("/checkout/review")
    kept = shop.extensions["cxcheck-demo"]
    remembered = repr((vars(kept.baskets), vars(kept.orders), [mail for mail, _ in mailer.sent]))
    assert "guest@example.test" in remembered
    for secret in ("4242", "08/88", "O K"):
        assert secret not in remembered


def test_delivery_is_free_for_much_and_dearer_abroad(visitor):
    visitor.add("reed-teapot")
    visitor.post("/checkout", data=STEPS["/checkout"])
    visitor.post("/checkout/address", data=ADDRESS)
    prices = re.compile(r'class="choice-price">([^<]+)<')
    assert prices.findall(visitor.get("/checkout/delivery").text) == ["£9.50", "£19.50", "Free"]
    visitor.post("/checkout/address", data=ADDRESS | {"country": "GB"})
    assert prices.findall(visitor.get("/checkout/delivery").text) == ["£4.50", "£8.90", "Free"]
    visitor.add("rain-sencha")
    assert prices.findall(visitor.get("/checkout/delivery").text) == ["Free", "£8.90", "Free"]


@pytest.mark.parametrize("path", ["/", "/shop", "/search?q=tea", "/products/reed-teapot", "/basket", "/help", *STEPS])
def test_every_page_has_one_heading_and_a_label_for_each_field(visitor, path):
    page = (visitor.go_to(path) if path in STEPS else visitor.get(path)).text
    assert page.count("<h1") == 1
    labelled = set(re.findall(r'<label[^>]* for="([^"]+)"', page))
    fields = re.findall(r"<(?:input|select)\s[^>]*>", page)
    named = [field for field in fields if 'type="hidden"' not in field and 'type="radio"' not in field]
    assert {re.search(r'id="([^"]+)"', field)[1] for field in named} == labelled
    assert all("autocomplete=" in field for field in named)

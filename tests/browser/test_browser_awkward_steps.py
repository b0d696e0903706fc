"""Forms that come in parts: the next one appears in place, all are one form, or one opens under the other."""

import pytest
from told import SEND, filled, nothing_sent, sent

from cxcheck.errors import JourneyNotFinished

pytestmark = pytest.mark.browser

WIZARD = """<h1>Create your account</h1><form id="join" onsubmit="event.preventDefault(); step()">
    <div id="p0"><label>E-mail address <input type="email" name="email"></label></div>
    <div id="p1" hidden><label>First name <input name="given"></label><label>Surname <input name="family"></label></div>
    <div id="p2" hidden><label>Choose a password <input type="password" name="new"></label>
    <label><input type="checkbox" name="terms" value="yes"> I accept the terms</label></div>
    <button id="next">Next</button></form>
    <script>let now = 0; const join = document.getElementById('join'); function step() {
      if (now === 2) { const facts = told(join); join.remove();
      out.insertAdjacentHTML('afterend', '<p>Your account has been created.</p>'); return; }
      document.getElementById('p' + now).hidden = true; document.getElementById('p' + ++now).hidden = false;
      next.textContent = now === 2 ? 'Create account' : 'Next';
    }</script>"""  # fmt: skip


def test_the_next_part_appears_in_place(at):
    visit, customer = at(WIZARD)
    customer.complete("sign up")
    me = customer.identity
    wanted = {"email": me.email, "given": me.given_name, "family": me.family_name, "new": me.password, "terms": "yes"}
    assert sent(customer, "join") == wanted
    assert filled(visit) == ["email", "given name", "family name", "new password", "terms"]
    customer.expect("signed up")


def test_the_next_part_is_another_page(at, server):
    def part(inside, button="Next"):
        return f'<h1>Create your account</h1><form action="{{}}">{inside}<button>{button}</button></form>'

    server.page("/join2", part('<label>First name <input name="given"></label>').format("/join3"))
    server.page(
        "/join3",
        part('<label>Choose a password <input type="password" name="new"></label>', "Create account").format("/joined"),
    )
    server.page("/joined", "<h1>Your account has been created</h1>")
    visit, customer = at(
        part('<label>E-mail <input type="email" name="email"></label>').format("/join2"), path="/join1"
    )
    customer.complete("sign up")
    assert filled(visit) == ["email", "given name", "new password"]
    customer.expect("signed up")


def test_a_form_that_comes_late(at, monkeypatch):
    monkeypatch.setattr("cxcheck.customer.watch.LOOKED_AGAIN_MS", 3_000)
    late = f"""<h1>Create your account</h1><div id="here"></div><script>setTimeout(() => {{
        here.innerHTML = `<form id="join" onsubmit="{SEND}"><label>E-mail <input name="email"></label>
        <label>New password <input type="password" name="new"></label>
        <button>Create account</button></form>`; }}, 900)</script>"""
    _, customer = at(late)
    customer.complete("sign up")
    assert sent(customer, "join")["email"] == customer.identity.email


ROUND = """<h1>Create your account</h1><form id="join" onsubmit="event.preventDefault(); n++; this.firstChild.remove();
    this.insertAdjacentHTML('afterbegin', `<label>Question ${n}: your name <input name=a${n}></label>`)"><label>Question
    0: your name <input name="a0"></label><button>Next</button></form><script>let n = 0</script>"""


def test_a_form_that_never_ends_is_said(at):
    _, customer = at(ROUND)
    with pytest.raises(JourneyNotFinished, match="does not end"):
        customer.complete("sign up")


ONE_PAGE = f"""<h1>Checkout</h1><form id="till" onsubmit="{SEND}; this.remove();
    document.body.insertAdjacentHTML('beforeend', '<h1>Thank you for your order</h1>')">
    <h2>Contact</h2><label>E-mail <input type="email" name="email"></label>
    <h2>Delivery address</h2><label>Full name <input name="name"></label>
    <label>Street address <input name="street"></label>
    <label>City <input name="city"></label><label>Postcode <input name="postcode"></label>
    <fieldset><legend>Delivery</legend><label><input type="radio" name="way" value="fast">Express £9.00</label>
    <label><input type="radio" name="way" value="slow">Standard £3.00</label></fieldset>
    <h2>Payment</h2><label>Card number <input name="number" autocomplete="cc-number"></label>
    <label>Expiry <input name="expiry" placeholder="MM/YY"></label><label>CVC <input name="code"></label>
    <p>Total £23.00</p><button>Place order</button></form>"""


def test_a_checkout_that_is_one_form(at):
    visit, customer = at(ONE_PAGE, site={"orders": "test-card"})
    customer.continue_as_guest()
    customer.complete("address")
    customer.choose("delivery")
    assert nothing_sent(customer)
    customer.pay()
    me = customer.identity
    told = sent(customer, "till")
    assert (told["email"], told["name"], told["street"]) == (me.email, me.full_name, me.address.street)
    assert (told["way"], told["number"], told["code"]) == ("slow", me.card.number, me.card.code)
    customer.expect("order placed")
    assert filled(visit).count("email") == 1


ACCORDION = """<h1>Checkout</h1><style>section { border: 1px solid; padding: 8px }</style>
    <section><h2>1. Contact</h2><form id="f0" onsubmit="event.preventDefault(); told(this); on(1)">
    <label>E-mail <input type="email" name="email"></label><button>Continue as guest</button></form></section>
    <section><h2>2. Delivery address</h2><form id="f1" hidden onsubmit="event.preventDefault(); told(this); on(2)">
    <label>Full name <input name="name"></label><label>Street address <input name="street"></label>
    <label>City <input name="city"></label>
    <label>Postcode <input name="postcode"></label><button>Continue to delivery</button></form></section>
    <section><h2>3. Delivery method</h2><form id="f2" hidden onsubmit="event.preventDefault(); told(this); on(3)">
    <label><input type="radio" name="way" value="fast">Express £9.00</label>
    <label><input type="radio" name="way" value="slow">Standard £3.00</label>
    <button>Continue to payment</button></form></section>
    <section><h2>4. Payment</h2><form id="f3" hidden onsubmit="event.preventDefault(); told(this); on(4)">
    <label>Card number <input name="number" autocomplete="cc-number"></label>
    <label>Expiry <input name="expiry" placeholder="MM/YY"></label><label>CVC <input name="code"></label>
    <button>Place order</button></form></section>
    <script>const all = []; function on(n) { all.push(out.textContent);
      for (let i = 0; i < 4; i++) document.getElementById('f' + i).hidden = i !== n;
      if (n === 4) document.body.insertAdjacentHTML('beforeend', '<h2>Thank you for your order</h2>'); }</script>"""


def test_a_checkout_whose_parts_open_one_under_the_other(at):
    _, customer = at(ACCORDION, site={"orders": "test-card"})
    customer.continue_as_guest()
    assert sent(customer, "f0") == {"email": customer.identity.email}
    customer.complete("address")
    assert sent(customer, "f1")["city"] == customer.identity.address.city
    customer.choose("delivery")
    assert sent(customer, "f2") == {"way": "slow"}
    customer.pay()
    assert sent(customer, "f3")["number"] == customer.identity.card.number
    customer.expect("order placed")
    assert customer.page.evaluate("all.length") == 4

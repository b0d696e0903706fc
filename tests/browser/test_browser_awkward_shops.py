"""Shops that do it their own way: cards, sizes, drawers, guests, delivery, payment, terms;
and no order against the settings."""

import pytest
from told import SCRIPT, SEND, nothing_sent, out, sent

from cxcheck.errors import JourneyNotFinished, StoppedOnPurpose

pytestmark = pytest.mark.browser

BUYS = {"orders": "test-card"}
END = "<p id='out'>.</p>"
COUNT = "document.querySelector('#count').textContent = '1'"
ADD = f"event.preventDefault(); out.textContent = 'added ' + this.dataset.name; {COUNT}"


def card(name, price, extra=""):
    return f"""<li style="display:inline-block;width:200px"><a href="/{name.lower()}"><b>{name}</b></a>
        <span>{price}</span> {extra}</li>"""


def button(name):
    return f'<button data-name="{name}" onclick="{ADD}">Add</button>'


BASKET = '<header><a href="/basket">Basket (<span id="count">0</span>)</a></header>'


def test_add_on_the_card_itself(at, server):
    cards = "".join(
        card(name, price, button(name))
        for name, price in (("Lamp", "£20.00"), ("Chair", "£90.00"), ("Shelf", "£45.00"))
    )
    _, customer = at(f"{BASKET}<h1>Shop</h1><ul>{cards}</ul>")
    customer.follow("add to basket")
    assert out(customer).startswith("added ")


def test_the_first_that_can_be_had(at, server):
    for name in ("lamp", "chair", "shelf"):
        server.page(f"/{name}", f"<h1>{name}</h1>", title=name)
    cards = card("Lamp", "£20.00", "<i>Sold out</i>") + card("Chair", "£90.00") + card("Shelf", "£45.00")
    visit, customer = at(f"{BASKET}<h1>Shop</h1><ul>{cards}</ul>")
    with customer.step("Find something"):
        customer.choose("product")
    assert customer.page.title() == "chair"
    [chose] = visit.kinds("customer/chose")
    assert (chose.data["what"], chose.data["of"]) == ("product", 3)


def test_all_sold_out(at):
    cards = "".join(card(name, "£20.00", "<i>Sold out</i>") for name in ("Lamp", "Chair", "Shelf"))
    _, customer = at(f"{BASKET}<h1>Shop</h1><ul>{cards}</ul>")
    with pytest.raises(JourneyNotFinished, match="sold out"):
        customer.choose("product")


PRODUCT = f"""{BASKET}<main><h1>Jumper</h1><p>£40.00</p><form id="buy" onsubmit="{SEND};
    document.querySelector('#count').textContent = '1'">
    {{}}<label>Quantity <input name="quantity" type="number" value="1"></label>
    <button>Add to basket</button></form></main>"""
SIZES = {
    "list": """<label>Size <select name="size" required><option value="">Choose a size</option>
        <option disabled value="s">S</option><option value="m">M</option></select></label>""",
    "radios": """<fieldset><legend>Size</legend><label><input type="radio" name="size" value="s" disabled>S</label>
        <label><input type="radio" name="size" value="m">M</label></fieldset>""",
    "waits": """<label>Size <select name="size"
        onchange="document.querySelector('main button').disabled = !this.value"><option value="">Choose a size</option>
        <option value="m">M</option></select></label>""",
}  # fmt: skip


@pytest.mark.parametrize("way", SIZES)
def test_a_size_has_to_be_chosen_first(at, way):
    body = PRODUCT.format(SIZES[way])
    _, customer = at(body.replace("<button>", "<button disabled>") if way == "waits" else body)
    customer.follow("add to basket")
    assert sent(customer, "buy") == {"size": "m", "quantity": "1"}


SWATCHES = f"""{BASKET}<main><h1>Jumper</h1><p>£40.00</p><div role="radiogroup" aria-label="Size">
    <div role="radio" aria-checked="false" aria-disabled="true" tabindex="-1">S</div>
    <div role="radio" aria-checked="false" tabindex="0" onclick="this.ariaChecked = 'true';
    add.disabled = false">M</div></div>
    <button id="add" disabled onclick="out.textContent = 'added M'">Add to basket</button></main>"""


def test_sizes_as_swatches(at):
    _, customer = at(SWATCHES)
    customer.follow("add to basket")
    assert out(customer) == "added M"


def test_sold_out_on_its_own_page(at):
    body = f"{BASKET}<main><h1>Jumper</h1><p>£40.00</p><p>Sold out</p><button disabled>Sold out</button></main>"
    _, customer = at(body)
    with pytest.raises(JourneyNotFinished, match="“Jumper” is sold out"):
        customer.follow("add to basket")


def test_buy_now_goes_straight_to_the_till(at, server):
    till = f"""<h1>Checkout</h1><form id="who" onsubmit="{SEND}"><label>E-mail <input type="email"
        name="email"></label><button>Continue as guest</button></form>"""
    server.page("/till", SCRIPT + till + END, title="Checkout")
    _, customer = at("<main><h1>Lamp</h1><p>£20.00</p><button onclick=\"location = '/till'\">Buy now</button></main>")
    customer.follow("add to basket")
    customer.follow("checkout")
    customer.continue_as_guest()
    assert sent(customer, "who") == {"email": customer.identity.email}


DRAWER = f"""{BASKET}<main><h1>Lamp</h1><p>£20.00</p>
    <button onclick="drawer.style.transform = 'none'">Add to basket</button></main>
    <div id="drawer" style="position:fixed;top:0;right:0;width:350px;
        height:100%;background:#eee;transform:translateX(400px)">
    <h2>Your basket</h2><p>Lamp £20.00</p><p>Total £20.00</p><a href="/till">Checkout</a>
    <button onclick="drawer.remove()">×</button></div>"""


def test_a_drawer_with_the_way_to_the_till(at, server, text):
    server.page("/till", "<h1>Checkout</h1>", title="Till")
    visit, customer = at(DRAWER + text)
    with customer.step("To the till"):
        customer.follow("add to basket")
        customer.follow("checkout")
    assert customer.page.title() == "Till"
    assert visit.kinds("popup/closing") == []


ADDRESS = f"""<form id="address" onsubmit="{SEND}"><h2>Delivery address</h2><label>Full name <input name="name"></label>
    <label>Street address <input name="street"></label><label>City <input name="city"></label>
    <label>Postcode <input name="postcode"></label><button>Continue</button></form>"""
SIGN_IN = f"""<form id="enter" onsubmit="{SEND}"><h2>I have an account</h2><label>E-mail <input type="email"
    name="email"></label>
    <label>Password <input type="password" name="password"></label><button>Sign in</button></form>"""
GUESTS = {
    "radio": (f"""<form id="who" onsubmit="{SEND}"><label>E-mail <input type="email" name="email"></label>
        <p><label><input type="radio" name="as"
        value="known" checked onchange="p.hidden = false"> I have an account</label></p>
        <p><label><input type="radio" name="as" value="guest"
        onchange="p.hidden = true"> Check out as a guest</label></p>
        <p id="p"><label>Password <input type="password" name="password"></label></p>
        <button>Continue</button></form>""",
        lambda me: ["who", {"email": me.email, "as": "guest", "password": ""}]),
    "link": (SIGN_IN + """<a href="#"
        onclick="out.textContent = JSON.stringify(['guest', {}])">Continue as guest</a>""",
        lambda me: ["guest", {}]),
    "button": (SIGN_IN + """<button
        onclick="out.textContent = JSON.stringify(['guest', {}])">Guest checkout</button>""",
        lambda me: ["guest", {}]),
    "e-mail only": (SIGN_IN + f"""<form id="who" onsubmit="{SEND}"><h2>Guest checkout</h2>
        <label>E-mail <input type="email" name="email">
        </label><button>Continue</button></form>""", lambda me: ["who", {"email": me.email}]),
    "e-mail first": (f"""<form id="who" onsubmit="{SEND}"><h2>Contact</h2><label>E-mail <input type="email"
        name="email">
        </label><label><input type="checkbox" name="news" value="yes"> Send me the newsletter</label>
        <button>Continue</button></form>""",
        lambda me: ["who", {"email": me.email}]),
}  # fmt: skip


@pytest.mark.parametrize("way", GUESTS)
def test_as_a_guest(at, way):
    body, wanted = GUESTS[way]
    visit, customer = at("<h1>Checkout</h1>" + body, site=BUYS)
    customer.continue_as_guest()
    name, facts = wanted(customer.identity)
    assert sent(customer, name) == facts
    assert [event.data["how"] for event in visit.kinds("customer/identified")] == ["guest"]


def test_nobody_asks_who_one_is(at):
    _, customer = at("<h1>Checkout</h1>" + ADDRESS, site=BUYS)
    customer.continue_as_guest()
    assert nothing_sent(customer)
    customer.complete("address")
    assert sent(customer, "address")["name"] == customer.identity.full_name


def test_where_no_guests_are_let_in_an_account_is_opened(at, server):
    join = f"""<h1>Create account</h1><form id="join" onsubmit="{SEND}; location = '/till'">
        <label>E-mail <input type="email" name="email"></label>
        <label>Password <input type="password" autocomplete="new-password" name="new"></label>
        <button>Create account</button></form>"""
    server.page("/join", SCRIPT + join + END)
    server.page("/till", SCRIPT + "<h1>Checkout</h1>" + ADDRESS + END)
    visit, customer = at("<h1>Checkout</h1>" + SIGN_IN + '<a href="/join">New customer? Create account</a>', site=BUYS)
    customer.continue_as_guest()
    assert [event.data["how"] for event in visit.kinds("customer/identified")] == ["signed-up"]
    customer.complete("address")
    assert sent(customer, "address")["city"] == customer.identity.address.city


def delivery(checked=""):
    return f"""<h1>Delivery</h1><form id="way" onsubmit="{SEND}"><p><label><input type="radio" name="way"
        value="fast" {checked}>
        Express delivery £9.00</label></p><p><label><input type="radio" name="way"
        value="slow"> Standard delivery £3.00</label></p>
        <button>Continue</button></form>"""


@pytest.mark.parametrize(("checked", "taken"), [("", "slow"), ("checked", "fast")])
def test_delivery_by_radio_buttons(at, checked, taken):
    """What is chosen already stays so; where nothing is, the cheapest is taken."""
    _, customer = at(delivery(checked), site=BUYS)
    customer.choose("delivery")
    assert sent(customer, "way") == {"way": taken}


def test_delivery_by_buttons(at):
    rows = "".join(
        f"""<form id="{key}" onsubmit="{SEND}"><p>{name} {price}</p><input type="hidden" name="way" value="{key}">
            <button>Select</button></form>"""
        for key, name, price in (("fast", "Express delivery", "£9.00"), ("slow", "Standard delivery", "£3.00"))
    )
    _, customer = at("<h1>Delivery method</h1>" + rows, site=BUYS)
    customer.choose("delivery")
    assert sent(customer, "slow") == {"way": "slow"}


def test_delivery_that_nobody_asks_about(at):
    _, customer = at(f"""<h1>Payment</h1><form id="pay" onsubmit="{SEND}">
        <label>Card number <input name="number"></label>
        <button>Pay now</button></form>""", site=BUYS)  # fmt: skip
    customer.choose("delivery")
    assert nothing_sent(customer)


CARD = """<label>Card number <input name="number" autocomplete="cc-number"></label><label>Expiry <input name="expiry"
    placeholder="MM/YY"></label><label>CVC <input name="code"></label>"""
THANKS = "document.body.insertAdjacentHTML('beforeend', '<h2>Thank you for your order</h2>')"


def test_the_way_to_pay_before_the_card(at):
    body = f"""<h1>Payment</h1><form id="pay" onsubmit="{SEND}; this.remove(); {THANKS}"><fieldset>
        <legend>Payment method</legend>
        <label><input type="radio" name="by" value="bank" checked onchange="c.hidden = true"> Bank transfer</label>
        <label><input type="radio" name="by" value="card" onchange="c.hidden = false"> Credit card</label></fieldset>
        <div id="c" hidden>{CARD}</div><button>Place order</button></form>"""
    _, customer = at(body, site=BUYS)
    customer.pay()
    told = sent(customer, "pay")
    assert (told["by"], told["number"]) == ("card", customer.identity.card.number)
    customer.expect("order placed")


def test_the_way_to_pay_on_a_page_before_the_card(at, server):
    server.page("/card", f"""{SCRIPT}<h1>Payment</h1><form id="pay" onsubmit="{SEND};
        {THANKS}">{CARD}<button>Pay now</button></form>{END}""")  # fmt: skip
    body = """<h1>How would you like to pay?</h1><form action="/card"><label><input type="radio" name="by"
        value="bank"> Bank transfer</label>
        <label><input type="radio" name="by" value="card"> Credit card</label><button>Continue</button></form>"""
    _, customer = at(body, site=BUYS)
    customer.pay()
    assert sent(customer, "pay")["number"] == customer.identity.card.number


REVIEW = f"""<h1>Review your order</h1><p>Total £23.00</p><form id="order" onsubmit="{SEND}; this.remove(); {THANKS}">
    <label><input type="checkbox" name="terms" value="yes" required> I accept the terms and conditions</label>
    <label><input type="checkbox" name="news" value="yes"> Send me the newsletter</label>
    <button>Place order</button></form>"""


def test_terms_before_the_order(at):
    _, customer = at(REVIEW, site=BUYS)
    customer.pay()
    assert sent(customer, "order") == {"terms": "yes"}
    customer.expect("order placed")


def test_a_card_that_is_refused(at):
    body = f"""<h1>Payment</h1><p role="alert" hidden id="no">Your card was declined.</p><form id="pay"
        onsubmit="{SEND}; no.hidden = false">
        {CARD}<button>Pay now</button></form>"""
    _, customer = at(body, site=BUYS)
    with pytest.raises(JourneyNotFinished, match="Your card was declined"):
        customer.pay()
    assert customer.page.evaluate("sendings") == 1


@pytest.mark.parametrize("name", ["Place order", "Buy now", "Pay £23.00", "Order with obligation to pay"])
def test_no_order_where_the_settings_allow_none(at, name):
    till = REVIEW.replace("Review your order", "Checkout").replace("Place order", name)
    _, customer = at(till)
    customer._walk.purse.place = "checkout"
    with pytest.raises(StoppedOnPurpose):
        customer.pay()
    with pytest.raises(StoppedOnPurpose):
        customer.follow("place order")
    assert nothing_sent(customer)


def test_no_order_by_another_verb(at, server):
    server.page("/till", SCRIPT + f"""<h1>Checkout</h1><form id="all" onsubmit="{SEND}">
        <label>E-mail <input name="email"></label>
        <label>Street address <input name="street"></label><label>City <input name="city"></label>
        <label>Postcode <input name="postcode"></label>
        <button>Place order</button></form>""" + END)  # fmt: skip
    _, customer = at('<h1>Your basket</h1><p>Total £20.00</p><a href="/till">Checkout</a>')
    customer.follow("checkout")
    with pytest.raises(StoppedOnPurpose):
        customer.complete("address")
    assert nothing_sent(customer)


def test_the_total_is_read_and_what_is_said_of_delivery(at, server):
    server.page(
        "/till", "<h1>Checkout</h1><p>Delivery £3.00</p><table><tr><th>Order total</th><td>£23.00</td></tr></table>"
    )
    visit, customer = at(
        f"""{BASKET}<main><h1>Lamp</h1><button onclick="{ADD}" data-name="Lamp">Add to basket</button></main>
        <p>Subtotal £20.00</p><p>Total £20.00</p><a href="/till">Checkout</a>"""
    )
    customer.follow("add to basket")
    customer.follow("checkout")
    with customer.step("Look"):
        customer._walk.look()
    read = [
        (e.data["amount"], e.data["currency"], e.data["delivery_said"], e.data["place"])
        for e in visit.kinds("customer/read-total")
    ]
    assert read == [("20.00", "GBP", False, "basket"), ("23.00", "GBP", True, "checkout")]

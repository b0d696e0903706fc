"""The same with the keyboard alone: Tab to get there, Space and Enter to press, arrows among choices."""

import pytest
from told import SEND, nothing_sent, out, sent

from cxcheck.errors import JourneyNotFinished
from cxcheck.model.persona import Hands, Persona

pytestmark = pytest.mark.browser


@pytest.fixture
def typist(desktop) -> Persona:
    return desktop.model_copy(update={"key": "typist", "hands": Hands(input="keyboard")})


def pointed(visit):
    """How often a mouse or finger was used."""
    return [event for event in visit.kinds("gesture/pressed") if event.data["pointer"] in {"mouse", "touch", "pen"}]


JOIN = f"""<a href="#a">Home</a> <a href="#b">Help</a><h1>Create account</h1><form id="join" onsubmit="{SEND}">
    <p><label>First name <input name="given"></label></p><p><label>E-mail <input type="email" name="email"></label></p>
    <p><label>Password <input type="password" autocomplete="new-password" name="new"></label></p>
    <p><label>Country <select name="country"><option value="">Choose</option><option value="DE">Germany</option>
    <option value="FR">France</option>
    <option value="US">United States</option><option value="ZM">Zambia</option></select></label></p>
    <fieldset><legend>You are</legend><label><input type="radio" name="are" value="new">a new customer</label>
    <label><input type="radio" name="are" value="old">an old one</label></fieldset>
    <p><label><input type="checkbox" name="terms" value="yes"> I accept the terms</label></p>
    <p><label><input type="checkbox" name="news" value="yes"> Newsletter</label></p>
    <button>Create account</button></form>"""


def test_signing_up(at, typist):
    visit, customer = at(JOIN, persona=typist)
    customer.complete("sign up")
    me = customer.identity
    assert sent(customer, "join") == {
        "given": me.given_name, "email": me.email, "new": me.password, "country": "US", "are": "new", "terms": "yes",
    }  # fmt: skip
    assert pointed(visit) == []


WIDGETS = f"""<h1>Delivery address</h1><form id="place" onsubmit="{SEND}"><p>
    <label>Street address <input name="street"></label></p>
    <p><label>City <input name="city"></label></p><p><label>Postcode <input name="postcode"></label></p>
    <span id="c">Country</span><button type="button" aria-haspopup="listbox" aria-labelledby="c" id="b"
    onclick="offers.hidden = !offers.hidden; if (!offers.hidden) move(0)">Please choose</button>
    <ul id="offers" role="listbox" hidden tabindex="-1"><li role="option">France</li><li role="option">Germany</li>
    <li role="option">United States</li></ul>
    <input type="hidden" name="country">
    <div role="checkbox" aria-checked="false" tabindex="0" id="t" onclick="tick()"
    onkeydown="if (event.key === ' ') {{ event.preventDefault(); tick(); }}">I accept the terms</div>
    <input type="hidden" name="ok"><button>Continue</button></form><script>
    let now = 0; const options = [...offers.children], hidden = (name) => document.querySelector(`[name=${{name}}]`);
    function tick() {{ t.setAttribute('aria-checked', 'true'); hidden('ok').value = 'yes'; }}
    function move(n) {{ now = Math.max(0, Math.min(n, options.length - 1)); options.forEach((o, i) => {{
    o.tabIndex = i === now ? 0 : -1;
      o.setAttribute('aria-selected', i === now); }}); options[now].focus(); }}
    function take(o) {{ hidden('country').value = o.textContent; b.textContent = o.textContent; offers.hidden = true;
    b.focus(); }}
    options.forEach((o, i) => {{ o.onclick = () => take(o); o.onkeydown = (event) => {{
      if (event.key === 'ArrowDown') move(i + 1); if (event.key === 'ArrowUp') move(i - 1);
      if (event.key === 'Enter' || event.key === ' ') {{ event.preventDefault(); take(o); }} }}; }});</script>"""


def test_a_list_and_a_box_drawn_by_the_page(at, typist):
    visit, customer = at(WIDGETS, persona=typist)
    customer.complete("address")
    told = sent(customer, "place")
    assert (told["country"], told["ok"], told["street"]) == ("United States", "yes", customer.identity.address.street)
    assert pointed(visit) == []


ACTIVE = WIDGETS.replace("o.tabIndex = i === now ? 0 : -1;", "o.id = 'o' + i;").replace(
    "options[now].focus();", "offers.focus(); offers.setAttribute('aria-activedescendant', 'o' + now);"
).replace("o.onkeydown = (event) => {", """if (i === 0) offers.onkeydown = (event) => {
    const i = now, o = options[now];""")  # fmt: skip


def test_a_list_that_keeps_the_focus_to_itself(at, typist):
    visit, customer = at(ACTIVE, persona=typist)
    customer.complete("address")
    assert sent(customer, "place")["country"] == "United States"
    assert pointed(visit) == []


SWATCHES = """<main><h1>Jumper</h1><p>£40.00</p><form id="buy" onsubmit="event.preventDefault(); told(this)">
    <fieldset><legend>Size</legend>
    <label><input type="radio" name="size" value="s" disabled>S</label><label><input type="radio" name="size"
    value="m">M</label>
    <label><input type="radio" name="size" value="l">L</label></fieldset><button>Add to basket</button></form></main>"""


def test_radio_buttons(at, typist):
    visit, customer = at(SWATCHES, persona=typist)
    customer.choose("size", "L")
    customer.follow("add to basket")
    assert sent(customer, "buy") == {"size": "l"}
    assert pointed(visit) == []


@pytest.mark.parametrize(
    ("body", "verb"),
    [
        ("""<h1>Shop</h1><a href="#x">Home</a> <div onclick="out.textContent = 'in'"
            style="cursor:pointer">Sign in</div>""", "sign in"),
        ("""<h1>Shop</h1><a href="#x">Home</a> <button tabindex="-1"
            onclick="out.textContent = 'in'">Sign in</button>""", "sign in"),
    ],
    ids=["div", "taken out of the order"],
)  # fmt: skip
def test_what_cannot_be_reached_is_said(at, typist, body, verb):
    _, customer = at(body, persona=typist)
    with pytest.raises(JourneyNotFinished, match=r"cannot reach 'Sign in': it cannot be reached with the Tab key"):
        customer.follow(verb)
    assert out(customer) == "."


def test_a_mouse_reaches_it(at):
    _, customer = at("""<h1>Shop</h1><div onclick="out.textContent = 'in'" style="cursor:pointer">Sign in</div>""")
    customer.follow("sign in")
    assert out(customer) == "in"


def test_a_trap_for_the_focus_is_said(at, typist):
    body = """<h1>Shop</h1><input aria-label="Trap" id="t"
        onkeydown="if (event.key === 'Tab') event.preventDefault()" autofocus>
        <button onclick="out.textContent = 'in'">Sign in</button>"""
    _, customer = at(body, persona=typist)
    with pytest.raises(JourneyNotFinished, match="cannot be reached with the Tab key"):
        customer.follow("sign in")


def test_a_popup_is_closed_by_keys(at, typist, text):
    body = f"""<h1>Shop</h1><a href="#in" onclick="out.textContent = 'in'">Sign in</a>{text}<dialog id="d">
        <h2>Join our newsletter</h2>
        <p>10 % off your first order</p><input type="email" placeholder="E-mail">
        <button onclick="d.close()">No thanks</button></dialog>
        <script>d.showModal()</script>"""
    visit, customer = at(body, persona=typist)
    customer.follow("sign in")
    assert out(customer) == "in"
    assert pointed(visit) == []
    assert nothing_sent(customer)

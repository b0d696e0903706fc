"""Forms in other places: a new tab, a frame, a route behind the #, an address set by a script, a shadow root."""

import pytest
from told import SCRIPT, SEND, filled, nothing_sent, sent

from cxcheck.errors import CouldNotMeasure, JourneyNotFinished, StoppedOnPurpose

pytestmark = pytest.mark.browser

JOIN = f"""<h1>Create your account</h1><form id="join" onsubmit="{SEND}"><label>E-mail <input type="email"
    name="email"></label>
    <label>Password <input type="password" autocomplete="new-password" name="new"></label>
    <button>Create account</button></form>"""
OUT = "<p id='out'>.</p>"


def test_the_journey_goes_on_in_the_new_tab(at, server):
    server.page("/join", SCRIPT + JOIN + OUT, title="Join")
    _, customer = at('<h1>Shop</h1><a href="/join" target="_blank">Create account</a>')
    customer.follow("sign up")
    customer.complete("sign up")
    assert customer.page.title() == "Join"
    assert sent(customer, "join")["email"] == customer.identity.email


def test_a_tab_that_closes_leaves_the_old_one(at, server):
    body = JOIN.replace("told(this)", "opener.out.textContent = 'joined'; window.close()")
    server.page("/join", SCRIPT + body + OUT, title="Join")
    _, customer = at('<h1>Shop</h1><a href="/join" target="_blank" rel="opener">Create account</a>', title="Shop")
    customer.follow("sign up")
    customer.complete("sign up")
    with customer.step("Once more"):
        customer.follow("sign up")
    assert customer.page.title() == "Join"


def test_a_tab_on_a_strange_host_is_refused(at, server):
    _, customer = at(f'<h1>Shop</h1><a href="{server.other}/join" target="_blank">Create account</a>')
    customer.follow("sign up")
    with pytest.raises(CouldNotMeasure, match="not one of its allowed hosts"):
        customer.complete("sign up")


def test_a_form_in_a_frame(at, server):
    server.page("/inner", SCRIPT + JOIN + OUT)
    visit, customer = at('<h1>Shop</h1><iframe src="/inner" width="600" height="300"></iframe>')
    customer.complete("sign up")
    assert filled(visit) == ["email", "new password"]
    said = customer.page.frames[1].inner_text("#out")
    assert customer.identity.email in said


CARD = """<label>Card number <input autocomplete="cc-number" id="number"
    oninput="parent.card[this.id] = this.value"></label>
    <label>Expiry <input id="expiry" placeholder="MM/YY" oninput="parent.card[this.id] = this.value"></label>
    <label>CVC <input id="code" oninput="parent.card[this.id] = this.value"></label>"""
TILL = f"""<h1>Payment</h1><script>window.card = new Object()</script><form id="pay" onsubmit="{SEND}; this.remove();
    document.body.insertAdjacentHTML('beforeend', '<h2>Thank you for your order</h2>')">
    <label>Name on card <input name="name" autocomplete="cc-name"></label>{{}}<button>Pay now</button></form>"""


def test_card_fields_in_a_frame_and_the_button_outside(at, server):
    server.page("/card", CARD)
    _, customer = at(
        TILL.format('<iframe src="/card" width="500" height="120"></iframe>'), site={"orders": "test-card"}
    )
    customer.pay()
    card = customer.identity.card
    assert customer.page.evaluate("card") == {
        "number": card.number,
        "expiry": f"{card.month:02}/{card.year % 100}",
        "code": card.code,
    }
    assert sent(customer, "pay") == {"name": customer.identity.full_name}
    customer.expect("order placed")


def test_each_card_field_in_a_frame_of_its_own(at, server):
    frames = ""
    for n, line in enumerate(CARD.split("</label>")[:-1]):
        server.page(f"/card{n}", line)
        frames += f'<iframe src="/card{n}" width="500" height="44"></iframe>'
    _, customer = at(TILL.format(frames), site={"orders": "test-card"})
    customer.pay()
    assert set(customer.page.evaluate("card")) == {"number", "expiry", "code"}
    customer.expect("order placed")


def test_no_card_is_typed_where_no_orders_are_allowed(at, server):
    server.page("/card", CARD)
    _, customer = at(TILL.format('<iframe src="/card" width="500" height="120"></iframe>'))
    with pytest.raises(StoppedOnPurpose):
        customer.pay()
    assert customer.page.evaluate("card") == {}
    assert nothing_sent(customer)


ROUTES = f"""<div id="app"></div><script>
    const views = {{
      '': '<h1>Shop</h1><a href="#/login">Sign in</a>',
      '#/login': `<h1>Sign in</h1><form id="enter" onsubmit="{SEND}"><label>E-mail <input name="email"></label>
        <label>Password <input type="password" name="password"></label><button>Sign in</button></form>
        <a href="#/forgot">Forgot your password?</a> <a href="#/join">Create account</a>`,
      '#/forgot': `<h1>Forgot your password?</h1><form id="forgot" onsubmit="{SEND}">
      <label>E-mail <input name="email"></label>
        <button>Send me a link</button></form>`,
      '#/join': `{JOIN}`,
    }};
    const show = () => {{ app.innerHTML = views[location.hash] ?? 'nothing'; }};
    addEventListener('hashchange', show); show();</script>"""


def test_routes_behind_the_hash(at):
    visit, customer = at(ROUTES)
    customer.follow("sign in")
    customer.follow("forgot password")
    customer.fill_in("email")
    customer.submit()
    assert sent(customer, "forgot") == {"email": customer.identity.email}
    assert customer.page.url.endswith("#/forgot")
    assert [event.data["intent"] for event in visit.kinds("customer/found")] == ["sign in", "forgot password"]


def test_a_route_that_is_found_by_way_of_another(at):
    visit, customer = at(ROUTES)
    customer.follow("sign up")
    customer.complete("sign up")
    assert sent(customer, "join")["new"] == customer.identity.password
    [found] = visit.kinds("customer/found")
    assert found.data["detours"] == 1


PUSHED = (
    ROUTES.replace("views[location.hash]", "views[location.pathname.replace(/^./, '#/').replace('#//', '')]")
    .replace("addEventListener('hashchange', show); show();", """addEventListener('click', (event) => {
      const link = event.target.closest('a'); if (!link) return; event.preventDefault();
      history.pushState({}, '', '/' + link.hash.slice(2)); setTimeout(show, 80); }); views['#/'] = views[''];
      show();""")
)  # fmt: skip


def test_addresses_set_by_a_script(at):
    _, customer = at(PUSHED)
    customer.follow("sign in")
    customer.follow("forgot password")
    customer.fill_in("email")
    customer.submit()
    assert sent(customer, "forgot") == {"email": customer.identity.email}
    assert customer.page.url.endswith("/forgot")


SHADOW = """<h1>Shop</h1><sign-up></sign-up><news-letter></news-letter><script>
    const form = (id, inside, button) => `<form id="${id}"><div>${inside}</div><button>${button}</button></form>`;
    for (const [name, id, inside, button] of [
      ['sign-up', 'join', `<label for="e">E-mail</label><input id="e" name="email"><span id="l">Choose a password</span>
        <div><input type="password" name="new" aria-labelledby="l"></div>`, 'Create account'],
      ['news-letter', 'news', `Join our newsletter <input type="email" name="email"
      placeholder="E-mail">`, 'Subscribe']]) {
      customElements.define(name, class extends HTMLElement { connectedCallback() {
        const root = this.attachShadow({ mode: 'open' }); root.innerHTML = form(id, inside, button);
        root.querySelector('form').onsubmit = (event) => { event.preventDefault(); told(event.target); }; } });
        }</script>"""


def test_a_form_in_a_shadow_root(at):
    visit, customer = at(SHADOW)
    customer.complete("sign up")
    assert sent(customer, "join") == {"email": customer.identity.email, "new": customer.identity.password}
    assert filled(visit) == ["email", "new password"]


TWINS = """<h1>Create account</h1><form id="join" onsubmit="event.preventDefault(); told(this)"></form><script>
    customElements.define('x-field', class extends HTMLElement { connectedCallback() {
      const root = this.attachShadow({ mode: 'open' }); const [label, name, type] = this.dataset.f.split('|');
      root.innerHTML = `<label>${label} <input type="${type}"></label>`;
      const hidden = Object.assign(document.createElement('input'), { type: 'hidden', name }); this.append(hidden);
      root.querySelector('input').oninput = (event) => { hidden.value = event.target.value; }; } });
    join.innerHTML = ['First name|a|text', 'Surname|b|text', 'E-mail|c|email', 'New password|d|password']
      .map((f) => `<x-field data-f="${f}"></x-field>`).join('') + '<button>Create account</button>';</script>"""


def test_each_field_in_a_shadow_root_of_its_own(at):
    _, customer = at(TWINS.replace("join.innerHTML", "document.getElementById('join').innerHTML"))
    customer.complete("sign up")
    me = customer.identity
    assert sent(customer, "join") == {"a": me.given_name, "b": me.family_name, "c": me.email, "d": me.password}


def test_a_closed_shadow_root_shows_nothing(at):
    _, customer = at(SHADOW.replace("'open'", "'closed'"))
    with pytest.raises(JourneyNotFinished, match="no form for 'sign up'"):
        customer.complete("sign up")

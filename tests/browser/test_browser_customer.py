"""The customer's verbs on awkward pages: what a person would find, they find; what is not there, they say."""

import pytest
from playwright.sync_api import Error
from told import SEND, out, sent

from cxcheck.checks.run import all_checks, run_checks
from cxcheck.errors import JourneyNotFinished
from cxcheck.inbox.mail import read
from cxcheck.model.finding import CheckOutcome
from cxcheck.model.persona import IdentityTraits, Manners, Patience
from cxcheck.model.popup import PopupKind

pytestmark = pytest.mark.browser

SENT = "event.preventDefault(); out.textContent = this.id + ': ' + [...this.elements].map((e) => e.value).join('|')"


def test_follow_opens_the_menu_first(at, server):
    server.page("/login", "<h1>Come in</h1>", title="Sign in")
    body = """<button aria-expanded="false" onclick="this.ariaExpanded = 'true'; menu.hidden = false">☰ Menu</button>
        <div id="menu" hidden><a href="/login">Sign in</a></div>"""
    _, customer = at(body)
    with customer.step("Find where to sign in"):
        customer.follow("sign in")
    assert customer.page.title() == "Sign in"


def test_a_page_that_is_gone_before_its_press_has_ended_was_pressed(at, server, monkeypatch):
    """What a busy machine does now and then: the press leads away, and Playwright cannot say how it ended."""
    server.page("/login", "<h1>Come in</h1>", title="Sign in")
    _, customer = at("<a href='/login'>Sign in</a>")
    hands, press = customer._walk.hands, customer._walk.hands.press

    def press_and_lose(page, element, **how):
        press(page, element, **how)
        page.wait_for_url("**/login")
        raise Error("Execution context was destroyed")

    monkeypatch.setattr(hands, "press", press_and_lose)
    customer.follow("sign in")
    assert customer.page.title() == "Sign in"


def test_a_page_that_goes_by_itself_was_not_pressed(at, server, monkeypatch):
    server.page("/login", "<h1>Come in</h1>", title="Sign in")
    _, customer = at("<a href='/login'>Sign in</a>")

    def too_late(page, element, **how):
        page.goto(server.base + "/login")
        raise Error("Element is not attached to the DOM")

    monkeypatch.setattr(customer._walk.hands, "press", too_late)
    with pytest.raises(JourneyNotFinished, match="cannot reach 'Sign in'"):
        customer.follow("sign in")


def test_follow_says_what_was_there_instead(at):
    _, customer = at("<a href='/lamps'>Lamps</a> <a href='/chairs'>Chairs</a> <button>Search</button>")
    with pytest.raises(JourneyNotFinished) as caught:
        customer.follow("sign in")
    for word in ("no way to 'sign in'", "Lamps", "Chairs", "Search", "hints"):
        assert word in str(caught.value)


BOTH = f"""<form id="join" onsubmit="{SENT}"><h2>New here?</h2><label>E-mail <input type="email"></label>
    <label>Password <input type="password" autocomplete="new-password"></label>
    <label>Repeat password <input type="password" autocomplete="new-password"></label>
        <button>Create account</button></form>
    <form id="enter" onsubmit="{SENT}"><h2>Known?</h2><label>E-mail <input type="email"></label>
    <label>Password <input type="password"></label><button>Sign in</button></form>"""


@pytest.mark.parametrize("first", ["join", "enter"])
def test_sign_in_takes_the_right_form(at, first):
    join, enter = BOTH.split("</form>")[:2]
    body = f"{join}</form>{enter}</form>" if first == "join" else f"{enter}</form>{join}</form>"
    _, customer = at(body)
    customer.sign_in()
    me = customer.identity
    assert out(customer) == f"enter: {me.email}|{me.password}|"


def test_a_password_that_came_by_mail_is_signed_in_with(at):
    _, customer = at(f"<p>We have sent you a new password.</p>{BOTH}")
    mail = read(b"Subject: x\r\n\r\nYour new password: kT7-wq9Lz\r\nSign in: https://shop.example/login\r\n", 0)
    customer.do_as_mailed(mail)
    assert out(customer) == f"enter: {customer.identity.email}|kT7-wq9Lz|"


def test_a_link_that_lets_somebody_in_goes_before_a_password(at, server):
    server.page("/reset/c8x1yz-0123456789abcdef", "<h1>Choose a new one</h1>", title="Choose")
    _, customer = at(BOTH)
    link = f"{server.base}/reset/c8x1yz-0123456789abcdef"
    customer.do_as_mailed(read(f"Subject: x\r\n\r\nYour password is: kT7-wq9Lz\r\n{link}\r\n".encode(), 0))
    assert customer.page.title() == "Choose"


def test_new_password_goes_into_both_fields(at):
    body = f"""<form id="reset" onsubmit="{SENT}"><label>New password <input type="password"></label>
        <label>New password again <input type="password"></label><button>Change my password</button></form>"""
    _, customer = at(body)
    customer.fill_in("new password")
    customer.submit()
    new = customer.identity.new_password
    assert out(customer) == f"reset: {new}|{new}|"


def test_submit_presses_the_forms_own_button(at):
    body = f"""<form id="search" onsubmit="{SENT}"><input type="search" placeholder="Search">
        <button>Search</button></form>
        <form id="reset" onsubmit="{SENT}"><input type="email" placeholder="Your e-mail address">
        <button type="button" onclick="out.textContent = 'help'">What is this?</button>
        <button>Send me a link</button></form>
        <form id="news" onsubmit="{SENT}"><input type="text" placeholder="Newsletter"><button>Submit</button></form>"""
    _, customer = at(body)
    customer.fill_in("email")
    customer.submit()
    assert out(customer) == f"reset: {customer.identity.email}||"


def test_a_field_that_is_not_there_is_said(at):
    _, customer = at("<form><label>Postcode <input></label><button>Go</button></form>")
    with pytest.raises(JourneyNotFinished, match=r"no field for 'email'[\s\S]*Postcode"):
        customer.fill_in("email")


def test_a_dead_first_press_is_repeated_and_found(at, patient):
    body = """<a href="#" id="go" role="button" onclick="event.preventDefault(); window.n = (window.n || 0) + 1;
        if (n > 1) out.textContent = 'in'">Sign in</a>"""
    visit, customer = at(body)
    with customer.step("Sign in"):
        customer.follow("sign in")
    assert out(customer) == "in"
    artifacts = visit.artifacts()
    results = {result.check: result for result in run_checks(all_checks(), artifacts, visit.persona)}
    dead = results["dead-click"]
    assert dead.outcome is CheckOutcome.FAIL
    assert [(finding.step, finding.target.name) for finding in dead.findings] == [(1, "Sign in")]


def test_a_press_that_stays_dead_ends_the_journey(at, desktop, patient):
    body = "<button>Sign in</button>"
    _, customer = at(body, persona=desktop.model_copy(update={"patience": Patience(retries=0)}))
    with pytest.raises(JourneyNotFinished, match="pressed 'Sign in' once and nothing happened"):
        customer.follow("sign in")


def popup(inside, script=""):
    return f"""<h1>Shop</h1><a href="#in" onclick="out.textContent = 'in'">Sign in</a>
        <div id="veil" style="position:fixed;inset:0;background:#0008">
        <div role="dialog" style="position:absolute;left:300px;
        top:100px;width:500px;height:300px;background:#fff"><h2>Join our newsletter</h2><p>10 % off your first order</p>
        <input type="email" placeholder="E-mail">{inside}</div></div><script>{script}</script>"""


WAYS_OUT = {
    "×": ("""<button onclick="veil.remove()">×</button><button>Subscribe</button>""", ""),
    "No thanks": ("""<button>Subscribe</button><a href="#" onclick="veil.remove()">No thanks</a>""", ""),
    "Close": (
        """<button>Subscribe</button><button aria-label="Close" onclick="veil.remove()"><svg></svg></button>""",
        "",
    ),
    "Escape": ("<button>Subscribe</button>", "addEventListener('keydown', (e) => e.key === 'Escape' && veil.remove())"),
}


@pytest.mark.parametrize("way", WAYS_OUT)
def test_a_popup_in_the_way_is_closed(at, text, way):
    visit, customer = at(popup(*WAYS_OUT[way]) + text)
    customer.follow("sign in")
    assert out(customer) == "in"
    [seen] = visit.artifacts().popups.items
    assert seen.kind is PopupKind.NEWSLETTER
    assert seen.close_control == way
    assert seen.gone_ms is not None
    pictured = [picture.popup for picture in visit.artifacts().pictures.items if picture.reason == "popup"]
    assert pictured == [seen.id]


@pytest.mark.parametrize("manners", ["reject", "accept"])
def test_cookies_by_manners(at, desktop, text, manners):
    body = f"""<a href="#in">Sign in</a><p>{text}</p>
        <div id="bar" style="position:fixed;bottom:0;left:0;right:0;height:140px;
        background:#eee">We use cookies. <button onclick="bar.remove(); out.textContent = 'accept'">Accept all</button>
        <button onclick="bar.remove(); out.textContent = 'reject'">Reject all</button></div>"""
    visit, customer = at(body, persona=desktop.model_copy(update={"manners": Manners(cookies=manners)}))
    customer.follow("sign in")
    assert out(customer) == manners
    [seen] = visit.artifacts().popups.items
    assert seen.kind is PopupKind.CONSENT


def test_spanish_page(at, server):
    body = f"""<a href="#a">Ofertas</a> <a href="#b">Iniciar sesión</a>
        <form id="entrar" onsubmit="{SENT}"><label>Correo electrónico <input></label><label>Contraseña
        <input type="password"></label>
        <a href="#c" onclick="out.textContent = 'olvido'">¿Has olvidado tu contraseña?</a>
        <button>Entrar</button></form>"""
    _, customer = at(body, lang="es")
    customer.follow("forgot password")
    assert out(customer) == "olvido"
    customer.sign_in()
    assert out(customer) == f"entrar: {customer.identity.email}|{customer.identity.password}|"


def test_a_finger_does_as_well(at, phone):
    viewport = "<meta name=viewport content='width=device-width'>"
    visit, customer = at(BOTH, persona=phone, head=viewport)
    customer.sign_in()
    assert out(customer).startswith("enter: ")
    kinds = {gesture.kind.value for gesture in visit.artifacts().gestures.items}
    assert kinds == {"tap", "field"}


def test_a_card_is_typed_under_dots(at):
    """Where nothing but its label tells that a field is for a card, no picture shows what was typed."""
    body = """<form><label>Card number <input id="number"></label><label>Security code <input id="code"></label>
        <label>Postcode <input id="postcode"></label><button>Pay</button></form>"""
    _, customer = at(body, site={"orders": "test-card"})
    for what in ("card number", "card code", "postcode"):
        customer.fill_in(what)
    drawn = "id => getComputedStyle(document.getElementById(id)).webkitTextSecurity"
    assert [customer.page.evaluate(drawn, name) for name in ("number", "code", "postcode")] == ["disc", "disc", "none"]
    assert customer.page.input_value("#number").replace(" ", "") == customer.identity.card.number


def test_another_card_is_paid_with_once_it_is_taken(at):
    body = "<form><label>Card number <input id=number></label><button>Pay</button></form>"
    _, customer = at(body, site={"orders": "test-card", "gateway": "stripe"})
    for kind, number in {"declined": "4000000000000002", "good": customer.identity.card.number}.items():
        customer.take_card(kind)
        customer.page.fill("#number", "")
        customer.fill_in("card number")
        assert customer.page.input_value("#number").replace(" ", "") == number


def test_what_is_said_of_passwords_is_heeded_and_a_number_given_only_where_one_must_be(at, desktop):
    """Nobody rings up a customer whose country has no numbers for fiction: a field that may stay empty does."""
    body = """<form id="join" onsubmit="{send}">
        <label>E-mail <input name="email" type="email" required></label>
        <label>Password <input name="new" type="password" autocomplete="new-password" aria-describedby="rule"></label>
        <small id="rule">At least one special character</small>
        <label>Password again <input name="again" type="password" autocomplete="new-password"></label>
        <label>Phone <input name="phone" type="tel" {phone}></label><button>Sign up</button></form>"""
    someone = desktop.model_copy(update={"identity": IdentityTraits(locale="es_MX")})
    for phone in ("required", ""):
        _, customer = at(body.format(send=SEND, phone=phone), persona=someone)
        customer.complete("sign up")
        facts, me = sent(customer, "join"), customer.identity
        assert me.address.phone == ""
        assert facts["phone"] == (me.address.phone_if_demanded if phone else "")
        assert facts["new"] == facts["again"] != me.password
        assert not facts["new"].isalnum()

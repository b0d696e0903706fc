"""Several forms on one page: the one that is meant is filled in, its neighbours are left alone."""

import pytest
from told import SEND, nothing_sent, sent

from cxcheck.errors import JourneyNotFinished

pytestmark = pytest.mark.browser

SEARCH = f"""<header><form id="search" onsubmit="{SEND}"><input type="search" name="q" placeholder="Search">
    <button>Go</button></form>{{}}</header>"""
NEWS = f"""<footer><form id="news" onsubmit="{SEND}"><h3>Join our newsletter</h3><input type="email" name="email"
    placeholder="Your e-mail"><button>Sign up</button></form></footer>"""
JOIN = f"""<form id="join" onsubmit="{SEND}"><h2>I am new here</h2><label>E-mail <input type="email"
    name="email"></label>
    <label>Password <input type="password" name="new"></label><button>Create account</button></form>"""
ENTER = f"""<form id="enter" onsubmit="{SEND}"><h2>I have an account</h2><label>E-mail <input type="email"
    name="email"></label>
    <label>Password <input type="password" name="password"></label><button>Sign in</button></form>"""


@pytest.mark.parametrize("order", ["join first", "enter first"])
@pytest.mark.parametrize("verb", ["sign up", "sign in"])
def test_side_by_side(at, order, verb):
    pair = (JOIN, ENTER) if order == "join first" else (ENTER, JOIN)
    cells = "".join(f'<div style="float:left;width:400px">{one}</div>' for one in pair)
    _, customer = at(f'{SEARCH.format("")}{cells}<div style="clear:both"></div>{NEWS}')
    customer.complete(verb)
    me = customer.identity
    assert sent(customer, "join" if verb == "sign up" else "enter")["email"] == me.email


TABS = f"""<div role="tablist"><button role="tab" id="t0" aria-selected="true" aria-controls="enter"
    onclick="turn(0)">Sign in</button>
    <button role="tab" id="t1" aria-selected="false" aria-controls="join" onclick="turn(1)">Register</button></div>
    {ENTER}{JOIN.replace('id="join"', 'id="join" hidden')}
    <script>function turn(n) {{ ['enter', 'join'].forEach((id, i) => {{ document.getElementById(id).hidden = i !== n;
    document.getElementById('t' + i).setAttribute('aria-selected', i === n); }}); }}</script>"""


def test_the_other_tab_is_turned_to(at):
    visit, customer = at(TABS + NEWS)
    customer.follow("sign up")
    customer.complete("sign up")
    assert "new" in sent(customer, "join")
    assert [event.data["found"] for event in visit.kinds("customer/found")] == ["Register"]


def test_the_tab_that_is_open_is_not_pressed(at):
    visit, customer = at(TABS + NEWS)
    customer.sign_in()
    assert "password" in sent(customer, "enter")
    assert visit.kinds("customer/found") == []


DIALOG = f"""<dialog id="box">{ENTER}<p>New here? <a href="#" onclick="event.preventDefault();
    swap()">Create an account</a></p></dialog>
    <template id="t">{JOIN}</template><script>function swap() {{ box.innerHTML = '';
    box.append(t.content.cloneNode(true)); }}</script>"""
OPENS = """<button type="button" onclick="box.showModal()">Sign in</button>"""


def test_a_dialog_opened_from_the_header(at, text):
    visit, customer = at(SEARCH.format(OPENS) + text + DIALOG + NEWS)
    customer.sign_in()
    assert sent(customer, "enter")["password"] == customer.identity.password
    assert visit.kinds("popup/closing") == []


def test_signing_up_in_the_dialog_for_signing_in(at, text):
    _, customer = at(SEARCH.format(OPENS) + text + DIALOG + NEWS)
    customer.follow("sign up")
    customer.complete("sign up")
    assert sent(customer, "join")["new"] == customer.identity.password


def test_a_newsletter_and_a_search_are_no_sign_up(at, text):
    _, customer = at(SEARCH.format("") + text + NEWS)
    for verb in ("sign up", "sign in", "address", "guest", "payment"):
        with pytest.raises(JourneyNotFinished, match=f"no form for '{verb}'"):
            customer.complete(verb)
    assert nothing_sent(customer)


def test_the_e_mail_of_the_form_that_is_meant(at, text):
    reset = f"""<h1>Forgotten password</h1><form id="reset" onsubmit="{SEND}"><label>E-mail <input name="email"></label>
        <button>Send link</button></form>"""
    _, customer = at(SEARCH.format("") + NEWS.replace("footer", "aside") + reset + text + NEWS.replace("news", "news2"))
    customer.fill_in("email")
    customer.submit()
    assert sent(customer, "reset") == {"email": customer.identity.email}

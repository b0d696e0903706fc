"""What a customer without a mouse reaches and presses, and that what they cannot is a finding."""

import pytest
from told import out

from cxcheck.checks import keyboard_unreachable
from cxcheck.checks.run import run_checks
from cxcheck.errors import JourneyNotFinished
from cxcheck.model.finding import CheckOutcome
from cxcheck.model.persona import Hands, Patience, Persona
from cxcheck.model.unreached import Why

pytestmark = pytest.mark.browser

DONE = "out.textContent = 'in'"


@pytest.fixture
def typist(desktop) -> Persona:
    return desktop.model_copy(
        update={"key": "typist", "hands": Hands(input="keyboard"), "patience": Patience(retries=1)}
    )


def judged(visit):
    """What the check says of the visit, which is over."""
    [result] = run_checks([keyboard_unreachable], visit.artifacts(), visit.persona)
    return result


TABS = f"""<div role="tablist"><button role="tab" id="t1" aria-selected="true">New here</button>
  <button role="tab" id="t2" tabindex="-1" aria-selected="false" onclick="{DONE}">Sign in</button></div>
  <script>t1.onkeydown = (event) => {{ if (event.key === 'ArrowRight') t2.focus(); }};</script>"""
MENU = f"""<button id="b" aria-haspopup="menu" aria-expanded="false" onclick="this.ariaExpanded = 'true';
  menu.hidden = false; menu.children[0].focus()">Menu</button>
  <div role="menu" id="menu" hidden><div role="menuitem" tabindex="-1">Help</div>
  <div role="menuitem" tabindex="-1" onclick="{DONE}">Sign in</div></div><script>
  const items = [...menu.children];
  menu.onkeydown = (event) => {{ const at = items.indexOf(document.activeElement);
    if (event.key === 'ArrowDown') items[(at + 1) % items.length].focus();
    if (event.key === 'Enter') items[at].click(); }};</script>"""
DIALOG = f"""<a href="#a">Home</a><dialog id="d" aria-label="Sign in"><h2>Welcome</h2>
  <label>E-mail <input type="email"></label><label>Password <input type="password"></label>
  <button onclick="{DONE}">Sign in</button></dialog>
  <button onclick="d.showModal()">Account</button><script>d.showModal()</script>"""
LAMPS = "".join(f'<a href="#l{n}">Lamp {n}</a> ' for n in range(20))
SKIP = f"""<a class="skip" href="#main">Skip to content</a>{LAMPS}
  <main id="main" tabindex="-1"><h1>Shop</h1><button onclick="{DONE}">Sign in</button></main>"""
SHADOW = f"""<x-shop></x-shop><script>customElements.define('x-shop', class extends HTMLElement {{
  connectedCallback() {{
    this.attachShadow({{ mode: 'open' }}).innerHTML = '<a href="#a">Help</a><button>Sign in</button>';
    this.shadowRoot.querySelector('button').onclick = () => {{ {DONE} }}; }} }});</script>"""
FRAME = f"""<a href="#a">Home</a><iframe width="400" height="200"
  srcdoc="<a href='#x'>Help</a><button onclick=&quot;parent.{DONE}&quot;>Sign in</button>"></iframe>"""
DATES = f"""<label>Arrival <input type="date"></label><label>At <input type="datetime-local"></label>
  <button onclick="{DONE}">Sign in</button>"""
KEYS = f"""<div role="button" tabindex="0" onclick="{DONE}" onkeydown="if (event.key === 'Enter') this.click()"
  style="cursor:pointer">Sign in</div>"""
REACHED = {
    "a button": f'<button onclick="{DONE}">Sign in</button>',
    "tabs": TABS,
    "a menu": MENU,
    "behind a skip link": SKIP,
    "a shadow root": SHADOW,
    "a frame": FRAME,
    "behind dates, which take many Tabs": DATES,
}


@pytest.mark.parametrize("name", REACHED)
def test_reached(at, typist, name):
    visit, customer = at(f"<h1>Shop</h1>{REACHED[name]}", persona=typist)
    customer.follow("sign in")
    assert out(customer) == "in"
    assert judged(visit).outcome is CheckOutcome.PASS


def test_a_dialog_keeps_the_focus_and_is_no_trap(at, typist):
    visit, customer = at(DIALOG, persona=typist)
    customer.sign_in()
    assert out(customer) == "in"
    assert judged(visit).outcome is CheckOutcome.PASS


HELD = """<input id="t" aria-label="Code" onkeydown="if (event.key === 'Tab') event.preventDefault()" autofocus>"""
OUT_OF_REACH = {
    "a div": (f'<div onclick="{DONE}" style="cursor:pointer">Sign in</div>', Why.NO_FOCUS, "2.1.1"),
    "out of the order": (f'<button tabindex="-1" onclick="{DONE}">Sign in</button>', Why.NO_FOCUS, "2.1.1"),
    "a trap": (f'{HELD}<button onclick="{DONE}">Sign in</button>', Why.TRAP, "held at “Code” (WCAG 2.1.2)"),
    "a menu without arrows": (MENU.replace("ArrowDown", "F8"), Why.NO_ARROWS, "arrow keys do not lead"),
    "focus and no keys": (
        f'<div role="button" tabindex="0" onclick="{DONE}">Sign in</div>', Why.NO_KEY, "neither Enter nor Space",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", OUT_OF_REACH)
def test_out_of_reach(at, patient, typist, name):
    body, why, said = OUT_OF_REACH[name]
    visit, customer = at(f"<h1>Shop</h1>{body}", persona=typist)
    with pytest.raises(JourneyNotFinished), customer.step("Sign in"):
        customer.follow("sign in")
    assert out(customer) == "."
    [finding] = judged(visit).findings
    assert (finding.target.name, finding.step) == ("Sign in", 1)
    assert finding.target.selector
    assert said in finding.sentence
    [event] = visit.kinds("customer/unreachable")
    assert (event.data["why"], event.data["target"]["name"]) == (why, "Sign in")


def test_whatever_takes_enter_alone_is_pressed_with_the_second_key(at, patient, typist):
    visit, customer = at(f"<h1>Shop</h1>{KEYS}", persona=typist)
    customer.follow("sign in")
    assert out(customer) == "in"
    assert judged(visit).outcome is CheckOutcome.PASS


def test_a_native_button_that_is_dead_for_everybody_is_none_of_the_keyboards(at, patient, typist):
    visit, customer = at("<h1>Shop</h1><button>Sign in</button>", persona=typist)
    with pytest.raises(JourneyNotFinished, match="nothing happened"):
        customer.follow("sign in")
    assert judged(visit).outcome is CheckOutcome.PASS


def test_whoever_has_a_mouse_is_not_asked(at):
    visit, customer = at(f'<h1>Shop</h1><div onclick="{DONE}" style="cursor:pointer">Sign in</div>')
    customer.follow("sign in")
    assert judged(visit).outcome is CheckOutcome.NOT_APPLICABLE

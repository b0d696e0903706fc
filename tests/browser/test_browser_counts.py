"""Each verb costs the customer exactly the gestures that it takes by hand, whatever the hands."""

import pytest
import told

from cxcheck.model.persona import BrowserTraits, Hands, Persona
from cxcheck.score.costs import steps

pytestmark = pytest.mark.browser

GO = f"<form id='{{id}}' onsubmit=\"{told.SEND}\">{{fields}}<button>{{button}}</button></form>"
FORMS = {
    "/": "<h1>Shop</h1><a href='/login'>Sign in</a>",
    "/login": "<h1>Sign in</h1>" + GO.format(
        id="login", button="Sign in",
        fields="<p><label>E-mail <input name=e type=email></label>"
        "<p><label>Password <input name=p type=password></label>",
    ),
    "/in": "<h1>Hello</h1><p>You are signed in.</p><a href='/'>Sign out</a>",
    "/reset": "<h1>Forgot your password?</h1>" + GO.format(
        id="reset", button="Send me a link", fields="<p><label>E-mail <input name=e type=email></label>"
    ),
    "/join": "<h1>Create an account</h1>" + GO.format(
        id="join", button="Create account",
        fields="<p><label>First name <input name=f></label><p><label>E-mail <input name=e type=email></label>"
        "<p><label>Password <input name=p type=password autocomplete=new-password></label>"
        "<p><label><input type=checkbox name=t required> I accept the terms</label>",
    ),
    "/size": "<h1>Bowl</h1>" + GO.format(
        id="size", button="Save",
        fields="<p><label>Size <select name=s><option>S<option>M<option>L</select></label>"
        "<fieldset><legend>Colour</legend><label><input type=radio name=c value=r> Red</label>"
        "<label><input type=radio name=c value=b> Blue</label></fieldset>",
    ),
}  # fmt: skip

HEAD = "<meta name=viewport content='width=device-width'>"  # else a phone zooms in on what is tapped
PERSONAS = {
    "mouse": Persona(key="mouse", title="At a desk", browser=BrowserTraits(device="Desktop Chrome")),
    "touch": Persona(
        key="touch", title="On a bus", browser=BrowserTraits(device="Pixel 7"), hands=Hands(input="touch")
    ),
    "keyboard": Persona(key="keyboard", title="No mouse", hands=Hands(input="keyboard")),
}
# What the keyboard needs to get there: from field to field, and through a group or a list.
TABS = {"follow": 1, "fill in": 1, "submit": 1, "sign in": 3, "complete": 5, "choose": 1, "choose one": 1}


def verbs(customer):
    """What is done, by name: the page it is done on, and its gestures by a mouse."""
    me = customer.identity
    return {
        "open": ("/", lambda: customer.open("/reset"), {}),
        "follow": ("/", lambda: customer.follow("sign in"), {"presses": 1}),
        "fill in": ("/reset", lambda: customer.fill_in("email"), {"fields": 1, "characters": len(me.email)}),
        "submit": (None, customer.submit, {"presses": 1}),
        "sign in": (
            "/login",
            customer.sign_in,
            {"presses": 1, "fields": 2, "characters": len(me.email) + len(me.password)},
        ),
        "complete": (
            "/join",
            lambda: customer.complete("sign up"),
            {"presses": 1, "fields": 3, "ticks": 1, "characters": len(me.given_name + me.email + me.password)},
        ),
        "choose": ("/size", lambda: customer.choose("Size", "L"), {"choices": 1}),
        "choose one": (None, lambda: customer.choose("Colour", "Blue"), {"ticks": 1}),
        "expect": ("/in", lambda: customer.expect("signed in"), {}),
    }


@pytest.mark.parametrize("hands", PERSONAS)
def test_a_verb_is_what_it_takes(record, server, quick_to_look, hands):
    visit = record(PERSONAS[hands])
    customer = visit.customer()
    for path, body in FORMS.items():
        server.page(path, told.SCRIPT + body + "<p id='out'>.</p>", head=HEAD)
    expected = {}
    for name, (path, act, counts) in verbs(customer).items():
        if path is not None:
            customer.page.goto(server.base + path)
        with customer.step(name):
            act()
        expected[name] = counts
    found = {step.title: step for step in steps(visit.artifacts(), visit.persona)}
    for name, counts in expected.items():
        step = found[name]
        named = ("presses", "fields", "characters", "choices", "ticks", "backs", "popup_gestures")
        assert {key: getattr(step, key) for key in named} == dict.fromkeys(named, 0) | counts, name
        presses = counts.get("presses", 0)
        assert (step.clicks, step.taps) == {"mouse": (presses, 0), "touch": (0, presses)}.get(hands, (0, 0)), name
        assert step.tabs == (TABS.get(name, 0) if hands == "keyboard" else 0), name

"""What the page says when a form was sent, and what a person makes of it: corrected, given up, or glad."""

import pytest
from told import SEND, filled, nothing_sent, out, sent

from cxcheck.customer.complete import _REFUSALS
from cxcheck.errors import JourneyNotFinished

pytestmark = pytest.mark.browser

JOINED = "document.body.insertAdjacentHTML('beforeend', '<h2>Your account has been created</h2>')"


def page(fields, script, button='<button id="go">Create account</button>'):
    """A form whose script's ``check(facts)`` gives '' or what is wrong, and shows it by ``complain(text)``."""
    return f"""<h1>Create your account</h1><form id="join" onsubmit="event.preventDefault();
        sent(this)">{fields}{button}</form>
      <script>const join = document.getElementById('join'); let sendings = 0;
      function sent(form) {{ const facts = told(form); sendings++; const wrong = check(facts);
        if (wrong) complain(wrong); else {{ form.remove(); {JOINED}; }} }}
      {script}</script>"""


FIELDS = """<p><label>E-mail <input type="email" name="email"></label></p><p><label>Password <input type="password"
    name="new" id="new"></label></p><p><label>Phone <input name="phone" id="phone"><span id="wrong"></span></label></p>
    <div id="beside"></div>"""
MARKED = FIELDS.replace('type="email"', 'type="email" required').replace('id="new"', 'id="new" required')
PHONE = "const check = (facts) => facts.phone ? '' : 'Please enter a phone number';"
COMPLAINS = {
    "red beside it": "const complain = (text) => { wrong.textContent = text; wrong.style.color = '#d00'; };",
    "alert beside it": """const complain = (text) => { beside.innerHTML = '';
        phone.closest('p').insertAdjacentHTML('beforeend',
        `<em role="alert">${text}</em>`); };""",
    "described by it": """const complain = (text) => { beside.innerHTML = `<i id="why">${text}</i>`;
        phone.setAttribute('aria-describedby', 'why'); phone.setAttribute('aria-invalid', 'true'); };""",
    "new rows shift the others": """const complain = (text) => { phone.closest('p').insertAdjacentHTML('beforebegin',
        `<p class="error">${text}</p>`); phone.setAttribute('aria-invalid', 'true'); };""",
}  # fmt: skip


@pytest.mark.parametrize("way", COMPLAINS)
def test_a_field_that_is_needed_but_not_marked_so(at, way):
    visit, customer = at(page(MARKED, PHONE + COMPLAINS[way]))
    customer.complete("sign up")
    assert sent(customer, "join")["phone"] == customer.identity.address.phone
    assert filled(visit) == ["email", "new password", "phone"]
    [refused] = visit.kinds("customer/refused")
    assert refused.data["says"] == ["Please enter a phone number"]
    customer.expect("signed up")


SUMMARY = """const complain = (text) => join.insertAdjacentHTML('beforebegin', `<div class="error-summary"
    tabindex="-1">
    <h2>There is a problem</h2><ul><li><a href="#phone">${text}</a></li></ul></div>`);"""


def test_a_summary_at_the_top_that_leads_to_the_field(at):
    visit, customer = at(page(MARKED, PHONE + SUMMARY))
    customer.complete("sign up")
    assert sent(customer, "join")["phone"] == customer.identity.address.phone
    assert filled(visit) == ["email", "new password", "phone"]


def test_a_summary_that_says_nothing_a_person_could_do_ends_the_journey(at):
    script = """const check = () => 'We could not create your account. Error 17.'; const complain = (text) =>
        join.insertAdjacentHTML('beforebegin', `<div role="alert">${text}</div>`);"""
    _, customer = at(page(FIELDS, script))
    with pytest.raises(JourneyNotFinished, match=r"We could not create your account\. Error 17"):
        customer.complete("sign up")
    assert customer.page.evaluate("sendings") == 1


def test_the_browsers_own_bubble(at):
    needed = """<p><label>E-mail * <input type="email" name="email" required></label></p>
        <p><label>Password * <input type="password" name="new" required></label></p>"""
    optional = '<p><label>Phone (optional) <input name="phone" required></label></p>'
    _, customer = at(page(needed + optional, "const check = () => ''; const complain = () => {};"))
    customer.complete("sign up")
    assert sent(customer, "join")["phone"]


def test_the_bubble_for_a_field_nobody_marked(at):
    fields = """<p><label>E-mail * <input type="email" name="email"></label></p>
        <p><label>Password * <input type="password" name="new"></label></p>"""
    hidden_need = '<p><label>Guild <input name="guild" pattern=".{2,}" oninput="setCustomValidity(\'\')"></label></p>'
    script = """const check = () => ''; const complain = () => {};
        join.guild.setCustomValidity('Please fill in this field');"""
    visit, customer = at(page(fields + hidden_need, script))
    with pytest.raises(JourneyNotFinished, match="Guild: Please fill in this field"):
        customer.complete("sign up")
    [refused] = visit.kinds("customer/refused")
    assert refused.data["fields"] == ["Guild"]
    assert nothing_sent(customer)


TERMS = FIELDS + '<p><label><input type="checkbox" name="ok" value="yes" id="ok"> Yes, all of that is fine</label></p>'
NOT_YET = '<button id="go" disabled>Create account</button>'


def test_a_button_that_waits_for_a_tick(at):
    script = "const check = () => ''; const complain = () => {}; ok.onchange = () => { go.disabled = !ok.checked; };"
    _, customer = at(page(TERMS, script, NOT_YET))
    customer.complete("sign up")
    assert sent(customer, "join")["ok"] == "yes"


def test_a_button_that_waits_for_all_fields(at):
    script = """const check = () => ''; const complain = () => {};
        join.oninput = () => {
        go.disabled = [...join.querySelectorAll('p input:not([type=checkbox])')].some((f) => !f.value); };"""
    _, customer = at(page(MARKED, script, NOT_YET))
    customer.complete("sign up")
    assert sent(customer, "join")["phone"]


def test_a_button_that_never_wakes(at):
    _, customer = at(page(FIELDS, "const check = () => ''; const complain = () => {};", NOT_YET))
    with pytest.raises(JourneyNotFinished, match="cannot press 'Create account': it stays disabled"):
        customer.complete("sign up")
    assert nothing_sent(customer)


TOAST = """<style>.toast { position: fixed; bottom: 20px; right: 20px; background: #063; color: #fff;
    padding: 12px }</style>"""


@pytest.mark.parametrize("attributes", ['role="status" class="toast"', 'class="toast"'])
def test_a_toast_that_goes_again(at, attributes):
    script = f"""const check = () => ''; const complain = () => {{}}; join.remove = () => {{ join.reset();
        document.body.insertAdjacentHTML('beforeend', `<div {attributes} id="t">Thanks for signing up!</div>`);
        setTimeout(() => t.remove(), 1500); }};"""
    _, customer = at(TOAST + page(FIELDS, script).replace(JOINED, ""))
    customer.complete("sign up")
    customer.page.wait_for_timeout(1700)
    assert "Thanks" not in customer.page.inner_text("body")
    customer.expect("signed up")
    assert customer.page.evaluate("sendings") == 1


def test_success_beside_a_form_that_stays(at):
    script = "const check = () => ''; const complain = () => {}; join.remove = () => join.reset();"
    _, customer = at(page(FIELDS, script))
    customer.complete("sign up")
    customer.expect("signed up")
    assert customer.page.evaluate("sendings") == 1


def test_no_sign_where_there_is_none(at):
    script = "const check = () => ''; const complain = () => {};"
    _, customer = at(page(FIELDS, script).replace(JOINED, "out.textContent = 'Bye'"))
    customer.complete("sign up")
    with pytest.raises(JourneyNotFinished, match="nothing on the page says 'signed up'"):
        customer.expect("signed up")


def test_what_was_lost_is_filled_in_again(at):
    script = """let first = true; const check = (facts) => { if (!first) return ''; first = false;
        return 'Please enter a phone number'; };
        const complain = (text) => { join.email.value = ''; join.querySelector('[name=new]').value = '';
        wrong.textContent = text; wrong.style.color = 'red'; };"""
    visit, customer = at(page(MARKED, script))
    customer.complete("sign up")
    me = customer.identity
    assert sent(customer, "join") == {"email": me.email, "new": me.password, "phone": me.address.phone}
    notes = [(event.data["what"], event.data["again"]) for event in visit.kinds("customer/filled")]
    assert notes[:2] == [("email", False), ("new password", False)]
    assert ("email", True) in notes
    assert ("new password", True) in notes
    [refused] = visit.kinds("customer/refused")
    assert (refused.data["lost"], refused.data["lost_secret"]) == (["E-mail"], ["Password"])


RULES = {
    "symbol": (r"[^\w\s]", "Your password must contain at least one special character."),
    "digits": (r"^\d+$", "The password must consist of digits only, 6-8 digits."),
    "at most": (r"^.{6,10}$", "Please choose a password of at most 10 characters."),
    "upper case and symbol": (r"(?=.*[A-Z])(?=.*[!-/])", "Use an uppercase letter and a symbol such as !"),
    "length": (r"^.{16,}$", "Your password must have at least 16 characters"),
}


@pytest.mark.parametrize("rule", RULES)
def test_a_password_refused_by_a_rule(at, rule):
    pattern, says = RULES[rule]
    script = f"""const check = (facts) => /{pattern}/.test(facts.new) ? '' : {says!r}; const complain = (text) => {{
        document.getElementById('new').value = '';
        document.getElementById('new').closest('p').insertAdjacentHTML('beforeend',
        `<b style="color:red">${{text}}</b>`); }};"""
    visit, customer = at(page(FIELDS, script))
    customer.complete("sign up")
    assert sent(customer, "join")["new"] != customer.identity.password
    customer.expect("signed up")
    refused = visit.kinds("customer/refused")[0]
    assert (refused.data["what"], refused.data["rule_shown"]) == ("new password", False)


def test_a_rule_that_stood_there_before_was_shown(at):
    """In words that a customer may well misread, else they would have kept to it."""
    hint = "<small>At least 8 characters, and not without one special character.</small>"
    script = """const check = (facts) => /[^\\w\\s]/.test(facts.new) ? '' : 'One special character, please';
        const complain = (text) => { wrong.textContent = '';
        document.getElementById('new').closest('p').insertAdjacentHTML(
        'beforeend', `<b style="color:red">${text}</b>`); };"""
    visit, customer = at(page(FIELDS.replace('id="new"></label>', f'id="new"></label>{hint}'), script))
    customer.complete("sign up")
    [refused] = visit.kinds("customer/refused")
    assert refused.data["rule_shown"] is True


def test_a_password_that_is_never_good_enough(at):
    script = """const check = () => 'This password is too weak.'; const complain = (text) => {
        for (const old of document.querySelectorAll('b')) old.remove();
        document.getElementById('new').closest('p').insertAdjacentHTML('beforeend',
        `<b style="color:red">${text}</b>`); };"""
    visit, customer = at(page(FIELDS, script))
    with pytest.raises(JourneyNotFinished, match="This password is too weak"):
        customer.complete("sign up")
    assert customer.page.evaluate("sendings") == 1 + _REFUSALS
    assert len(visit.kinds("customer/refused")) == 1 + _REFUSALS


def test_an_address_that_is_known_already(at):
    script = """const check = () => 'An account with this e-mail address already exists.'; const complain = (text) => {
        join.email.closest('p').insertAdjacentHTML('beforeend', `<b role="alert">${text}</b>`); };"""
    _, customer = at(page(FIELDS, script))
    with pytest.raises(JourneyNotFinished, match="already exists"):
        customer.complete("sign up")
    assert customer.page.evaluate("sendings") == 1


def test_a_wrong_password_is_no_rule(at):
    body = f"""<h1>Sign in</h1><form id="enter" onsubmit="{SEND}; wrong.hidden = false"><p id="wrong"
        role="alert" hidden>Your password
        is incorrect. It has at least 8 characters.</p><label>E-mail <input name="email"></label><label>Password
        <input type="password" name="password"></label><button>Sign in</button></form>"""
    _, customer = at(body)
    with pytest.raises(JourneyNotFinished, match="Your password is incorrect"):
        customer.sign_in()
    assert sent(customer, "enter")["password"] == customer.identity.password


def test_a_message_that_stood_there_before_is_no_answer(at):
    warning = '<p class="warning" style="color:red">Sale ends soon: errors in prices excepted.</p>'
    _, customer = at(warning + page(FIELDS, "const check = () => ''; const complain = () => {};"))
    customer.complete("sign up")
    customer.expect("signed up")
    assert out(customer) != "."


STATUS = '<p role="status">We have sent you a confirmation.</p>'


@pytest.mark.parametrize(
    "body",
    [
        STATUS + "<p>Thank you.</p>",
        f"<p>Thank you.</p><script>1</script>{STATUS}<script>2</script><p>Come again.</p>",
        "<p>Thank you.</p>" * 8 + "<script>1</script>" + "<i>.</i>" * 60 + STATUS,
    ],
    ids=["in one piece", "between two scripts", "far down a piece"],
)
def test_what_a_document_brings_along_is_told_once_however_it_is_parsed(recorded, server, body):
    recorded.open(server.page("/thanks", f"<h1>Thanks</h1>{body}"))
    recorded.pause(300)
    assert [event.data["text"] for event in recorded.kinds("page/said")] == ["We have sent you a confirmation."]
    recorded.page.evaluate("document.querySelector('[role=status]').textContent = 'And another one.'")
    recorded.pause(300)
    assert [event.data["text"] for event in recorded.kinds("page/said")][1:] == ["And another one."]

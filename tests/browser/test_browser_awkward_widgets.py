"""Fields that pages draw themselves, and fields that come in pieces."""

import pytest
from told import SEND, out, sent

from cxcheck.errors import JourneyNotFinished

pytestmark = pytest.mark.browser


def form(inside, button="Continue", name="place"):
    return f'<h1>Delivery address</h1><form id="{name}" onsubmit="{SEND}">{inside}<br><button>{button}</button></form>'


ADDRESS = """<p><label>Street address <input name="street"></label></p><p><label>City <input name="city"></label></p>
    <p><label>Postcode <input name="postcode"></label></p>"""
COUNTRIES = ("France", "Germany", "United States", "Zambia")
OPTIONS = "".join(f'<li role="option" id="o{i}" onclick="take(this)">{name}</li>' for i, name in enumerate(COUNTRIES))
TAKE = """<input type="hidden" name="country"><script>function take(option) {
    document.querySelector('[name=country]').value = option.textContent; offers.hidden = true;
    const shown = document.querySelector('.shown'); shown.value === undefined || shown.tagName === 'BUTTON'
    ? shown.textContent = option.textContent : shown.value = option.textContent; }</script>"""
LIST = f'<ul id="offers" role="listbox" hidden>{OPTIONS}</ul>{TAKE}'

LISTBOXES = {
    "button": """<span id="c">Country</span><button type="button" class="shown" aria-haspopup="listbox"
        aria-labelledby="c"
        onclick="offers.hidden = !offers.hidden">Please choose</button>""",
    "div": """<label id="c">Country</label><div class="shown" role="combobox" tabindex="0" aria-haspopup="listbox"
        aria-labelledby="c" aria-expanded="false" onclick="offers.hidden = !offers.hidden">Please choose</div>""",
    "typed": """<label>Country <input class="shown" role="combobox" aria-autocomplete="list" aria-expanded="false"
        oninput="offers.hidden = !this.value; for (const o of offers.children)
        o.hidden = !o.textContent.toLowerCase().startsWith(this.value.toLowerCase())"></label>""",
}  # fmt: skip


@pytest.mark.parametrize("way", LISTBOXES)
def test_a_list_drawn_by_the_page(at, way):
    _, customer = at(form(ADDRESS + LISTBOXES[way] + LIST))
    customer.complete("address")
    assert sent(customer, "place")["country"] == "United States"


def test_of_a_list_that_does_not_open_nothing_is_said_to_be_chosen(at):
    dead = """<span id="c">Country</span><button type="button" aria-haspopup="listbox" aria-labelledby="c">
        Please choose</button>"""
    visit, customer = at(form(ADDRESS + dead))
    customer.complete("address")
    assert "country" not in [event.data["what"] for event in visit.kinds("customer/filled")]


TICKS = {
    "styled label": """<style>.hide { position: absolute; opacity: 0; width: 0; height: 0 }</style>
        <input class="hide" type="checkbox" id="t" name="terms" value="yes"><label for="t">I accept the terms</label>
        <input class="hide" type="checkbox" id="n" name="news" value="yes">
        <label for="n">Send me the newsletter</label>""",
    "speck": """<style>.hide { position: absolute; clip: rect(0 0 0 0); width: 1px; height: 1px; margin: -1px }</style>
        <label><input class="hide" type="checkbox" name="terms" value="yes"><b>I accept the terms</b></label>
        <label><input class="hide" type="checkbox" name="news" value="yes"><b>Send me the newsletter</b></label>""",
    "role": """<div role="checkbox" aria-checked="false" tabindex="0" onclick="this.ariaChecked = 'true';
        f1.disabled = false">
        I accept the terms</div><div role="checkbox" aria-checked="false" tabindex="0"
        onclick="this.ariaChecked = 'true';
        f2.disabled = false">Send me the newsletter</div><input hidden checked type="checkbox" id="f1" name="terms"
        value="yes"
        disabled><input hidden checked type="checkbox" id="f2" name="news" value="yes" disabled>""",
    "link in it": """<input type="checkbox" id="t" name="terms" value="yes"><label for="t">I accept the
        <a href="/terms" target="_blank">terms and conditions and whatever else they have in mind</a></label>
        <p><input type="checkbox" id="n" name="news" value="yes"><label for="n">Send me the newsletter</label></p>""",
}  # fmt: skip
JOIN = """<p><label>E-mail <input type="email" name="email"></label></p>
    <p><label>Password <input type="password" autocomplete="new-password" name="new"></label></p>"""


@pytest.mark.parametrize("way", TICKS)
def test_boxes_drawn_by_the_page(at, way):
    script = "" if way != "role" else "<script>for (const f of [f1, f2]) f.checked = true</script>"
    body = form(JOIN + TICKS[way] + script, "Create account", "join")
    if way == "role":
        body = body.replace(SEND, f"for (const f of [f1, f2]) f.checked = !f.disabled; {SEND}")
    _, customer = at(body)
    customer.complete("sign up")
    told = sent(customer, "join")
    assert (told.get("terms"), told.get("news")) == ("yes", None)


CARDS = """<style>.card { display: inline-block; padding: 20px; border: 1px solid } .card input {
    display: none }</style>
    <fieldset><legend>Delivery</legend><label class="card"><input type="radio" name="way"
    value="fast">Express £9.00</label>
    <label class="card"><input type="radio" name="way" value="slow">Standard £3.00</label></fieldset>"""


def test_radio_buttons_drawn_as_cards(at):
    visit, customer = at(form(CARDS).replace("Delivery address", "Choose delivery"))
    customer.choose("delivery")
    assert sent(customer, "place") == {"way": "slow"}
    [chose] = visit.kinds("customer/chose")
    assert chose.data["of"] == 2


def select(name, options, label=""):
    choices = "".join(f'<option value="{value}">{text}</option>' for value, text in options)
    return f'<select name="{name}" aria-label="{label}">{choices}</select>'


MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
BIRTHDAY = "<fieldset><legend>Date of birth</legend>{}</fieldset>".format(
    select("day", [("", "Day"), *((n, n) for n in range(1, 32))], "Day")
    + select("month", [("", "Month"), *enumerate(MONTHS, 1)], "Month")
    + select("year", [("", "Year"), *((n, n) for n in range(2020, 1920, -1))], "Year")
)


WRITTEN = {
    "year first": ('<label>Date of birth <input name="b" placeholder="YYYY-MM-DD"></label>', "{0}-{1}-{2}"),
    "as at home": ('<label>Date of birth (DD/MM/YYYY) <input name="b"></label>', "{2}/{1}/{0}"),
    "month first": ('<label>Date of birth <input name="b" placeholder="MM/DD/YYYY"></label>', "{1}/{2}/{0}"),
    "dotted": ('<label>Date of birth <input name="b" placeholder="TT.MM.JJJJ"></label>', "{2}.{1}.{0}"),
    "browser's own": ('<label>Date of birth <input type="date" name="b"></label>', "{0}-{1}-{2}"),
}


@pytest.mark.parametrize("way", WRITTEN)
def test_a_birthday_as_the_page_wants_it(at, way):
    field, wanted = WRITTEN[way]
    _, customer = at(form(JOIN + field, "Create account", "join"))
    customer.complete("sign up")
    assert sent(customer, "join")["b"] == wanted.format(*customer.identity.birthday.split("-"))


def test_a_birthday_in_three_fields(at):
    parts = "".join(
        f'<label>{part} <input name="{part}" maxlength="{4 if part == "Year" else 2}"></label>'
        for part in ("Day", "Month", "Year")
    )
    _, customer = at(
        form(f"{JOIN}<fieldset><legend>Date of birth</legend>{parts}</fieldset>", "Create account", "join")
    )
    customer.complete("sign up")
    told = sent(customer, "join")
    assert [told[part] for part in ("Year", "Month", "Day")] == customer.identity.birthday.split("-")


def test_a_birthday_in_three_lists(at):
    _, customer = at(form(JOIN + BIRTHDAY, "Create account", "join"))
    customer.complete("sign up")
    told = sent(customer, "join")
    born = [int(part) for part in customer.identity.birthday.split("-")]
    assert [int(told[part]) for part in ("year", "month", "day")] == born


GROUPS = "".join(
    f'<input name="n{i}" maxlength="4" size="4" inputmode="numeric" aria-label="Digits {4 * i + 1} to {4 * i + 4}" '
    'oninput="if (this.value.length === 4) this.nextElementSibling?.focus()">'
    for i in range(4)
)
CARD = f"""<fieldset><legend>Card number</legend>{GROUPS}</fieldset><p><label>Month <input name="month" placeholder="MM"
    maxlength="2" size="2" autocomplete="cc-exp-month"></label><label>Year <input name="year" placeholder="YY"
    maxlength="2" size="2"
    autocomplete="cc-exp-year"></label></p><p><label>CVC <input name="code" maxlength="4"
    autocomplete="cc-csc"></label></p>"""


def test_a_card_number_in_groups_of_four(at):
    _, customer = at(form(CARD, "Pay now", "pay"), site={"orders": "test-card"})
    customer.complete("payment")
    told, card = sent(customer, "pay"), customer.identity.card
    assert [told[f"n{i}"] for i in range(4)] == [card.number[i : i + 4] for i in range(0, 16, 4)]
    assert (told["month"], told["year"], told["code"]) == (f"{card.month:02}", f"{card.year % 100}", card.code)


def test_a_card_number_that_the_page_groups_while_it_is_typed(at):
    grouped = """<label>Card number <input name="number" autocomplete="cc-number" maxlength="19"
        oninput="this.value = this.value.replace(/\\D/g, '').replace(/(.{4})(?=.)/g, '$1 ')"></label>
        <label>Expiry <input name="expiry" placeholder="MM / YY" oninput="this.value =
        this.value.replace(/\\D/g, '').replace(/^(..)(?=.)/, '$1 / ')"></label>"""
    _, customer = at(form(grouped, "Pay now", "pay"), site={"orders": "test-card"})
    customer.complete("payment")
    told, card = sent(customer, "pay"), customer.identity.card
    assert told["number"].replace(" ", "") == card.number
    assert told["expiry"] == f"{card.month:02} / {card.year % 100}"


def test_a_phone_number_that_the_page_formats_while_it_is_typed(at):
    phone = """<label>Phone <input name="phone"
        type="tel" required oninput="const d = this.value.replace(/\\D/g, '').slice(0, 10);
        this.value = d.length > 6 ? `(${d.slice(0, 3)}) ${d.slice(3, 6)}-${d.slice(6)}` : d"></label>"""
    _, customer = at(form(ADDRESS.replace("<input", "<input required") + phone))
    customer.complete("address")
    digits = "".join(filter(str.isdigit, customer.identity.address.phone))
    assert "".join(filter(str.isdigit, sent(customer, "place")["phone"])) == digits


def test_what_is_not_in_the_list_is_said(at):
    _, customer = at(
        form('<label>Size <select name="size"><option>Small</option><option>Large</option></select></label>')
    )
    with pytest.raises(JourneyNotFinished, match=r"'Enormous'[\s\S]*Small, Large"):
        customer.choose("size", "Enormous")
    customer.choose("size", "Large")
    assert customer.page.input_value("select") == "Large"
    assert out(customer) == "."

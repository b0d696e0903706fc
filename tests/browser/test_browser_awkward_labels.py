"""What a field is called may stand anywhere: in it, before it, after it, over it, in a cell beside it."""

import pytest
from told import SEND, nothing_sent, sent

from cxcheck.errors import JourneyNotFinished

pytestmark = pytest.mark.browser

FLOATING = """<style>.f { position: relative; margin: 20px } .f label { position: absolute; left: 4px; top: 4px }
    .f input { padding: 20px 4px 4px }</style>"""
ENGLISH = ("First name", "Surname", "E-mail address", "Choose a password")
TYPES = ("text", "text", "text", "password")


def rows(template, labels=ENGLISH):
    """One piece of page for each label; names and ids say nothing."""
    pairs = enumerate(zip(labels, TYPES, strict=True))
    return "".join(template.format(label=label, type=kind, n=f"q{i}") for i, (label, kind) in pairs)


def form(inside, button="Create account"):
    return f'<h1>Shop</h1><form id="join" onsubmit="{SEND}">{inside}<button>{button}</button></form>'


WAYS = {
    "placeholder only": rows('<p><input name="{n}" type="{type}" placeholder="{label}"></p>'),
    "cell beside it": rows('<table><tr><td>{label}</td><td><input name="{n}" type="{type}"></td></tr></table>'),
    "cell above it": "<table>"
        + rows('<tr><th>{label}</th></tr><tr><td><input name="{n}" type="{type}"></td></tr>') + "</table>",
    "after it": rows('<p><input name="{n}" type="{type}" id="{n}"> <label for="{n}">{label}</label></p>'),
    "after it, no label": rows('<p><input name="{n}" type="{type}"> <span>{label}</span></p>'),
    "floating": FLOATING
        + rows('<div class="f"><input name="{n}" type="{type}" id="{n}" placeholder=" ">'
        '<label for="{n}">{label}</label></div>'),
    "aria-label": rows('<p><input name="{n}" type="{type}" aria-label="{label}"></p>'),
    "aria-labelledby": rows('<b id="l{n}">{label}</b>'
        '<div><input name="{n}" type="{type}" aria-labelledby="l{n}"></div>'),
    "words before it": rows('<div>{label}<br><input name="{n}" type="{type}"></div>'),
    "title": rows('<p><input name="{n}" type="{type}" title="{label}"></p>'),
    "list of terms": "<dl>" + rows('<dt>{label}<dd><input name="{n}" type="{type}">') + "</dl>",
    "deep in boxes": rows("<div><div><div><div><div><label>{label}</label></div><div><div><div><div>"
        '<input name="{n}" type="{type}"></div></div></div></div></div></div></div></div>'),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_labels(at, way):
    _, customer = at(form(WAYS[way]))
    customer.complete("sign up")
    me = customer.identity
    assert sent(customer, "join") == {"q0": me.given_name, "q1": me.family_name, "q2": me.email, "q3": me.password}


LANGUAGES = {
    "de": (("Vorname", "Nachname", "E-Mail-Adresse", "Passwort"), "Konto erstellen"),
    "es": (("Nombre", "Apellidos", "Correo electrónico", "Contraseña"), "Crear cuenta"),
    "fr": (("Prénom", "Nom de famille", "Adresse e-mail", "Mot de passe"), "Créer un compte"),
    "ja": (("名", "姓", "メールアドレス", "パスワード"), "新規登録"),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_labels_in_the_pages_language(at, lang):
    labels, button = LANGUAGES[lang]
    inside = rows('<p><label for="{n}">{label}</label><input id="{n}" name="{n}" type="{type}"></p>', labels)
    _, customer = at(form(inside, button), lang=lang)
    customer.complete("sign up")
    me = customer.identity
    assert sent(customer, "join") == {"q0": me.given_name, "q1": me.family_name, "q2": me.email, "q3": me.password}


# No lexicon speaks Finnish.
FINNISH = """<p><label>Sukunimi <input name="q0" {0}></label></p>
    <p><label>Sähköposti <input name="q1" {1}></label></p>
    <p><label>Salasana <input type="password" name="q2" {2}></label></p>"""


def test_a_language_without_words_here_is_read_by_types_and_tokens(at):
    tokens = ('autocomplete="family-name"', 'type="email"', 'autocomplete="new-password"')
    _, customer = at(form(FINNISH.format(*tokens), "Luo tili"), lang="fi")
    customer.complete("sign up")
    me = customer.identity
    assert sent(customer, "join") == {"q0": me.family_name, "q1": me.email, "q2": me.password}


def test_without_words_and_tokens_nothing_is_guessed(at):
    _, customer = at(form(FINNISH.format("", "", ""), "Luo tili"), lang="fi")
    with pytest.raises(JourneyNotFinished, match="no form for 'sign up'"):
        customer.complete("sign up")
    assert nothing_sent(customer)


LEFT_ALONE = """<label>E-mail <input name="email"></label><label>Password <input type="password" name="new"></label>
    <label>Company (optional) <input name="company"></label><label>Voucher code <input name="voucher"></label>
    <label>Phone (optional) <input name="phone"></label><label>Favourite colour <input name="colour"></label>
    <label><input type="checkbox" name="news" value="yes"> Send me the newsletter</label>
    <label><input type="checkbox" name="terms" value="yes"> I have read the terms and conditions</label>
    <div style="position:absolute;left:-6000px"><label>Surname <input name="trap" tabindex="-1"></label></div>
    <div style="opacity:0;height:0;overflow:hidden"><label>City <input name="trap2" tabindex="-1"></label></div>"""


def test_what_a_person_leaves_empty_stays_empty(at):
    _, customer = at(form(LEFT_ALONE))
    customer.complete("sign up")
    told = sent(customer, "join")
    assert {name for name, value in told.items() if value} == {"email", "new", "terms"}

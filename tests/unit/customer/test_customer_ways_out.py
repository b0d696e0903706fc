"""The way out of what lies over the page: never what the customer would refuse, if another is left."""

import pytest
from seen import control

from cxcheck import lexicon
from cxcheck.artifacts.popup_buttons import Meaning, meaning
from cxcheck.customer.ways_out import ways_out
from cxcheck.model.popup import Way

HERE = "https://shop.example/lamps"

#: In each language: close, no thanks, reject all, accept all, settings, save choice, understood.
WORDS = {
    "en": ("Close", "No, thanks", "Reject all", "Accept all", "Cookie settings", "Save my choices", "Got it"),
    "de": (
        "Schließen", "Nein, danke", "Alle ablehnen", "Alle akzeptieren", "Cookie-Einstellungen", "Auswahl speichern",
        "Verstanden",
    ),
    "fr": (
        "Fermer", "Non merci", "Continuer sans accepter", "Tout accepter", "Personnaliser", "Enregistrer mes choix",
        "J’ai compris",
    ),
    "es": (
        "Cerrar", "No, gracias", "Rechazar todas", "Aceptar todas", "Configurar cookies", "Guardar preferencias",
        "Entendido",
    ),
    "it": (
        "Chiudi", "No, grazie", "Rifiuta tutti", "Accetta tutti", "Gestisci preferenze", "Salva preferenze",
        "Ho capito",
    ),
    "pt": (
        "Fechar", "Não, obrigado", "Rejeitar todos", "Aceitar todos", "Gerenciar cookies", "Confirmar minhas escolhas",
        "Entendi",
    ),
    "nl": (
        "Sluiten", "Nee, bedankt", "Alles weigeren", "Alles accepteren", "Voorkeuren beheren", "Voorkeuren opslaan",
        "Begrepen",
    ),
    "pl": (
        "Zamknij", "Nie, dziękuję", "Odrzuć wszystkie", "Akceptuj wszystkie", "Zarządzaj plikami cookie",
        "Zapisz ustawienia", "Rozumiem",
    ),
    "ja": (
        "閉じる", "いいえ、結構です", "すべて拒否する", "すべて同意する", "詳細設定", "選択を保存", "わかりました",
    ),
    "ko": ("닫기", "괜찮습니다", "모두 거부", "모두 동의", "쿠키 설정", "선택 저장", "확인했습니다"),
    "zh-CN": ("关闭", "不用了，谢谢", "全部拒绝", "全部接受", "Cookie 设置", "保存设置", "知道了"),
    "zh-TW": ("關閉", "不用了，謝謝", "全部拒絕", "全部接受", "Cookie 設定", "儲存設定", "知道了"),
}  # fmt: skip
MEANT = (
    Meaning.CLOSE, Meaning.DECLINE, Meaning.REJECT, Meaning.ACCEPT, Meaning.SETTINGS, Meaning.SAVE, Meaning.ACKNOWLEDGE,
)  # fmt: skip


@pytest.mark.parametrize("language", WORDS)
def test_buttons_are_understood_in_every_language(language):
    assert tuple(meaning(word) for word in WORDS[language]) == MEANT


@pytest.mark.parametrize("language", WORDS)
def test_a_consent_question_is_refused_in_every_language(language):
    close, _, reject, accept, settings, save, _ = WORDS[language]
    assert tried(close, accept, settings, reject, consent=True)[0] == ("refusal", reject)
    assert tried(accept, settings, consent=True)[0] == ("refusal", settings)
    assert tried(accept, save, consent=True, deep=True)[0] == ("refusal", save)
    assert tried(settings, reject, accept, consent=True, wish="accept")[0] == ("acceptance", accept)


@pytest.mark.parametrize("language", WORDS)
def test_an_offer_is_closed_or_declined_in_every_language(language):
    close, decline, _, accept, *_ = WORDS[language]
    assert tried(accept, decline, close)[0] == ("close control", close)
    assert tried(accept, decline)[0] == ("refusal", decline)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Accept only necessary", Meaning.REJECT),
        ("Continue without accepting", Meaning.REJECT),
        ("I do not agree", Meaning.REJECT),
        ("Nur notwendige akzeptieren", Meaning.REJECT),
        ("Akceptuj tylko niezbędne", Meaning.REJECT),
        ("同意しない", Meaning.REJECT),
        ("동의하지 않음", Meaning.REJECT),
        ("不同意", Meaning.REJECT),
        ("Accept and close", Meaning.ACCEPT),
        ("Agree & continue", Meaning.ACCEPT),
        ("Close cookie consent banner", Meaning.CLOSE),
        ("No, I would rather pay the full price", Meaning.DECLINE),
        ("×", Meaning.CLOSE),
        ("Get 10 % off", None),
        ("Subscribe", None),
        ("Nothing but lamps", None),
    ],
)
def test_the_longest_phrase_tells(name, meant):
    assert meaning(name) is meant


def tried(*names, fillable=False, **how) -> list[tuple[str, str]]:
    """The ways there are, as (way, control)."""
    controls = [one if not isinstance(one, str) else control(one, selector=f"#b{n}") for n, one in enumerate(names)]
    ways = ways_out(controls, HERE, **{"consent": False, "fillable": fillable} | how)
    return [(way.way.value, way.control.name if way.control else "") for way in ways]


KEYS = [("Escape", ""), ("beside it", "")]


def test_an_ordinary_popup_is_closed_then_declined_then_left_by_key_and_beside_it():
    names = ("Get 10 % off", "No thanks", "Close")
    assert tried(*names) == [("close control", "Close"), ("refusal", "No thanks"), *KEYS]


def test_a_bare_cross_goes_before_a_picture_in_a_corner():
    icon = control("", selector="#i", closes=1)
    cross = control("×", selector="#c", closes=2)
    assert tried("Subscribe", icon, cross)[:2] == [("close control", "×"), ("close control", "")]


def test_a_small_button_that_says_something_else_is_no_way_out():
    assert tried(control("Accept", selector="#a", closes=1))[0] != ("close control", "Accept")


def test_ok_closes_what_has_no_other_button():
    assert tried("OK")[0] == ("close control", "OK")
    assert tried("OK", "Tell me more")[:2] == KEYS
    assert tried("OK", fillable=True) == KEYS, "it may send the form"


def test_a_form_is_never_sent():
    assert tried("Subscribe", "Yes, sign me up", "Accept", fillable=True) == KEYS


def test_a_link_to_elsewhere_is_no_way_out():
    away = control("No thanks", selector="#away", href="https://shop.example/goodbye")
    back = control("Close", selector="#back", href=f"{HERE}#")
    bare = control("Hide", selector="#h", href="#")
    script = control("Skip", selector="#s", href="javascript:void(0)")
    assert tried(away, back, bare, script) == [
        ("close control", "Close"),
        ("close control", "Hide"),
        ("close control", "Skip"),
        *KEYS,
    ]


def test_what_cannot_be_seen_or_used_is_not_tried():
    assert tried(control("Close", visible=False), control("Close", enabled=False)) == KEYS


def test_who_refuses_agrees_last_of_all_and_it_is_told():
    ways = ways_out([control("Accept all"), control("Close", selector="#c")], HERE, consent=True)
    assert [(way.way, way.agrees) for way in ways] == [
        (Way.CLOSE, False), (Way.ESCAPE, False), (Way.BACKDROP, False), (Way.ACCEPT, True),
    ]  # fmt: skip


def test_ok_is_consent_where_consent_is_asked_for():
    assert tried("OK", consent=True) == [*KEYS, ("acceptance", "OK")]
    assert tried("OK", "Reject", consent=True, wish="accept")[0] == ("acceptance", "OK")


def test_a_choice_is_saved_only_where_it_can_be_made():
    first = tried("Accept all", "Save", "Settings", consent=True)
    assert first[0] == ("refusal", "Settings")
    assert ("refusal", "Save") not in first
    assert tried("Accept all", "Save", "Settings", consent=True, deep=True)[0] == ("refusal", "Save")


def test_who_ignores_such_questions_closes_one_that_is_in_the_way():
    assert tried("Accept all", "Close", consent=True, wish="ignore")[0] == ("close control", "Close")


#: In each language: an age wall's text, its yes and its no, a country's question: go there, stay here.
AGES = {
    "en": ("Are you over 18?", "Yes, enter", "No", "Go to the US store", "Keep shopping"),
    "de": ("Sind Sie über 18 Jahre alt?", "Ja, eintreten", "Nein", "Zum österreichischen Shop", "Hier bleiben"),
    "fr": ("Avez-vous plus de 18 ans ?", "Oui, entrer", "Non", "Aller à la boutique belge", "Rester ici"),
    "es": ("¿Eres mayor de edad?", "Sí, entrar", "No", "Ir a la tienda de México", "Seguir comprando"),
    "it": ("Sei maggiorenne?", "Sì, entra", "No", "Vai al negozio svizzero", "Resta qui"),
    "pt": ("Você é maior de idade?", "Sim, entrar", "Não", "Ir à loja do Brasil", "Ficar aqui"),
    "nl": ("Ben je ouder dan 18?", "Ja, naar de site", "Nee", "Naar Belgie", "Blijf hier"),
    "pl": ("Czy masz ukończone 18 lat?", "Tak, wejdź", "Nie", "Sklep w Niemczech", "Zostań tutaj"),
    "ja": ("18歳以上ですか?", "はい、入場", "いいえ", "米国のストア", "買い物を続ける"),
    "ko": ("19세 이상입니까?", "네, 입장", "아니요", "미국 스토어", "쇼핑 계속하기"),
    "zh": ("您年满 18 岁了吗?", "是，进入", "不用了", "美国商店", "继续购物"),
}


@pytest.mark.parametrize("language", AGES)
def test_who_is_grown_up_says_so_and_stays_where_they_are(language):
    question, yes, no, there, here = AGES[language]
    assert lexicon.mentions(question, "hints", "of age")
    assert tried(no, yes, of_age=True)[0] == ("acceptance", yes)
    assert tried(yes, no)[0] == ("refusal", no), "asked for nothing of the kind"
    pressed = [name for _, name in tried(here, there) if name]
    assert pressed[0] == here


def test_the_last_button_left_is_pressed_when_nothing_else_has_worked():
    assert tried("Canada", "United Kingdom") == [*KEYS, ("close control", "United Kingdom")]
    assert tried("Go to the page »", "Tyres") == [*KEYS, ("close control", "Tyres")]


@pytest.mark.parametrize(
    "name", ["Delete it all", "Buy now", "Subscribe", "Get 20 % off", "Send", "Sign", "Continue to checkout"]
)
def test_what_does_more_than_close_is_never_the_last_one(name):
    assert tried(name) == KEYS
    assert tried("Canada", name) == [*KEYS, ("close control", "Canada")]


def test_a_consent_question_with_one_strange_answer_gets_it_and_it_is_told():
    assert tried("Splendid", consent=True) == [*KEYS, ("acceptance", "Splendid")]
    assert tried("Splendid", "More about it", consent=True) == KEYS

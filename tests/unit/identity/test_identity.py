"""Made-up people: the same from the same seed, coherent, and safe."""

import datetime as dt
import re

import pytest

from cxcheck.errors import SettingsError
from cxcheck.identity.generate import DEFAULT_DOMAIN, generate
from cxcheck.model.identity import Identity, MaskedIdentity
from cxcheck.model.persona import IdentityTraits, Persona

ADDRESS = re.compile(r"[a-z0-9]+(\.[a-z0-9]+)*@[a-z0-9-]+(\.[a-z0-9-]+)+")


def persona(key: str = "tom", **traits) -> Persona:
    return Persona(key=key, title="Tom", identity=IdentityTraits(**({"locale": "en_GB"} | traits)))


TOM = generate(persona(), "signup", 1)


def test_the_same_seed_gives_the_same_person():
    assert generate(persona(), "signup", 1) == TOM


@pytest.mark.parametrize(
    "other",
    [
        generate(persona(), "signup", 2),
        generate(persona("tim"), "signup", 1),
        generate(persona(), "checkout", 1),
        generate(persona(), "signup", 1, 2),
    ],
    ids=["seed", "persona", "journey", "repeat"],
)
def test_another_visit_gives_another_person(other):
    assert other.email != TOM.email
    assert other.password != TOM.password
    assert other.new_password != TOM.new_password


def test_parts_of_a_visits_name_are_not_mixed_up():
    assert generate(persona("a"), "b", 11).email != generate(persona("a"), "b", 1, 1).email


def test_the_address_carries_the_name_and_ends_in_the_domain():
    someone = generate(persona(given_name="Zoë", family_name="O'Neill-Gómez"), "signup", 1, domain="qa.example.test")
    assert re.fullmatch(r"zoe\.oneillgomez\.[a-z0-9]{10}@qa\.example\.test", someone.email)
    assert someone.full_name == "Zoë O'Neill-Gómez"
    assert TOM.email.endswith("@" + DEFAULT_DOMAIN)
    assert DEFAULT_DOMAIN.endswith(".test")


@pytest.mark.parametrize("locale", ["en_GB", "es_MX", "de_DE", "pl_PL", "ja_JP", "el_GR", "ar_SA"])
def test_the_address_is_valid_whatever_the_script(locale):
    for seed in range(10):
        someone = generate(persona(locale=locale), "signup", seed)
        assert ADDRESS.fullmatch(someone.email), someone.email
        assert len(someone.email.partition("@")[0]) <= 64


@pytest.mark.parametrize(
    ("locale", "given", "family", "local", "whole", "latin"),
    [
        ("ja_JP", "優希", "高橋", "yuki.takahashi", "高橋 優希", "Yuki Takahashi"),
        ("ko_KR", "민준", "최", "minjun.choi", "최민준", "Minjun Choi"),
        ("zh_CN", "伟", "李", "wei.li", "李伟", "Wei Li"),
        ("ar_EG", "نور", "رمضان", "nour.ramadan", "نور رمضان", "Nour Ramadan"),
        ("de_DE", "Ольга-Євгенія", "Підгаєцька", "olhayevheniia.pidhaietska", None, "Olha-Yevheniia Pidhaietska"),
        ("ru_RU", "Юлия", "Щербакова", "iuliia.shcherbakova", None, "Iuliia Shcherbakova"),
        ("el_GR", "Ελένη", "Παπαδοπούλου", "eleni.papadopoulou", None, "Eleni Papadopoulou"),
        ("pl_PL", "Łukasz", "Żółć", "lukasz.zolc", None, "Lukasz Zolc"),
        ("en_IE", "Áine", "O'Neill", "aine.oneill", None, "Aine Oneill"),
        ("he_IL", "נועה", "לוי", "customer", None, ""),
    ],
)  # fmt: skip
def test_a_name_in_any_script_is_spelt_out_in_the_address_and_on_the_card(locale, given, family, local, whole, latin):
    someone = generate(persona(locale=locale, given_name=given, family_name=family), "signup", 1)
    assert (someone.given_name, someone.family_name) == (given, family)
    assert someone.full_name == (whole or f"{given} {family}")
    assert someone.email.startswith(local + ".")
    assert someone.latin_name == latin
    assert someone.card.holder == (latin or someone.full_name)


@pytest.mark.parametrize("locale", ["ja_JP", "ko_KR", "zh_CN", "ar_EG", "uk_UA", "ru_RU", "el_GR", "bg_BG"])
def test_made_up_names_in_other_scripts_are_spelt_out_too(locale):
    for seed in range(10):
        someone = generate(persona(locale=locale), "signup", seed)
        assert not someone.full_name.isascii()
        assert re.fullmatch(r"[A-Z][A-Za-z'-]*( [A-Z][A-Za-z'-]*)+", someone.latin_name), someone.latin_name
        assert not someone.email.startswith("customer.")


def test_another_tag_is_another_address_and_username_and_nothing_else():
    first, again, other = (generate(persona(), "signup", 1, tag=tag) for tag in ("a", "a", "b"))
    assert first == again
    assert len({first.email, other.email, TOM.email}) == 3
    assert len({first.username, other.username, TOM.username}) == 3
    mail = {"email", "username"}
    assert first.model_dump(exclude=mail) == other.model_dump(exclude=mail) == TOM.model_dump(exclude=mail)


def test_people_are_as_old_and_live_where_their_persona_says():
    for seed in range(10):
        someone = generate(persona(locale="de_DE", age=74, city="Köln", gender="female"), "signup", seed)
        born = dt.date.fromisoformat(someone.birthday)
        today = dt.datetime.now(dt.UTC).date()
        assert today.year - born.year - ((today.month, today.day) < (born.month, born.day)) == 74
        assert (someone.address.city, someone.address.postcode) == ("Köln", "50667")


def test_names_are_those_of_a_woman_or_of_a_man_where_the_language_has_such():
    given = {
        gender: {generate(persona(locale="uk_UA", gender=gender), "a", seed).given_name for seed in range(8)}
        for gender in ("female", "male")
    }
    assert not given["female"] & given["male"]


@pytest.mark.parametrize("gateway", ["any", "stripe", "adyen", "braintree"])
def test_each_gateway_has_cards_that_pass_the_check_digit_and_last(gateway):
    someone = generate(persona(), "signup", 1, gateway=gateway)
    assert set(someone.cards) == {"good", "declined", "3-d-secure"}
    assert len({(card.number, card.holder) for card in someone.cards.values()}) == 3
    for card in someone.cards.values():
        digits = [int(digit) for digit in reversed(card.number)]
        assert sum(digits[0::2]) % 10 == -sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2]) % 10
        today = dt.datetime.now(dt.UTC).date()
        assert (card.year, card.month) >= (today.year, today.month)
        assert re.fullmatch(r"\d{3}", card.code)
        assert card.number in someone.secrets
    assert someone.card == someone.cards["good"]


@pytest.mark.parametrize("length", range(36, 42))
def test_a_very_long_name_still_gives_a_valid_address(length):
    someone = generate(persona(given_name="a" * length, family_name="b" * 30), "signup", 1)
    assert ADDRESS.fullmatch(someone.email)
    assert len(someone.email.partition("@")[0]) <= 64


def test_addresses_are_unique(monkeypatch):
    class Nobody:
        """Faker is slow, and not what makes an address unique."""

        def __init__(self, locale: str) -> None: ...

        def seed_instance(self, seed: int) -> None: ...

        def password(self, **_) -> str:
            return "x"

        def date_of_birth(self, **_) -> dt.date:
            return dt.date(1980, 1, 1)

        def random_int(self, *_) -> int:
            return 1

        def numerify(self, text) -> str:
            return text

    monkeypatch.setattr("cxcheck.identity.generate.address_in", lambda *_: TOM.address)
    monkeypatch.setattr("cxcheck.identity.generate.Faker", Nobody)
    mira = persona(given_name="Mira", family_name="Berg")
    addresses = {generate(mira, "signup", seed, repeat).email for seed in range(2000) for repeat in range(10)}
    assert len(addresses) == 20_000


def test_passwords_are_long_mixed_and_not_the_same():
    for seed in range(20):
        someone = generate(persona(), "signup", seed)
        assert someone.password != someone.new_password
        for password in (someone.password, someone.new_password):
            assert len(password) >= 12
            assert password.isalnum()
            for one_of in ("[a-z]", "[A-Z]", "[0-9]"):
                assert re.search(one_of, password), (password, one_of)


def test_secrets_are_not_told_by_repr():
    card = "4111111111111111"
    assert {TOM.password, TOM.new_password, card, "4111 1111 1111 1111", "4111-1111-1111-1111"} <= set(TOM.secrets)
    assert len(TOM.secrets) == 2 + 3 * len(TOM.cards)
    assert TOM.card.number == card
    for text in (repr(TOM), str(TOM), f"{TOM!r}", repr([TOM])):
        assert not [secret for secret in TOM.secrets if secret in text]
        assert TOM.card.code not in repr(TOM.card)
    assert TOM.email in repr(TOM)


def test_what_may_be_written_down_has_no_secret():
    masked = MaskedIdentity.of(TOM)
    assert (masked.name, masked.email) == (TOM.full_name, TOM.email)
    assert TOM.password not in masked.model_dump_json()
    assert set(MaskedIdentity.model_fields) == {"name", "email"}
    assert isinstance(TOM, Identity)


def test_a_locale_that_faker_does_not_know_names_the_nearest():
    with pytest.raises(SettingsError) as caught:
        generate(persona(locale="es_MXX"), "signup", 1)
    assert str(caught.value).splitlines() == [
        "personas/tom.toml: [identity] locale: unknown locale 'es_MXX'",
        "  expected:  a locale of Faker's, such as en_GB, de_DE or es_MX",
        "  nearest:   es_MX",
        "  to do:     correct the locale",
    ]


def test_a_city_without_addresses_names_the_nearest():
    with pytest.raises(SettingsError) as caught:
        generate(persona(locale="de_DE", city="Koeln"), "signup", 1)
    assert str(caught.value).splitlines()[0] == "personas/tom.toml: [identity] city: unknown city 'Koeln'"
    assert "nearest:   Köln" in str(caught.value)

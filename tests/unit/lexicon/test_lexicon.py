"""What sites call things: every language complete, texts compared fairly."""

import tomllib
from importlib.resources import files

import pytest

from cxcheck import lexicon

SECTIONS = ("intents", "fields", "signs", "popups", "hints", "words")


def content(language: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("cxcheck.lexicon").joinpath(f"{language}.toml").read_text(encoding="utf-8"))


def test_these_languages_at_least():
    assert {"de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt"} <= set(lexicon.languages())


@pytest.mark.parametrize("language", lexicon.languages())
def test_every_language_has_words_for_what_english_has_words_for(language):
    here, english = content(language), content("en")
    assert set(here) == set(SECTIONS)
    for section in SECTIONS:
        assert set(here[section]) == set(english[section]), section


@pytest.mark.parametrize("language", lexicon.languages())
def test_every_phrase_says_something_and_says_it_once(language):
    for section, entries in content(language).items():
        for key, phrases in entries.items():
            assert phrases, (section, key)
            assert all(lexicon.normal(phrase) for phrase in phrases), (section, key)
            assert len(set(phrases)) == len(phrases), (section, key)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("  Sign   IN ", "sign in"),
        ("E-Mail-Adresse", "e mail adresse"),
        ("Contraseña", "contrasena"),
        ("¿Olvidó su contraseña?", "olvido su contrasena"),
        ("I’ve forgotten", "i ve forgotten"),
        ("snake_case", "snake case"),
        ("Straße", "strasse"),
        ("カード", "カード"),
        ("ﾊﾟｽﾜｰﾄﾞ", "パスワード"),
        ("ＦＵＬＬ width", "full width"),
        ("10% off", "10 % off"),
        ("10 % off", "10 % off"),
        ("×", "×"),
        ("  ✕ ", "✕"),
        ("", ""),
    ],
)
def test_normalisation(text, normal):
    assert lexicon.normal(text) == normal
    assert lexicon.normal(normal) == normal


class TestPhrases:
    def test_in_the_language_spoken_then_in_english(self):
        found = lexicon.phrases("intents", "sign in", ("es",))
        assert found[0] == "iniciar sesion"
        assert found.index("acceder") < found.index("sign in")

    @pytest.mark.parametrize("code", ["es-MX", "es", "ES-es"])
    def test_the_country_does_not_matter(self, code):
        assert lexicon.phrases("intents", "close", (code,)) == lexicon.phrases("intents", "close", ("es",))

    def test_a_language_that_is_not_there_falls_back_to_english(self):
        assert lexicon.phrases("intents", "close", ("tlh",)) == lexicon.phrases("intents", "close", ("en",))

    def test_english_alone_knows_no_spanish(self):
        assert "cerrar" not in lexicon.phrases("intents", "close", ("en",))

    def test_no_language_given_all_are_meant(self):
        assert {"cerrar", "dismiss"} <= set(lexicon.phrases("intents", "close"))

    def test_a_key_that_no_file_knows_stands_for_itself(self):
        assert lexicon.phrases("intents", "Gift Cards!", ("es",)) == ("gift cards",)

    def test_keys_are_those_of_english(self):
        assert lexicon.keys("fields") == tuple(content("en")["fields"])


class TestMentions:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("We use cookies, and so do others.", True),
            ("COOKIES!", True),
            ("cookie", True),
            ("Cookieless since 1990", False),
            ("Fortune-cookies", True),
            ("biscookies", False),
            ("", False),
        ],
    )
    def test_as_whole_words_only(self, text, said):
        assert lexicon.mentions(text, "popups", "cookie consent", ("en",)) is said

    @pytest.mark.parametrize(
        ("text", "said"),
        [("You can reset your password here", True), ("Reset the password", False), ("reset\nyour  PASSWORD", True)],
    )
    def test_phrases_of_several_words_in_a_row(self, text, said):
        assert lexicon.mentions(text, "intents", "password reset", ("en",)) is said

    @pytest.mark.parametrize(
        ("text", "key", "said"),
        [
            ("商品をカートに入れる", "basket", True),
            ("カード番号", "basket", False),  # a card is no cart: what tells them apart is no accent
            ("パスワードを忘れた方はこちら", "forgot password", True),
        ],
    )
    def test_anywhere_where_no_spaces_stand_between_words(self, text, key, said):
        assert lexicon.mentions(text, "intents", key, ("ja",)) is said

    @pytest.mark.parametrize(("text", "said"), [("国", True), ("国 *", True), ("中国茶", False)])
    def test_a_lone_character_is_a_word_by_itself(self, text, said):
        assert lexicon.mentions(text, "fields", "country", ("ja",)) is said

    def test_with_and_without_accents(self):
        assert lexicon.mentions("Suscribete ya", "popups", "newsletter", ("es",))
        assert lexicon.mentions("SUSCRÍBETE ya", "popups", "newsletter", ("es",))

    @pytest.mark.parametrize("text", ["Take 10% off today", "Take 10 % off today"])
    def test_a_percentage_with_and_without_its_space(self, text):
        assert lexicon.mentions(text, "popups", "newsletter", ("en",))

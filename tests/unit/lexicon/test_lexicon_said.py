"""What sites really say in each language is recognised as what it is, and near misses are not."""

import tomllib
from pathlib import Path

import pytest

from cxcheck import lexicon
from cxcheck.lexicon.likeness import ENOUGH, likeness

SAID = tomllib.loads(Path(__file__).with_name("said.toml").read_text(encoding="utf-8"))
MAILS = ("password reset", "confirm address", "welcome", "order confirmation")
WELL_KNOWN = {"en", "de", "es", "fr"}  # three examples of each sign; of the others one


def examples(section: str) -> list[tuple[str, str, list[str]]]:
    """(language, key, texts)."""
    return [(language, *entry) for language, sections in SAID.items() for entry in sections[section].items()]


def likeliest(said: str, section: lexicon.Section, language: str) -> tuple[str, float]:
    """The key that a name is most like, and how much."""
    rated = {key: likeness(said, lexicon.phrases(section, key, (language,))) for key in lexicon.keys(section)}
    best = max(rated, key=lambda key: rated[key])
    return best, rated[best]


@pytest.mark.parametrize("language", lexicon.languages())
def test_there_are_examples_of_every_sign_and_of_what_looks_like_it(language):
    fewest = 3 if language in WELL_KNOWN else 1
    for section in ("signs", "innocent"):
        here = SAID[language][section]
        assert set(here) == set(lexicon.keys("signs")), section
        assert all(len(texts) >= fewest for texts in here.values()), section


@pytest.mark.parametrize(("language", "sign", "texts"), examples("signs"))
def test_messages_are_recognised(language, sign, texts):
    assert [text for text in texts if lexicon.mentions(text, "signs", sign, (language,))] == texts


@pytest.mark.parametrize(("language", "sign", "texts"), examples("innocent"))
def test_near_misses_are_not(language, sign, texts):
    assert [text for text in texts if lexicon.mentions(text, "signs", sign, (language,))] == []


@pytest.mark.parametrize(("language", "kind", "texts"), examples("popups"))
def test_a_popup_is_of_one_kind_in_whatever_language(language, kind, texts):
    """A newsletter's small print about privacy makes it no question for consent."""
    for text in texts:
        assert [key for key in lexicon.keys("popups") if lexicon.mentions(text, "popups", key)] == [kind], text


@pytest.mark.parametrize(("language", "about", "texts"), examples("mails"))
def test_a_mail_is_about_one_thing_in_whatever_language(language, about, texts):
    """Mails are read without knowing their language."""
    for text in texts:
        assert [kind for kind in MAILS if lexicon.mentions(text, "intents", kind)] == [about], text


@pytest.mark.parametrize(("language", "kind", "labels"), examples("labels"))
def test_a_label_is_of_its_kind(language, kind, labels):
    for label in labels:
        best, likely = likeliest(label, "fields", language)
        assert (best, likely >= ENOUGH) == (kind, True), label


@pytest.mark.parametrize(("language", "page", "facts"), examples("page"))
def test_on_a_page_the_name_that_is_meant_is_the_likeliest(language, page, facts):
    for intent in facts.keys() - {"names"}:
        phrases = lexicon.phrases("intents", intent, (language,))
        rated = {name: likeness(name, phrases) for name in facts["names"]}
        assert max(rated, key=lambda name: rated[name]) == facts[intent], (page, intent)
        assert rated[facts[intent]] >= ENOUGH

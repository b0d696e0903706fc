"""What sites really say in each language is recognised as what it is, and near misses are not."""

import tomllib
from pathlib import Path

import pytest

from cxcheck import lexicon
from cxcheck.customer.choose import ENOUGH, likeness

SAID = tomllib.loads(Path(__file__).with_name("said.toml").read_text(encoding="utf-8"))
WELL_KNOWN = {"en", "de", "es", "fr"}  # three examples of each sign; of the others one


def rows(section: str) -> list[tuple[str, str, str]]:
    """(language, key, text), one for each example."""
    return [
        (language, key, text)
        for language, sections in SAID.items()
        for key, texts in sections.get(section, {}).items()
        for text in texts
    ]


@pytest.mark.parametrize("language", lexicon.languages())
def test_there_are_examples_of_every_sign_and_of_what_looks_like_it(language):
    fewest = 3 if language in WELL_KNOWN else 1
    for section in ("signs", "innocent"):
        here = SAID[language][section]
        assert set(here) == set(lexicon.keys("signs")), section
        assert all(len(texts) >= fewest for texts in here.values()), section


@pytest.mark.parametrize(("language", "sign", "text"), rows("signs"))
def test_a_message_is_recognised(language, sign, text):
    assert lexicon.mentions(text, "signs", sign, (language,))


@pytest.mark.parametrize(("language", "sign", "text"), rows("innocent"))
def test_a_near_miss_is_not(language, sign, text):
    assert not lexicon.mentions(text, "signs", sign, (language,))


@pytest.mark.parametrize(("language", "kind", "label"), rows("labels"))
def test_a_label_is_of_its_kind(language, kind, label):
    rated = {key: likeness(label, lexicon.phrases("fields", key, (language,))) for key in lexicon.keys("fields")}
    assert max(rated, key=lambda key: rated[key]) == kind
    assert rated[kind] >= ENOUGH


@pytest.mark.parametrize(
    ("language", "page", "intent"),
    [
        (language, page, intent)
        for language, sections in SAID.items()
        for page, facts in sections["page"].items()
        for intent in facts
        if intent != "names"
    ],
)
def test_on_a_page_the_name_that_is_meant_is_the_likeliest(language, page, intent):
    facts = SAID[language]["page"][page]
    phrases = lexicon.phrases("intents", intent, (language,))
    rated = {name: likeness(name, phrases) for name in facts["names"]}
    assert max(rated, key=lambda name: rated[name]) == facts[intent]
    assert rated[facts[intent]] >= ENOUGH

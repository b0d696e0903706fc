"""Phrases of one thing are not mistaken for another: each is most like its own key."""

import pytest

from cxcheck import lexicon
from cxcheck.lexicon.likeness import likeness

MAILS = {"password reset", "confirm address", "welcome", "order confirmation"}  # what mails say; on no page with others
# What is called the same on real sites, or does both; the page and the journey's step tell which is meant.
SHARED = {
    frozenset(pair)
    for pair in (
        ("sign in", "sign up"),  # "Login or register" is both
        ("sign up", "new customer"),  # the same act, at the door and at the till
        ("sign up", "guest"),  # "without registering"
        ("new customer", "guest"),
        ("checkout", "place order"),  # django-oscar in Spanish says "Realizar pedido" for both
        ("checkout", "guest"),  # "Checkout as guest" is both
        ("add to basket", "place order"),  # "Buy now"
        ("products", "add to basket"),  # "Shop now" and "Buy now" are one word in Romance languages
        ("products", "place order"),
        ("submit", "acknowledge"),  # "OK"
        ("submit", "accept"),  # "Aceptar"
        ("submit", "save choice"),  # "Save"
        ("forgot password", "submit"),  # "Reset password", on the page before the form and in it
    )
}


def as_like(section: lexicon.Section, key: str, phrase: str, language: str) -> set[str]:
    """The other keys that a key's own phrase is at least as much like."""
    own = likeness(phrase, lexicon.phrases(section, key, (language,)))
    found = set()
    for other in set(lexicon.keys(section)) - {key} - MAILS:
        others = lexicon.phrases(section, other, (language,))
        # A phrase that is not inside this one cannot come near; asking that first saves most of the time.
        if any(one in phrase for one in others) and likeness(phrase, others) >= own:
            found.add(other)
    return found


@pytest.mark.parametrize("key", lexicon.keys("fields"))
@pytest.mark.parametrize("language", lexicon.languages())
def test_a_label_is_most_like_its_own_field(language, key):
    for phrase in lexicon.phrases("fields", key, (language,)):
        assert as_like("fields", key, phrase, language) == set(), phrase


@pytest.mark.parametrize("key", [key for key in lexicon.keys("intents") if key not in MAILS])
@pytest.mark.parametrize("language", lexicon.languages())
def test_a_name_is_most_like_its_own_intent_or_one_it_is_shared_with(language, key):
    for phrase in lexicon.phrases("intents", key, (language,)):
        for other in as_like("intents", key, phrase, language):
            assert frozenset({key, other}) in SHARED, (phrase, other)

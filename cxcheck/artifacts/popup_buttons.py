"""What the buttons of an overlay are for, by their words, in all languages there are."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from cxcheck import lexicon

# Our choice: a button says few words, and one of them may tell; in a longer text a phrase that makes up less of it does
# not say what it is for.
_FEW_WORDS = 6
_LEAST_RATIO = 0.25
_CROSSES = frozenset("x×✕✖✗✘⨯⨉╳☓🗙🗴❌")


class Meaning(StrEnum):
    """What pressing it says; the values are the lexicon's intents."""

    REJECT = "reject"
    DECLINE = "decline"  # an offer: "no thanks"
    SETTINGS = "consent settings"
    SAVE = "save choice"
    ACCEPT = "accept"
    ACKNOWLEDGE = "acknowledge"  # that one has read it
    CLOSE = "close"


@cache
def meaning(name: str) -> Meaning | None:
    """What a button of this name is for: the longest phrase in it tells, and of two as long the one named first above.

    "Accept only necessary" so is a refusal. What begins with a no is one, however it goes
    on ("No, I would rather pay the full price"). None: something else, or nobody knows.
    """
    said = lexicon.normal(name)
    if not said:
        return None
    if said in _CROSSES:
        return Meaning.CLOSE
    found = [(len(phrase), -rank, what) for rank, what in enumerate(Meaning) for phrase in _phrases(what, said)]
    if found:
        return max(found)[2]
    return Meaning.DECLINE if any(_begins(said, no) for no in lexicon.phrases("intents", Meaning.DECLINE)) else None


def _begins(said: str, phrase: str) -> bool:
    """Whether a name begins with a phrase, as whole words."""
    return said.startswith(phrase) and lexicon.contains(said[: len(phrase) + 1].strip(), phrase)


def _phrases(what: Meaning, said: str) -> list[str]:
    least = 0.0 if len(said.split()) <= _FEW_WORDS else _LEAST_RATIO * len(said)
    return [
        phrase for phrase in lexicon.phrases("intents", what) if len(phrase) >= least and lexicon.contains(said, phrase)
    ]

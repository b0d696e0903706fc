"""How much words on a page read like a phrase that is looked for. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.lexicon import contains, normal

if TYPE_CHECKING:
    from collections.abc import Sequence

ENOUGH = 0.45  # our choice: below it a person would not press
LAST_RANK = 18  # our choice: from here on a phrase stands no lower; about as many as one language has for a thing


def likeness(name: str, phrases: Sequence[str]) -> float:
    """0-1: how much a control's name reads like one of the phrases."""
    said = normal(name)
    if not said:
        return 0.0
    best = 0.0
    words = set(said.split())
    for rank, phrase in enumerate(phrases):
        wanted = set(phrase.split())
        if said == phrase:
            score = 1.0
        elif contains(said, phrase):
            score = 0.6 + 0.35 * len(phrase) / len(said)
        elif wanted <= words:
            score = 0.5 + 0.3 * len(wanted) / len(words)
        else:
            continue
        # The usual words stand first; where several languages are spoken, the last are not much worse off.
        best = max(best, score - 0.005 * min(rank, LAST_RANK))
    return best

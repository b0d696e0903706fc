"""Codes to type in, in the text of a mail."""

from __future__ import annotations

import re

from cxcheck import lexicon

# Four to ten digits, or capitals and digits, also in two groups: what people are asked to type in.
CODE = re.compile(
    r"\b(?:\d{2}-\d{2}-\d{2}|\d{3}-\d{3}-\d{3}|\d{4,10}|[A-Z0-9]{3,5}-[A-Z0-9]{3,5}|(?=[A-Z0-9]*\d)[A-Z0-9]{5,10}|[A-Z]{6,8})\b",
    re.ASCII,  # Korean writes on without a space
)
_YEAR = re.compile(r"20\d\d")
_SPACE = "[ \u00a0]"
# 482 913, or 48 29 13, or 4 8 2 9 1 3: spaces for the eye, which nobody types in.
_APART = re.compile(
    rf"(?<![\w.,+-])(?:\d{{3}}{_SPACE}\d{{3}}|\d{{2}}(?:{_SPACE}\d{{2}}){{2,3}}|\d(?:{_SPACE}\d){{3,7}})(?![\w-])"
)
_A_CELL_EACH = re.compile(r"^[A-Z0-9](?:\s*\n\s*[A-Z0-9]){3,7}$", re.MULTILINE)
_OTHER = re.compile(
    r"https?://\S+|\S+@\S+|\+\d[\d ()./-]{6,}"  # addresses, telephone numbers
    r"|\b\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b|(?:©|\(c\))\s*\d{4}"  # dates
)
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])")
# What a code is worth, our choice: in a sentence with the word for it, behind that, alone on its line, with a digit.
_NAMED, _BEHIND, _ALONE, _DIGIT, _MONEY_OFF, _LIKE_A_YEAR = 8, 4, 2, 1, -4, -6


def codes_in(text: str, subject: str = "") -> list[str]:
    """Everything that could be a code, the likeliest first: one beside the word for it, one on a line by itself."""
    found: dict[str, int] = {}
    named_above = False
    text = _A_CELL_EACH.sub(lambda cells: re.sub(r"\s", "", cells[0]), _OTHER.sub(" ", text))
    for line in filter(None, map(str.strip, text.splitlines())):
        named_here = False
        for sentence in _SENTENCE_ENDS.split(line):
            named = _speaks_of_a_code(sentence)
            named_here = named_here or named
            for code, worth in _rated(sentence, line, named=named, above=named_above):
                found[code] = max(worth, found.get(code, worth))
        named_above = named_here
    for code, worth in _rated(subject, subject, named=_speaks_of_a_code(subject), above=False):
        found.setdefault(code, worth)
    return sorted(found, key=lambda code: -found[code])


def _rated(sentence: str, line: str, *, named: bool, above: bool) -> list[tuple[str, int]]:
    """The codes of one sentence with what they are worth; ``above``: the line before speaks of a code.

    A code for money off is another thing.
    """
    if named or above or _APART.fullmatch(sentence):
        whole = sentence == line
        sentence = _APART.sub(lambda digits: re.sub(r"\s", "", digits[0]), sentence)
        line = sentence if whole else line
    saves = "%" in sentence or lexicon.mentions(sentence, "fields", "voucher")
    return [
        (
            found[0],
            _worth(found[0], sentence[: found.start()], alone=found[0] == line, named=named, above=above, saves=saves),
        )
        for found in CODE.finditer(sentence)
    ]


def _worth(code: str, before: str, *, alone: bool, named: bool, above: bool, saves: bool) -> int:
    below = above and alone
    return (
        _NAMED * ((named and not saves) or below)
        + _BEHIND * ((named and not saves and _speaks_of_a_code(before)) or below)
        + _ALONE * alone
        + _DIGIT * any(map(str.isdigit, code))
        + _MONEY_OFF * saves
        + _LIKE_A_YEAR * (not alone and _YEAR.fullmatch(code) is not None)
    )


def _speaks_of_a_code(text: str) -> bool:
    return lexicon.mentions(text, "words", "mailed code")

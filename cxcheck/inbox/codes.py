"""Codes to type in, in the text of a mail."""

from __future__ import annotations

import re

from cxcheck import lexicon

# Four to ten digits, or capitals and digits, also in two groups: what people are asked to type in.
CODE = re.compile(r"\b(?:\d{4,10}|[A-Z0-9]{3,5}-[A-Z0-9]{3,5}|(?=[A-Z0-9]*\d)[A-Z0-9]{5,10}|[A-Z]{6,8})\b")
_APART = re.compile(r"(?<![\w.,+-])(?:\d{3}[ \u00a0]\d{3}|\d(?:[ \u00a0]\d){3,7})(?![\w-])")  # 482 913, or 4 8 2 9 1 3
_ADDRESS = re.compile(r"https?://\S+")
# What a code is worth, our choice: beside the word "code", alone on its line, with a digit in it.
_NAMED, _ALONE, _DIGIT = 4, 2, 1


def codes_in(text: str, subject: str = "") -> list[str]:
    """Everything that could be a code, the likeliest first: one beside the word for it, one on a line by itself."""
    found: dict[str, int] = {}
    named_above = False
    for line in map(str.strip, _ADDRESS.sub(" ", text).splitlines()):
        if not line:
            continue
        named = _speaks_of_a_code(line)
        if named or named_above:
            line = _APART.sub(lambda digits: re.sub(r"\s", "", digits[0]), line)  # noqa: PLW2901 - as it is typed in
        for code in CODE.findall(line):
            worth = _NAMED * (named or named_above) + _ALONE * (code == line) + _DIGIT * any(map(str.isdigit, code))
            found[code] = max(worth, found.get(code, 0))
        named_above = named
    for code in CODE.findall(subject):
        found.setdefault(code, _NAMED * _speaks_of_a_code(subject))
    return sorted(found, key=lambda code: -found[code])


def _speaks_of_a_code(line: str) -> bool:
    """A code for money off is another thing."""
    return lexicon.mentions(line, "fields", "code") and not lexicon.mentions(line, "fields", "voucher")

"""Passwords in the text of a mail: some sites send one in place of a link."""

from __future__ import annotations

import re

from cxcheck import lexicon

_BEHIND_A_COLON = re.compile(r"[:：=]\s*(\S+)\s*$")
# "is" in the languages that sites are read in, and "to", as in "we have set it to".
_BEHIND_A_VERB = re.compile(r"\b(?:is|ist|lautet|es|est|è|jest|é|to)\s+(\S+?)(?:[.,;]\s|\.?$)")
_SHORTEST, _LONGEST = 6, 64  # our choice: what sites make up
_LABEL_WORDS = 3  # our choice: "Your temporary password" is a label, a sentence is longer
_KINDS = (str.islower, str.isupper, str.isdigit, lambda char: not char.isalnum())


def passwords_in(text: str) -> list[str]:
    """What stands behind the word for a password, or alone below it, and is no word itself; in order."""
    found: list[str] = []
    label_above = False
    for line in filter(None, map(str.strip, text.splitlines())):
        called = lexicon.mentions(line, "fields", "password")
        behind = (_BEHIND_A_COLON.search(line) or _BEHIND_A_VERB.search(line)) if called else None
        said = behind[1] if behind else line if label_above and " " not in line else ""
        if _is_made_up(said):
            found.append(_without_a_stop(said))
        label_above = called and not said and (line[-1] in ":：" or _is_a_label(line))
    return list(dict.fromkeys(found))


def _is_a_label(line: str) -> bool:
    return len(line.split()) <= _LABEL_WORDS and line[-1] not in "?!.？"


def _is_made_up(text: str) -> bool:
    """Of two kinds of characters at least, as people's words are not (a capital in front is a word's), or a number."""
    inner = _without_a_stop(text)
    kinds = sum(any(map(kind, inner[1:])) for kind in _KINDS)
    fits = _SHORTEST <= len(inner) <= _LONGEST and "://" not in inner and "@" not in inner[1:-1]
    return fits and any(map(str.isalnum, inner)) and (kinds > 1 or inner.isdigit())


def _without_a_stop(text: str) -> str:
    """A sentence's end is not part of it, nor are quotation marks around it."""
    return text.strip("\"'“”«»„").rstrip(".") if text.endswith((".", '"', "'", "”", "»", "“")) else text

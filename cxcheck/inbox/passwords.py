"""Passwords in the text of a mail: some sites send one in place of a link."""

from __future__ import annotations

import re

from cxcheck import lexicon

_CALLED = re.compile(r"[:：=]\s*(\S+)\s*$|\b(?:is|ist|es|est|è|is|jest|é)\s+(\S+)\s*$")
_SHORTEST, _LONGEST = 6, 64  # our choice: what sites make up
_KINDS = (str.islower, str.isupper, str.isdigit, lambda char: not char.isalnum())


def passwords_in(text: str) -> list[str]:
    """What stands behind the word for a password, or alone on the next line, and is no word itself; in order."""
    found = []
    called_above = False
    for line in filter(None, map(str.strip, text.splitlines())):
        called = lexicon.mentions(line, "fields", "password")
        behind = _CALLED.search(line) if called else None
        said = next(filter(None, behind.groups()), "") if behind else line if called_above and " " not in line else ""
        if _is_made_up(said):
            found.append(_without_a_stop(said))
        called_above = called and not _is_made_up(said)
    return list(dict.fromkeys(found))


def _is_made_up(text: str) -> bool:
    """Of two kinds of characters at least, as people's words are not; a capital in front is a word's."""
    inner = _without_a_stop(text)
    kinds = sum(any(map(kind, inner[1:])) for kind in _KINDS)
    return _SHORTEST <= len(inner) <= _LONGEST and kinds > 1 and "://" not in inner and "@" not in inner[1:-1]


def _without_a_stop(text: str) -> str:
    """A sentence's end is not part of it."""
    return text.strip("\"'“”«»„").rstrip(".") if text.endswith((".", '"', "'", "”", "»", "“")) else text

"""Secrets out of every text: by value where the value is long enough to be told apart, by field elsewhere.

cxcheck makes the passwords and reads the mails, so it knows the secrets' values. A value of
``SHORTEST_BY_VALUE`` characters or more is replaced wherever it turns up; shorter ones (a card's CVC, a
six-digit code) would hit innocent text and are never written in the first place: a typed field is
recorded by kind and length only.
"""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, quote_plus, unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

SHORTEST_BY_VALUE = 8  # our choice: below this, a value is likely to be part of an innocent word
MASK = "[secret]"
_MOST_TYPED = 50  # our choice: passwords in one visit


# Words of ten letters and more that addresses are known to have; a token could look like any other.
_LONG_WORDS = frozenset(
    {
        "activation", "authenticate", "authentication", "confirmation", "contrasena", "credentials", "forgotpassword",
        "newsletter", "registration", "resetpassword", "setpassword", "subscription", "verification",
    }
)  # fmt: skip


class Secrets:
    """The secrets known so far, and how to take them out of a text."""

    def __init__(self, values: Iterable[str] = ()) -> None:
        self._forms: set[str] = set()
        self._mailed: set[str] = set()
        self._typed: set[str] = set()
        self._pattern: re.Pattern[str] | None = None
        for value in values:
            self.add(value)

    def add(self, value: str) -> None:
        """Remember a secret in the forms in which it can turn up: plain, URL-, HTML- and JSON-escaped."""
        value = value.strip()
        if len(value) < SHORTEST_BY_VALUE:
            return
        forms = {value, quote(value, safe=""), quote(value), quote_plus(value), unquote(value)}
        forms |= {
            escape(value),
            escape(value).replace("&#x27;", "&#39;"),
            json.dumps(value)[1:-1],
            json.dumps(value, ensure_ascii=False)[1:-1],
        }
        self._forms |= {form for form in forms if len(form) >= SHORTEST_BY_VALUE}
        longest_first = sorted(self._forms, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first)))

    def add_typed(self, value: str) -> None:
        """Remember what stood in a password field, unless it is a plain word, which would stand elsewhere as well.

        A page can make us believe that anything was typed, and so hide it: no more than so many are taken.
        """
        if not value.isalpha() and len(self._typed) < _MOST_TYPED:
            self._typed.add(value)
            self.add(value)

    def add_link(self, url: str, *, known: str = "") -> None:
        """Remember what is secret in a link from a mail (see ``link_tokens``), but for parts of a ``known`` address."""
        self._mailed.add(url)
        for token in set(link_tokens(url)) - set(link_tokens(known)):
            self.add(token)

    def came_by_mail(self, url: str) -> bool:
        """Whether this is the address of a link from a mail."""
        return url in self._mailed

    def scrub(self, text: str) -> str:
        """The text with every known secret replaced by ``MASK``."""
        return self._pattern.sub(MASK, text) if self._pattern else text

    def scrub_tree(self, value: Any) -> Any:
        """The same for whatever JSON can hold; keys are left alone, for they are ours."""
        if isinstance(value, str):
            return self.scrub(value)
        if isinstance(value, dict):
            return {key: self.scrub_tree(item) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return [self.scrub_tree(item) for item in value]
        return value


def link_tokens(url: str) -> list[str]:
    """The parts of a mailed link that could let someone in: long ones that are neither words nor an address."""
    parts = urlsplit(url)
    query = [value for _, value in parse_qsl(parts.query)]
    fragment = [value for _, value in parse_qsl(parts.fragment)] or re.split(r"[/?&=]", parts.fragment)
    segments = [unquote(segment) for segment in parts.path.split("/")]
    return [
        part
        for part in query + fragment + segments
        if len(part) >= SHORTEST_BY_VALUE and "@" not in part and not _reads_as_words(part)
    ]


def _reads_as_words(part: str) -> bool:
    """``forgot-your-password``, ``ResetPassword``: letters only, in pieces no longer than words are.

    A long piece all by itself has to be a word that addresses are known to have.
    """
    pieces = list(filter(None, re.split(r"[-_. ]", part)))
    if len(pieces) == 1 and re.fullmatch(r"[a-z]{10,}", part):
        return part in _LONG_WORDS
    return all(re.fullmatch(r"[a-z]{1,12}|([A-Z][a-z]{2,11})+", piece) for piece in pieces)

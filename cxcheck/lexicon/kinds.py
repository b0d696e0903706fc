"""What a field asks for, in the lexicon's words: by autocomplete token, type, label, name. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from cxcheck import lexicon
from cxcheck.lexicon.likeness import ENOUGH, likeness

if TYPE_CHECKING:
    from collections.abc import Sequence


class Field(Protocol):
    """What tells what a field asks for: on the screen just now, or as it was recorded.

    ``form`` and ``index`` say which form it stands in (-1: none) and where; ``key`` is its name and id.
    """

    @property
    def index(self) -> int: ...  # noqa: D102
    @property
    def form(self) -> int: ...  # noqa: D102
    @property
    def visible(self) -> bool: ...  # noqa: D102
    @property
    def type(self) -> str: ...  # noqa: D102
    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def legend(self) -> str: ...  # noqa: D102
    @property
    def placeholder(self) -> str: ...  # noqa: D102
    @property
    def key(self) -> str: ...  # noqa: D102
    @property
    def autocomplete(self) -> str: ...  # noqa: D102


# HTML's autocomplete tokens, as the fields of the lexicon call them.
_TOKENS = {
    "email": "email", "username": "username", "new-password": "new password", "current-password": "password",
    "given-name": "given name", "family-name": "family name", "name": "name", "honorific-prefix": "salutation",
    "organization": "company", "street-address": "street", "address-line1": "street", "address-line2": "street 2",
    "address-line3": "street 3", "address-level2": "city", "address-level1": "region", "postal-code": "postcode",
    "country": "country", "country-name": "country", "tel": "phone", "tel-national": "phone", "bday": "birthday",
    "cc-number": "card number", "cc-exp": "card expiry", "cc-exp-month": "card expiry", "cc-exp-year": "card expiry",
    "cc-csc": "card code", "cc-name": "card name", "one-time-code": "code",
}  # fmt: skip
SECRET = {"password", "new password", "card number", "card code", "code"}  # what no file or picture may show
_BY_TYPE = {"email": "email", "search": "search", "tel": "phone"}
_REPEATABLE = {"email": "confirm email"}
_TWICE_AT_LEAST = 2
_IN_PIECES = {"birthday", "card number", "card expiry", "code"}  # its name stands over all of them


def field_kind(field: Field, fields: Sequence[Field], spoken: tuple[str, ...]) -> str:
    """What a field asks for; '' when it is nothing the lexicon knows.

    Of two password fields in one form both ask for a new one, as no form that lets people in asks twice.
    """
    token = _TOKENS.get(field.autocomplete.rpartition(" ")[2], "")
    if field.type == "password":
        return _password_kind(field, fields, spoken, token)
    if field.type in {"radio", "file", "range", "color"}:
        return ""
    said = _by_words(field, spoken)
    if field.type == "checkbox":
        return said if said in {"terms", "newsletter"} else ""
    kind = token if token and token != "username" else _BY_TYPE.get(field.type, "") or said or token  # noqa: S105
    return _second_of_its_kind(field, fields, _put_right(field, kind, said, spoken))


def _put_right(field: Field, kind: str, said: str, spoken: tuple[str, ...]) -> str:
    """Where the label knows better than token or type."""
    if (kind == "phone" and said.startswith("card")) or (kind == "email" and said == "confirm email"):
        return said  # card numbers are often typed on the telephone's keypad
    if kind == "street" and lexicon.mentions(field.label, "fields", "email", spoken):
        return ""  # further e-mail addresses, not a home
    return kind


def _second_of_its_kind(field: Field, fields: Sequence[Field], kind: str) -> str:
    """A second field for the e-mail address in one form wants it confirmed."""
    if kind not in _REPEATABLE:
        return kind
    before = [
        f for f in fields if f.form == field.form != -1 and f.index < field.index and f.visible and f.type == "email"
    ]
    return _REPEATABLE[kind] if before and field.type == "email" else kind


def _password_kind(field: Field, fields: Sequence[Field], spoken: tuple[str, ...], token: str) -> str:
    # Secrets of cards are sometimes hidden as passwords are.
    card = _by_words(field, spoken)
    if card == "card code":
        return card
    others = [other for other in fields if other.type == "password" and other.form == field.form and other.visible]
    says_new = likeness(field.label, lexicon.phrases("fields", "new password", spoken)) >= ENOUGH
    twice = len(others) >= _TWICE_AT_LEAST and token != "password"  # noqa: S105 - a kind of field
    if token == "new password" or says_new or twice:  # noqa: S105 - a kind of field
        return "new password"
    return "password"


def _by_words(field: Field, spoken: tuple[str, ...]) -> str:
    key = re.sub(r"(?<=[a-z])(?=[A-Z])|[_\-.\[\]]|(?<=[a-z])(?=\d)", " ", field.key)
    for words in (_bare(field.label, spoken), field.placeholder, key):
        said = _named(words, lexicon.keys("fields"), spoken)
        if said:
            return said
    return _named(field.legend, tuple(_IN_PIECES), spoken)


def _named(words: str, kinds: Sequence[str], spoken: tuple[str, ...]) -> str:
    """The kind of field that the words say most plainly; '' for none."""
    rated = {kind: likeness(words, lexicon.phrases("fields", kind, spoken)) for kind in kinds}
    best = max(rated, key=lambda kind: rated[kind])
    return best if rated[best] >= ENOUGH else ""


def _bare(label: str, spoken: tuple[str, ...]) -> str:
    """A label without what is said of it in brackets, unless that is a question of "again"."""
    bare = re.sub(r"\s*[(\[][^)\]]*[)\]]\s*$", "", label)
    return label if lexicon.mentions(label, "words", "again", spoken) else bare or label

"""What the customer knows of themselves, put as a field wants it. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cxcheck import lexicon
from cxcheck.lexicon import normal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxcheck.customer.sight import Field, Option
    from cxcheck.model.identity import Address, Card, Identity

_FULL_YEAR = re.compile(r"y{4}|j{4}|a{4}|\b20\d\d\b", re.IGNORECASE)
_MONTHS = 12


def known_text(what: str, identity: Identity, address: Address, password: str) -> str | None:
    """What to write for a kind of field; None: the customer does not know."""
    card = identity.card
    known = {
        "email": identity.email,
        "confirm email": identity.email,
        "username": identity.username,
        "password": password,
        "new password": password,
        "given name": identity.given_name,
        "family name": identity.family_name,
        "name": identity.full_name,
        "phone": address.phone,
        "street": address.street,
        "house number": address.street.split()[-1] if address.street.split()[-1:] else "1",
        "street 2": "",
        "city": address.city,
        "region": address.region,
        "postcode": address.postcode,
        "country": address.country_name,
        "birthday": identity.birthday,
        "card number": card.number,
        "card expiry": f"{card.month:02}/{card.year % 100:02}",
        "card code": card.code,
        "card name": identity.full_name,
    }
    return known.get(what)


def expiry_text(card: Card, field: Field) -> str:
    """The month and year as the field wants them."""
    year = card.year if _FULL_YEAR.search(f"{field.placeholder} {field.label} {field.hint}") else card.year % 100
    return f"{card.month:02}/{year:02}"


def option_for(
    field: Field, kind: str, identity: Identity, address: Address, countries: Mapping[str, str], spoken: tuple[str, ...]
) -> Option | None:
    """The option of a list that the customer takes; ``countries`` are names of the address's country by code.

    Where none is theirs, the first that says something: a person who has to choose, chooses.
    """
    real = [o for o in field.options if o.enabled and not _says_nothing(o, spoken)]
    if kind == "country":
        return country_option(real, address.country, countries) or (real[0] if real else None)
    if kind == "card expiry":
        return _expiry_option(real, identity.card)
    if kind == "region":
        wanted = [o for o in real if normal(o.text) == normal(address.region)]
        return wanted[0] if wanted else (real[0] if real else None)
    return real[0] if real else None


def country_option(options: Sequence[Option], code: str, names: Mapping[str, str]) -> Option | None:
    """The option for a country, by its code or its name in any of the languages given."""
    wanted = {normal(name) for name in names.values()}
    return next((o for o in options if o.value.upper() == code or normal(o.text) in wanted), None)


def _expiry_option(options: Sequence[Option], card: Card) -> Option | None:
    """A list of years, of months, or of both."""
    both = [o for o in options if re.search(rf"\b{card.month:02}\b.*\b(20)?{card.year % 100:02}\b", o.text)]
    years = [o for o in options if re.fullmatch(r"20\d\d|\d\d", o.text.strip())]
    if both:
        return both[0]
    if len(years) == len(options) and len(options) != _MONTHS:
        return next((o for o in years if o.text.strip()[-2:] == f"{card.year % 100:02}"), years[-1] if years else None)
    months = [o for o in options if o.value.strip().lstrip("0") == str(card.month) or o.text.strip()[:2] == f"{card.month:02}"]
    return months[0] if months else (options[-1] if options else None)


def _says_nothing(option: Option, spoken: tuple[str, ...]) -> bool:
    """An empty option, or one that only asks to choose."""
    text = normal(option.text)
    return not option.value.strip() or not text.strip("- ") or text in lexicon.phrases("words", "none", spoken)

"""What the customer knows of themselves, put as a field wants it. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck import lexicon
from cxcheck.customer.pieces import birthday_option, expiry_option
from cxcheck.lexicon import normal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxcheck.customer.sight import Field, Option
    from cxcheck.model.identity import Address, Identity


def known_text(what: str, identity: Identity, address: Address, password: str) -> str | None:
    """What to write for a kind of field, dates apart; None: the customer does not know."""
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
        "company": identity.company,
        "phone": address.phone,
        "street": address.street,
        "house number": address.house_number,
        "street 2": "",
        "city": address.city,
        "region": address.region,
        "postcode": address.postcode,
        "country": address.country_name,
        "card number": card.number,
        "card code": card.code,
        "card name": card.holder,
    }
    return known.get(what)


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
        return expiry_option(real, identity.card)
    if kind == "birthday":
        return birthday_option(real, identity.birthday) or (real[0] if real else None)
    if kind == "region":
        wanted = [o for o in real if normal(o.text) == normal(address.region)]
        return wanted[0] if wanted else (real[0] if real else None)
    return real[0] if real else None


def country_option(options: Sequence[Option], code: str, names: Mapping[str, str]) -> Option | None:
    """The option for a country, by its code or its name in any of the languages given."""
    wanted = {normal(name) for name in names.values()}
    return next((o for o in options if o.value.upper() == code or normal(o.text) in wanted), None)


def _says_nothing(option: Option, spoken: tuple[str, ...]) -> bool:
    """An empty option, or one that only asks to choose."""
    text = normal(option.text)
    return not option.value.strip() or not text.strip("- ") or text in lexicon.phrases("words", "none", spoken)

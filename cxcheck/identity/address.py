"""Addresses in many countries whose parts belong together, with telephone numbers that ring nowhere."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

from cxcheck.model.identity import Address

# Ofcom's for drama, dialled from abroad: where a form will not do without and the country has set none aside.
_ABROAD = "+44 20 7946 0###"
_MOST_NUMBER = 98  # short streets have no higher ones
HOME = "GB"


def countries() -> tuple[str, ...]:
    """Codes of the countries there are addresses for."""
    return tuple(_places())


def cities(country: str) -> tuple[str, ...]:
    """Where addresses are known in a country, or else in the United Kingdom."""
    return tuple(place["city"] for place in _facts(country)["places"])


def address_in(country: str, seed: int, phone: str | None = None, city: str | None = None) -> Address:
    """The address there that belongs to a seed; in the United Kingdom for a country that is not in the list.

    ``phone`` is the number of whoever sends the customers: it is given where the country has set none aside for
    fiction. ``city`` is one of those known, or any.
    """
    code, facts = country if country in _places() else HOME, _facts(country)
    chance = Random(seed)  # noqa: S311  # people are to be the same again, not hard to guess
    place = chance.choice([place for place in facts["places"] if city in {None, place["city"]}] or facts["places"])
    street = chance.choice(place.get("streets") or facts["streets"])
    number = chance.randint(1, _MOST_NUMBER)
    pattern = place.get("phone") or facts.get("phone") or ""
    # Drawn in any case, so that an owner's number changes nothing else.
    fiction, abroad = (_digits(one, chance) for one in (pattern, _ABROAD))
    return Address(
        street_name=street,
        house_number=str(number),
        city=place["city"],
        region=place["region"],
        postcode=place["postcode"],
        country=code,
        country_name=facts["name"],
        phone=fiction or phone or "",
        phone_if_demanded=fiction or phone or abroad,
    )


def _facts(country: str) -> dict[str, Any]:
    return _places().get(country, _places()[HOME])


def _digits(pattern: str, chance: Random) -> str:
    return "".join(str(chance.randrange(10)) if char == "#" else char for char in pattern)


@cache
def _places() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files(__package__) / "places.toml").read_text(encoding="utf-8"))

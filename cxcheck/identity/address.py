"""Addresses in many countries, with telephone numbers that ring nowhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from faker import Faker

from cxcheck.model.identity import Address

if TYPE_CHECKING:
    from collections.abc import Mapping

# Country -> Faker's locale for its addresses, its English name, and a number set aside for fiction there: Ofcom's for
# drama, ComReg's, ARCEP's, the Bundesnetzagentur's for film and television, NANPA's 555-01xx. Elsewhere Ofcom's,
# dialled from abroad. ``#`` is a digit.
_COUNTRIES: Mapping[str, tuple[str, str, str]] = {
    "GB": ("en_GB", "United Kingdom", "020 7946 0###"),
    "IE": ("en_IE", "Ireland", "020 91# ####"),
    "US": ("en_US", "United States", "202-555-01##"),
    "CA": ("en_CA", "Canada", "613-555-01##"),
    "DE": ("de_DE", "Germany", "030 23125###"),
    "FR": ("fr_FR", "France", "01 99 00 ## ##"),
    "ES": ("es_ES", "Spain", ""),
    "MX": ("es_MX", "Mexico", ""),
    "IT": ("it_IT", "Italy", ""),
    "NL": ("nl_NL", "Netherlands", ""),
    "PL": ("pl_PL", "Poland", ""),
    "PT": ("pt_PT", "Portugal", ""),
    "BR": ("pt_BR", "Brazil", ""),
    "AT": ("de_AT", "Austria", ""),
    "CH": ("de_CH", "Switzerland", ""),
    "JP": ("ja_JP", "Japan", ""),
}
_POSTCODE_LENGTH = {"MX": 5, "US": 5}  # Faker's may carry the four digits that few people know
_ABROAD = "+44 20 7946 0###"
HOME = "GB"


def countries() -> tuple[str, ...]:
    """Codes of the countries there are addresses for."""
    return tuple(_COUNTRIES)


def address_in(country: str, seed: int) -> Address:
    """The address there that belongs to a seed; in the United Kingdom for a country that is not in the list."""
    code = country if country in _COUNTRIES else HOME
    locale, name, phone = _COUNTRIES[code]
    fake = Faker(locale)
    fake.seed_instance(seed)
    number = fake.random_int(1, 98)
    region = next(
        (str(getattr(fake, of)()) for of in ("administrative_unit", "state", "county") if hasattr(fake, of)), ""
    )
    return Address(
        street_name=re.sub(r"\s+\d.*$|^\d+[, ]+", "", str(fake.street_name())).strip(),
        house_number=str(number),
        city=str(fake.city()),
        region=region,
        postcode=str(fake.postcode())[: _POSTCODE_LENGTH.get(code)],
        country=code,
        country_name=name,
        phone=fake.numerify(phone or _ABROAD),
    )

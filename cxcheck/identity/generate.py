"""From a seed to a person: the same seed gives the same one."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

from faker import Faker
from faker.config import AVAILABLE_LOCALES

from cxcheck.errors import SettingsError, nearest, problem
from cxcheck.identity.address import address_in
from cxcheck.model.identity import Card, Identity

if TYPE_CHECKING:
    from cxcheck.model.persona import Persona

_NAME_LENGTH = 40  # with the tag within the 64 characters of RFC 5321
_TAG_LENGTH = 10  # of a 36-letter alphabet: 3.6e15 addresses, unique over any number of visits
_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789"
_PASSWORD_LENGTH = 14
_USERNAME_LENGTH = 18
_ADULT_YEARS = (25, 70)
# Visa's number for tests, taken by every gateway's test mode and no bank (Stripe, Adyen and Braintree document it).
_TEST_CARD = "4111111111111111"
_CARD_LASTS_YEARS = 3
DEFAULT_DOMAIN = "customers.example.test"  # .test never resolves (RFC 6761): mail to it reaches nobody


def generate(
    persona: Persona, journey: str, seed: int, repeat: int = 1, domain: str = DEFAULT_DOMAIN, prefix: str = ""
) -> Identity:
    """The person of one visit. The address carries the name and a tag, and ends in the inbox's own domain.

    A ``prefix`` such as ``cx+`` stands before them, where one mailbox takes mail for names of its own.

    Raises:
        SettingsError: The persona's identity locale is not one that Faker knows.
    """
    locale = persona.identity.locale
    if locale not in AVAILABLE_LOCALES:
        raise SettingsError(
            problem(
                f"unknown locale {locale!r}",
                where=f"personas/{persona.key}.toml: [identity] locale",
                expected="a locale of Faker's, such as en_GB, de_DE or es_MX",
                near=nearest(locale, AVAILABLE_LOCALES),
                todo="correct the locale",
            )
        )
    digest = hashlib.sha256(f"{seed}/{persona.key}/{journey}/{repeat}".encode()).digest()
    fake = Faker(locale)
    own_seed = int.from_bytes(digest[:8], "big")
    fake.seed_instance(own_seed)
    given = persona.identity.given_name or fake.first_name()
    family = persona.identity.family_name or fake.last_name()
    tag = "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in digest[8 : 8 + _TAG_LENGTH])
    name = ".".join(filter(None, (_ascii(given), _ascii(family)))) or "customer"
    return Identity(
        given_name=given,
        family_name=family,
        email=f"{prefix}{name[: max(_NAME_LENGTH - len(prefix), 0)].rstrip('.')}.{tag}@{domain}",
        username=f"{(_ascii(given) or 'customer')[: _USERNAME_LENGTH - _TAG_LENGTH]}{tag}",
        password=_password(fake),
        new_password=_password(fake),
        birthday=fake.date_of_birth(minimum_age=_ADULT_YEARS[0], maximum_age=_ADULT_YEARS[1]).isoformat(),
        address=address_in(locale.rpartition("_")[2], own_seed),
        card=Card(
            number=_TEST_CARD,
            month=fake.random_int(1, 12),
            year=dt.datetime.now(dt.UTC).year + _CARD_LASTS_YEARS,
            code=fake.numerify("###"),
        ),
        seed=own_seed,
    )


def _ascii(name: str) -> str:
    """The name's letters as an address may carry them; empty for a script without Latin letters."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z]+", "", bare)


def _password(fake: Faker) -> str:
    """Long, with letters and digits, as most people have them; where a site demands a sign, the customer adds one."""
    return str(fake.password(length=_PASSWORD_LENGTH, special_chars=False))

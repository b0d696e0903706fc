"""The generated person of one visit."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from cxcheck.model.base import Model

_NUMBER_FIRST = {"GB", "IE", "US", "CA", "AU", "NZ", "FR", "IN"}
CardKind = Literal["good", "declined", "3-d-secure"]


class Address(Model):
    """Where the customer lives. ``country`` is its ISO 3166 code, ``country_name`` its English name.

    ``phone`` is empty where the country has set no numbers aside for fiction and nobody gave their own;
    ``phone_if_demanded`` is never.
    """

    street_name: str
    house_number: str
    city: str
    region: str
    postcode: str
    country: str
    country_name: str
    phone: str
    phone_if_demanded: str = ""

    @property
    def street(self) -> str:
        """Street and house number, in the country's order."""
        parts = (self.house_number, self.street_name)
        return " ".join(parts if self.country in _NUMBER_FIRST else reversed(parts))


class Card(Model):
    """A gateway's test card: no bank knows it. Number and code never leave the process."""

    number: str = Field(repr=False)
    month: int
    year: int
    code: str = Field(repr=False)
    holder: str = ""


class Identity(Model):
    """A name, an address that receives mail, two passwords, a home, test cards; secrets never leave the process.

    ``full_name`` is in the country's order, ``latin_name`` in Latin letters, given name first; it is empty where nobody
    can tell. ``own_phone`` is the number of whoever sends the customers, if they gave one. ``carries`` says which of
    the cards is in hand.
    """

    given_name: str
    family_name: str
    full_name: str
    latin_name: str
    email: str
    username: str
    birthday: str
    password: str = Field(repr=False)
    new_password: str = Field(repr=False)
    company: str
    address: Address
    own_phone: str | None = Field(default=None, repr=False)
    cards: dict[CardKind, Card]
    carries: CardKind = "good"
    seed: int = Field(repr=False)

    @property
    def card(self) -> Card:
        """The card to pay with."""
        return self.cards[self.carries]

    @property
    def secrets(self) -> tuple[str, ...]:
        """Values that may appear in no file."""
        numbers = list(dict.fromkeys(card.number for card in self.cards.values()))
        grouped = [
            sign.join(number[i : i + 4] for i in range(0, len(number), 4)) for number in numbers for sign in (" ", "-")
        ]
        return (self.password, self.new_password, *numbers, *grouped)


class MaskedIdentity(Model):
    """What of an identity may be written down."""

    name: str
    email: str

    @classmethod
    def of(cls, identity: Identity) -> MaskedIdentity:
        """The name and the address, which is one of our own."""
        return cls(name=identity.full_name, email=identity.email)

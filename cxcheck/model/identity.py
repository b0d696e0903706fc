"""The generated person of one visit."""

from __future__ import annotations

from pydantic import Field

from cxcheck.model.base import Model

_NUMBER_FIRST = {"GB", "IE", "US", "CA", "AU", "NZ", "FR"}


class Address(Model):
    """Where the customer lives. ``country`` is its ISO 3166 code, ``country_name`` its English name."""

    street_name: str
    house_number: str
    city: str
    region: str
    postcode: str
    country: str
    country_name: str
    phone: str

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


class Identity(Model):
    """A name, an address that receives mail, two passwords, a home, a test card; secrets never leave the process."""

    given_name: str
    family_name: str
    email: str
    username: str
    birthday: str
    password: str = Field(repr=False)
    new_password: str = Field(repr=False)
    address: Address
    card: Card
    seed: int = Field(repr=False)

    @property
    def full_name(self) -> str:
        """Given name, then family name."""
        return f"{self.given_name} {self.family_name}"

    @property
    def secrets(self) -> tuple[str, ...]:
        """Values that may appear in no file."""
        number = self.card.number
        grouped = (sign.join(number[i : i + 4] for i in range(0, len(number), 4)) for sign in (" ", "-"))
        return (self.password, self.new_password, number, *grouped)


class MaskedIdentity(Model):
    """What of an identity may be written down."""

    name: str
    email: str

    @classmethod
    def of(cls, identity: Identity) -> MaskedIdentity:
        """The name and the address, which is one of our own."""
        return cls(name=identity.full_name, email=identity.email)

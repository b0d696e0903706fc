"""The generated person of one visit."""

from __future__ import annotations

from pydantic import Field

from cxcheck.model.base import Model


class Identity(Model):
    """A name, an address that receives mail, and two passwords; the passwords never leave the process."""

    given_name: str
    family_name: str
    email: str
    password: str = Field(repr=False)
    new_password: str = Field(repr=False)

    @property
    def full_name(self) -> str:
        """Given name, then family name."""
        return f"{self.given_name} {self.family_name}"

    @property
    def secrets(self) -> tuple[str, ...]:
        """Values that may appear in no file."""
        return (self.password, self.new_password)


class MaskedIdentity(Model):
    """What of an identity may be written down."""

    name: str
    email: str

    @classmethod
    def of(cls, identity: Identity) -> MaskedIdentity:
        """The name and the address, which is one of our own."""
        return cls(name=identity.full_name, email=identity.email)

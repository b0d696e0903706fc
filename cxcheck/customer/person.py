"""Who fills in the forms: the identity, with what may change on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxcheck.customer.knowledge import known_text

if TYPE_CHECKING:
    from cxcheck.model.identity import Address, Identity


@dataclass
class Person:
    """``password`` is the one given next, ``address`` the one things are sent to; ``signing_in`` while at that."""

    identity: Identity
    address: Address
    password: str
    signing_in: bool = False

    @classmethod
    def of(cls, identity: Identity) -> Person:
        """As the visit begins."""
        return cls(identity, identity.address, identity.password)

    def knows(self, kind: str) -> str | None:
        """What to write for a kind of field; None: they do not know."""
        return known_text(kind, self.identity, self.address, self.password)

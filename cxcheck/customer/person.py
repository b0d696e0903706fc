"""Who fills in the forms: the identity, with what may change on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxcheck.customer import passwords
from cxcheck.customer.knowledge import known_text

if TYPE_CHECKING:
    from cxcheck.customer.sight import Field, Sight
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

    def heed(self, field: Field, sight: Sight, spoken: tuple[str, ...]) -> None:
        """Think of another password where the page says what one must be like and this one is not, before it is typed.

        A second field gets what the first one has, whatever the page says by then.
        """
        there = [one for one in sight.of_form(field.form) if one.visible and one.type == "password"]
        if any(one.filled for one in there):
            return
        hints = "\n".join(f"{one.label} {one.hint}" for one in there)
        self.password = passwords.heeding(self.password, hints, sight.text, spoken)

    def knows(self, kind: str) -> str | None:
        """What to write for a kind of field; None: they do not know."""
        return known_text(kind, self.identity, self.address, self.password)

"""Cards that payment gateways keep for tests: no bank knows them, and only a gateway's test mode takes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxcheck.model.identity import Card, CardKind
from cxcheck.model.site import Gateway

if TYPE_CHECKING:
    from random import Random

_LASTS_YEARS = 3  # Braintree wants its 3-D Secure cards to; the others take any year to come


@dataclass(frozen=True)
class _TestCard:
    """``holder``: where a name, and no number, asks for what is to happen. Month, year and code only where fixed."""

    number: str
    month: int | None = None
    year: int | None = None
    code: str = ""
    holder: str = ""


_VISA = "4111111111111111"  # taken by the test modes of Adyen, Braintree, Stripe and others


def _adyens(number: str, holder: str = "") -> _TestCard:
    return _TestCard(number, month=3, year=2030, code="737", holder=holder)


# From each gateway's manual, "Testing". Braintree's declined one is refused as a new customer's card is verified; its
# sandbox declines payments by their amount (2000 to 2999), which a customer does not choose. 3-D Secure: a challenge.
_GATEWAYS: Mapping[Gateway, Mapping[CardKind, _TestCard]] = {
    "any": {
        "good": _TestCard(_VISA),
        "declined": _TestCard("4000000000000002"),
        "3-d-secure": _TestCard("4000000000003220"),
    },
    "stripe": {
        "good": _TestCard("4242424242424242"),
        "declined": _TestCard("4000000000000002"),
        "3-d-secure": _TestCard("4000002760003184"),
    },
    "adyen": {
        "good": _adyens(_VISA),
        "declined": _adyens(_VISA, holder="DECLINED"),
        "3-d-secure": _adyens("4917610000000000"),
    },
    "braintree": {
        "good": _TestCard(_VISA),
        "declined": _TestCard("4000111111111115"),
        "3-d-secure": _TestCard("4000000000001091", month=1),
    },
}  # fmt: skip


def cards_of(gateway: Gateway, holder: str, chance: Random) -> dict[CardKind, Card]:
    """A good card, one that is declined and one with a 3-D Secure challenge, in the customer's name."""
    month, code = chance.randint(1, 12), f"{chance.randrange(1_000):03}"
    year = dt.datetime.now(dt.UTC).year + _LASTS_YEARS
    return {
        kind: Card(
            number=card.number,
            month=card.month or month,
            year=card.year or year,
            code=card.code or code,
            holder=card.holder or holder,
        )
        for kind, card in _GATEWAYS[gateway].items()
    }

"""Card payments in test mode: a few well-known test cards are accepted, and nothing is kept of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from cxcheck.demo import forms

# The test numbers which payment gateways publish in their manuals.
_ACCEPTED = {"4242424242424242": "Visa", "4111111111111111": "Visa", "5555555555554444": "Mastercard"}
_ALWAYS_DECLINED = "4000000000000002"

_NOT_A_TEST_CARD = "This shop is in test mode and takes only test cards, such as 4242 4242 4242 4242."
_DECLINED = "Your bank declined this card. You have not been charged. Please try another card."
_EXPIRY = re.compile(r"(0?[1-9]|1[0-2])\s*[/. -]?\s*(?:20)?(\d\d)", re.ASCII)


@dataclass(frozen=True)
class Card:
    """A card as typed."""

    number: str
    expiry: str
    code: str
    holder: str

    @property
    def maker(self) -> str:
        """Whose card it is; empty when it is none of the test cards."""
        return _ACCEPTED.get(_digits(self.number), "")


def posted() -> Card:
    """Read the card in the current request's form."""
    return Card(*(forms.field(name) for name in ("card-number", "expiry", "security-code", "card-name")))


def _today() -> date:
    return datetime.now(UTC).date()


def errors(card: Card, *, decline: bool, today: Callable[[], date] = _today) -> dict[str, str]:
    """Say what is wrong with the card, by field; `decline` refuses every card, as a bank may."""
    wrong = {
        "card-number": _number_error(card),
        "expiry": _expiry_error(card.expiry, today()),
        "security-code": None if re.fullmatch(r"\d{3,4}", card.code, re.ASCII) else "Please enter the 3 or 4 digits.",
        "card-name": forms.name_error(card.holder, "Please enter the name on the card."),
    }
    found = {name: error for name, error in wrong.items() if error}
    if not found and (decline or _digits(card.number) == _ALWAYS_DECLINED):
        return {"card-number": _DECLINED}
    return found


def _number_error(card: Card) -> str | None:
    number = _digits(card.number)
    if not number:
        return "Please enter the card number."
    return None if card.maker or number == _ALWAYS_DECLINED else _NOT_A_TEST_CARD


def _expiry_error(expiry: str, today: date) -> str | None:
    match = _EXPIRY.fullmatch(expiry)
    if not match:
        return "Please enter month and year as MM/YY, such as 08/29."
    if (2000 + int(match[2]), int(match[1])) < (today.year, today.month):
        return "This card has expired. Please use another one."
    return None


def _digits(number: str) -> str:
    return re.sub(r"[\s-]", "", number)

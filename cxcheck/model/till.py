"""What the till asked and told: who the customer is, and what it comes to."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from cxcheck.model.base import Model

_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}


class Identified(Model):
    """How the customer got through the till's question who they are."""

    t_ms: float
    step: int
    how: Literal["guest", "signed-up", "signed-in"]


class Identifications(Model):
    """Such answers, in order; empty: nobody asked."""

    items: tuple[Identified, ...] = ()


class Total(Model):
    """A total as the customer read it.

    ``delivery_said``: its page speaks of delivery costs. ``delivery`` is their amount where the page names it.
    """

    t_ms: float
    step: int
    amount: Decimal
    currency: str
    label: str = ""
    delivery_said: bool = False
    delivery: Decimal | None = None
    place: Literal["basket", "checkout", "review"]

    @property
    def money(self) -> str:
        """``£58.00``, ``58.00 PLN``; of an unknown currency the amount alone."""
        amount = f"{self.amount:,.2f}"
        sign = _SIGNS.get(self.currency, self.currency)
        return f"{amount} {sign}" if sign.isalpha() else f"{sign}{amount}"


class DeliveryChosen(Model):
    """The customer chose how to have it sent, at a price that stood there."""

    t_ms: float
    cost: Decimal


class Totals(Model):
    """Totals read, in order, and what the customer chose between them."""

    items: tuple[Total, ...] = ()
    deliveries: tuple[DeliveryChosen, ...] = ()

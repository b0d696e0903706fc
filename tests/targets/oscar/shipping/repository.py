"""How the shop delivers. With one way only, oscar would skip the step that asks for it."""

from decimal import Decimal

from oscar.apps.shipping import repository
from oscar.apps.shipping.methods import FixedPrice


class Standard(FixedPrice):
    """The cheaper way: the basket reckons with it."""

    code = "standard"
    name = "Standard, three to five days"
    charge_excl_tax = charge_incl_tax = Decimal("3.80")


class Express(FixedPrice):
    """The faster way."""

    code = "express"
    name = "Express, the next working day"
    charge_excl_tax = charge_incl_tax = Decimal("9.60")


class Repository(repository.Repository):
    """Both ways, for every basket and address."""

    methods = (Standard(), Express())

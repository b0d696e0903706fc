"""Oscar's checkout app, with our payment step in it."""

from oscar.apps.checkout import apps


class CheckoutConfig(apps.CheckoutConfig):
    """Looks for views here first, then in oscar."""

    name = "checkout"

"""Oscar's shipping app, with our ways of delivery in it."""

from oscar.apps.shipping import apps


class ShippingConfig(apps.ShippingConfig):
    """Looks for the repository here first, then in oscar."""

    name = "shipping"

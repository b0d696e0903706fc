"""Nothing is ordered unless the site's settings say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck import lexicon
from cxcheck.customer.totals import without_money
from cxcheck.errors import StoppedOnPurpose
from cxcheck.lexicon.likeness import likeness

if TYPE_CHECKING:
    from cxcheck.customer.purse import Purse
    from cxcheck.customer.sight import Control
    from cxcheck.model.site import Site

_BUYS = 0.5  # how much a button must say that it orders, for the customer to stop before it; in doubt it does


class Orders:
    """What the customer may press; ``purse`` knows whether they are at the till."""

    def __init__(self, site: Site, purse: Purse) -> None:
        self._site = site
        self._purse = purse

    def refuse(self, control: Control) -> None:
        """Stop before a button that orders, by its words, in whatever language.

        Raises:
            StoppedOnPurpose: It does, or may, and the settings do not allow that.
        """
        if self._site.orders == "test-card" or (control.role == "link" and not self._purse.at_the_till):
            return
        if likeness(without_money(control.name), lexicon.phrases("intents", "place order")) >= _BUYS:
            self.stop_before(f"pressing {control.name!r}")

    def stop_before(self, what: str) -> None:
        """End the visit, finished as far as it may go.

        Raises:
            StoppedOnPurpose: Always, unless orders are allowed.
        """
        if self._site.orders != "test-card":
            raise StoppedOnPurpose(f"stopped before {what}: the site's settings allow no orders (orders = 'test-card')")

"""What the customer keeps in mind about money: the totals they have read, and whether they stand at the till."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cxcheck.customer.totals import Total, total

if TYPE_CHECKING:
    from collections.abc import Callable

Place = Literal["basket", "checkout", "review"]


class Purse:
    """Reads totals off the pages, from when something was put into the basket; ``note`` writes an event."""

    def __init__(self, note: Callable[..., None]) -> None:
        self._note = note
        self._last: tuple[Total, Place] | None = None
        self.place: Place | None = None  # None: nothing is to be paid yet

    @property
    def at_the_till(self) -> bool:
        """Whether a press may order something."""
        return self.place in {"checkout", "review"}

    def read(self, text: str, spoken: tuple[str, ...]) -> None:
        """Note the page's total when it is another one than before, or stands elsewhere."""
        if self.place is None:
            return
        found = total(text, spoken)
        if found is None or (found, self.place) == self._last:
            return
        self._last = (found, self.place)
        self._note(
            "customer/read-total",
            amount=str(found.amount),
            currency=found.currency,
            label=found.label,
            delivery_said=found.delivery_said,
            place=self.place,
        )

"""What an order costs, part by part."""

from dataclasses import dataclass

from cxcheck.demo.products import Line

HANDLING_PENCE = 395


@dataclass(frozen=True)
class Bill:
    """The lines, and what comes on top; `delivery_pence` is None until a way is chosen."""

    lines: tuple[Line, ...]
    delivery_pence: int | None = None
    handling_pence: int = 0

    @property
    def count(self) -> int:
        """How many pieces it is for."""
        return sum(line.quantity for line in self.lines)

    @property
    def goods_pence(self) -> int:
        """What the goods alone cost."""
        return sum(line.pence for line in self.lines)

    @property
    def total_pence(self) -> int:
        """What there is to pay, as far as it is known."""
        return self.goods_pence + (self.delivery_pence or 0) + self.handling_pence

"""What visitors have put in their baskets and told the till, kept in memory by visitor."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from threading import Lock

from cxcheck.demo.addresses import Address
from cxcheck.demo.products import Line, find
from cxcheck.demo.stock_list import Product

_MOST = 10_000  # baskets kept; the oldest go first


@dataclass(frozen=True)
class Till:
    """What a visitor has told the till so far. Of a card only its maker's name is kept."""

    guest_email: str = ""
    address: Address | None = None
    delivery: str = ""
    card: str = ""


@dataclass(frozen=True)
class Basket:
    """What one visitor has chosen: quantities by product, in the order added; and the number of their last order."""

    quantities: Mapping[str, int] = field(default_factory=dict)
    till: Till = field(default_factory=Till)
    last_order: str = ""

    def lines(self, products: tuple[Product, ...]) -> tuple[Line, ...]:
        """Give what can be had of it today."""
        wanted = ((find(products, slug), quantity) for slug, quantity in self.quantities.items())
        return tuple(Line(product, min(n, product.stock)) for product, n in wanted if product and product.stock)

    def put(self, slug: str, quantity: int) -> "Basket":
        """Set a product's quantity; none takes it out."""
        kept = {**self.quantities, slug: quantity}
        return replace(self, quantities={slug: n for slug, n in kept.items() if n > 0})

    def tell(self, **answers: object) -> "Basket":
        """Add answers to what the till knows."""
        return replace(self, till=replace(self.till, **answers))  # type: ignore[arg-type]


class Baskets:
    """Baskets by visitor; whoever has none gets an empty one."""

    def __init__(self) -> None:
        """Start with no baskets."""
        self._lock = Lock()
        self._baskets: dict[str, Basket] = {}

    def get(self, visitor: str) -> Basket:
        """Give the visitor's basket."""
        with self._lock:
            return self._baskets.get(visitor, Basket())

    def change(self, visitor: str, how: Callable[[Basket], Basket]) -> Basket:
        """Replace the visitor's basket by what `how` makes of it, and give the one before."""
        with self._lock:
            before = self._baskets.pop(visitor, Basket())
            self._baskets[visitor] = how(before)
            while len(self._baskets) > _MOST:
                del self._baskets[next(iter(self._baskets))]
        return before

"""What a product is, and how it is found."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cxcheck.demo.stock_list import AISLES, HOSTILE, SHELF, Product


def shelf(frictions: frozenset[str]) -> tuple[Product, ...]:
    """Give all products of the shop under these frictions."""
    products = (*SHELF, HOSTILE) if "hostile-text" in frictions else SHELF
    if "sold-out" in frictions:
        return tuple(replace(product, stock=0) for product in products)
    return products


def find(products: Iterable[Product], slug: str) -> Product | None:
    """Find a product by its short name."""
    return next((product for product in products if product.slug == slug), None)


def search(products: Iterable[Product], words: str) -> tuple[Product, ...]:
    """Find the products whose texts hold all the words, in any order and case."""
    wanted = words.casefold().split()
    return tuple(product for product in products if wanted and all(word in _text(product) for word in wanted))


@dataclass(frozen=True)
class Line:
    """One product, so many times."""

    product: Product
    quantity: int

    @property
    def pence(self) -> int:
        """What the line costs."""
        return self.product.pence * self.quantity


def _text(product: Product) -> str:
    # Plurals are searched for as often as singulars: "teapots" finds the teapot's aisle.
    texts = (product.title, product.line, product.story, AISLES[product.aisle], *product.facts)
    return " ".join(texts).casefold()

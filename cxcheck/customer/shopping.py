"""What a customer does in a shop before the till: find something, put it into the basket, go and pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck import lexicon
from cxcheck.customer.complete import FormFiller
from cxcheck.customer.purposes import form_for
from cxcheck.customer.search import find, sees
from cxcheck.customer.totals import money
from cxcheck.errors import JourneyNotFinished, problem
from cxcheck.lexicon.likeness import ENOUGH, likeness

if TYPE_CHECKING:
    from cxcheck.customer.fill import Pen
    from cxcheck.customer.sight import Good
    from cxcheck.customer.walk import Walk

_HOPS = 3  # from a shop's front page to something on sale


class Shopper:
    """The verbs of a shop's shelves for one customer."""

    def __init__(self, walk: Walk, pen: Pen) -> None:
        self._walk = walk
        self._pen = pen

    def choose_product(self, named: str | None) -> None:
        """Go to a product's page: the one named, else the first that can be had.

        Raises:
            JourneyNotFinished: Nothing is for sale, or the one named is not there, or all are sold out.
        """
        goods: list[Good] = []
        for hop in range(_HOPS):
            sight = self._walk.look()
            spoken = self._walk.spoken(sight)
            goods = [g for g in sight.goods if _is_meant(g, named, spoken)]
            on_sale = [good for good in goods if named or not lexicon.mentions(good.text, "signs", "sold out", spoken)]
            if on_sale:
                self._walk.note("customer/chose", what="product", found=on_sale[0].name[:80], of=len(sight.goods))
                self._walk.press_until_answered(sight, sight.controls[on_sale[0].control])
                return
            if hop == _HOPS - 1 or sees(self._walk, sight, "products") is None:
                break
            sight, control = find(self._walk, "products")
            assert control is not None
            self._walk.press_until_answered(sight, control)
        sight = self._walk.look()
        raise JourneyNotFinished(
            problem(
                "everything the customer saw is sold out"
                if goods
                else f"the customer saw nothing to buy ({sight.says})",
                where=f"{self._walk.page.url} ({sight.title})",
                expected=f"a product called {named!r}" if named else "a product with its name and price",
                todo="see the picture of this step",
            )
        )

    def add_to_basket(self) -> None:
        """Choose what the product wants chosen, and put it into the basket.

        Raises:
            JourneyNotFinished: It cannot be bought.
        """
        self._walk.purse.place = self._walk.purse.place or "basket"
        sight = self._walk.look()
        spoken = self._walk.spoken(sight)
        button = sees(self._walk, sight, "add to basket", even_disabled=True)
        if button is None and lexicon.mentions(sight.text, "signs", "sold out", spoken):
            self._walk.note("customer/missed", intent="add to basket", says="sold out")
            raise JourneyNotFinished(
                problem(
                    f"“{sight.heading}” is sold out",
                    where=f"{self._walk.page.url} ({sight.title})",
                    expected="that it can be put into the basket",
                    todo="see the picture of this step",
                )
            )
        if button is not None and button.form >= 0:
            open_lists = [
                f.selector for f in sight.of_form(button.form) if f.type in {"select", "listbox"} and not f.filled
            ]
            FormFiller(self._walk, self._pen, "product").fill(sight, button.form, demanded=open_lists)
        sight, control = find(self._walk, "add to basket", detours=False)
        assert control is not None
        self._walk.press_until_answered(sight, control, orders=False)

    def to_the_till(self) -> None:
        """From wherever the basket was filled to the till."""
        sight = self._walk.look()
        spoken = self._walk.spoken(sight)
        here = any(form_for(sight, what, spoken) is not None for what in ("guest", "address", "payment"))
        if not here or sees(self._walk, sight, "checkout") is not None:
            sight, control = find(self._walk, "checkout")
            if control is not None:
                self._walk.press_until_answered(sight, control, orders=False)
        self._walk.purse.place = "checkout"


def _is_meant(good: Good, named: str | None, spoken: tuple[str, ...]) -> bool:
    """A thing with a price that is asked for; the basket's own link has a price too, and is none."""
    price = money(good.price)
    if price is None or price[0] == 0 or likeness(good.name, lexicon.phrases("intents", "basket", spoken)) >= ENOUGH:
        return False
    return named is None or likeness(good.name, (lexicon.normal(named),)) >= ENOUGH

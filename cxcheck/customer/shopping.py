"""What a customer does in a shop: find something, go to the till, say who they are, choose delivery, pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck import lexicon
from cxcheck.customer.choose import ENOUGH, choose, likeness
from cxcheck.customer.complete import FormFiller
from cxcheck.customer.forms import card_choice, form_for, kinds, radio_groups, submit_control
from cxcheck.customer.search import find, sees
from cxcheck.customer.totals import money
from cxcheck.errors import JourneyNotFinished, problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxcheck.customer.fill import Pen
    from cxcheck.customer.sight import Control, Good, Sight
    from cxcheck.customer.walk import Walk

_HOPS = 3  # from a shop's front page to something on sale


class Shopper:
    """The verbs of a shop for one customer. ``sign_up`` opens an account where the till lets nobody else pass."""

    def __init__(self, walk: Walk, pen: Pen, sign_up: Callable[[], None]) -> None:
        self._walk = walk
        self._pen = pen
        self._sign_up = sign_up

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
        self._walk.press_until_answered(sight, control)

    def to_the_till(self) -> None:
        """From wherever the basket was filled to the till."""
        sight = self._walk.look()
        spoken = self._walk.spoken(sight)
        here = any(form_for(sight, what, spoken) is not None for what in ("guest", "address", "payment"))
        if not here or sees(self._walk, sight, "checkout") is not None:
            sight, control = find(self._walk, "checkout")
            if control is not None:
                self._walk.press_until_answered(sight, control)
        self._walk.purse.place = "checkout"

    def say_who_i_am(self) -> None:
        """Go on as a guest where the till lets guests pass; else open an account, and it is noted that one had to.

        Raises:
            JourneyNotFinished: Neither can be done.
        """
        sight = self._walk.look()
        spoken = self._walk.spoken(sight)
        form = form_for(sight, "guest", spoken)
        entry = sees(self._walk, sight, "guest")
        if form is not None:
            FormFiller(self._walk, self._pen, "guest").complete()
        elif entry is not None:
            self._walk.press_until_answered(sight, entry)
            if form_for(self._walk.look(), "guest", spoken) is not None:
                FormFiller(self._walk, self._pen, "guest").complete()
        elif form_for(sight, "address", spoken) is None and self._wants_an_account(sight):
            self._sign_up()
            self._walk.note("customer/identified", how="signed-up")
            self._back_to_the_till()
            return
        self._walk.note("customer/identified", how="guest")

    def _wants_an_account(self, sight: Sight) -> bool:
        spoken = self._walk.spoken(sight)
        forms = (form_for(sight, "sign in", spoken), form_for(sight, "sign up", spoken))
        return any(form is not None for form in forms)

    def _back_to_the_till(self) -> None:
        """Some shops go on where the customer stood, others have them start from the basket."""
        sight = self._walk.look()
        if form_for(sight, "address", self._walk.spoken(sight)) is None and not self._asks_for_delivery(sight):
            self.to_the_till()

    def choose_delivery(self) -> None:
        """Take the cheapest, where the page asks; where it does not, that was settled with the address."""
        sight = self._walk.look()
        if not self._asks_for_delivery(sight):
            return
        spoken = self._walk.spoken(sight)
        for form in range(len(sight.forms)):
            groups = radio_groups(sight.of_form(form))
            if not groups:
                continue
            for group in groups:
                self._pen.take_radio(sight, group, "delivery")
            sight = self._walk.look()
            button = submit_control(sight, form, spoken, "delivery")
            if button is not None:
                self._walk.press_until_answered(sight, button)
                return
        offers = self._offers(sight)
        cheapest = min(offers, key=lambda control: _price(control, sight))
        self._walk.note("customer/chose", what="delivery", found=cheapest.around[:80], of=len(offers))
        self._walk.press_until_answered(sight, cheapest)

    def _asks_for_delivery(self, sight: Sight) -> bool:
        spoken = self._walk.spoken(sight)
        if any(form_for(sight, what, spoken) is not None for what in ("address", "payment")):
            return False
        if not lexicon.mentions(
            f"{sight.heading} {sight.title} {' '.join(f.heading for f in sight.forms)}", "words", "delivery", spoken
        ):
            return False
        return any(radio_groups(sight.of_form(form)) for form in range(len(sight.forms))) or bool(self._offers(sight))

    def _offers(self, sight: Sight) -> list[Control]:
        """Buttons alike, each beside a way of delivery."""
        spoken = self._walk.spoken(sight)
        buttons = [
            c
            for c in sight.controls
            if c.visible and c.enabled and c.submits and c.form >= 0 and c.region not in {"header", "footer", "nav"}
        ]
        return [
            c
            for c in buttons
            if lexicon.mentions(f"{c.around} {c.name}", "words", "delivery", spoken) or money(c.around)
        ]

    def pay(self) -> None:
        """Give the test card, and press what orders.

        Raises:
            StoppedOnPurpose: The site's settings allow no orders.
            JourneyNotFinished: There is no way to pay, or the card is refused.
        """
        self._walk.stop_before_paying("paying")
        self._choose_the_card()
        paid = FormFiller(self._walk, self._pen, "payment").complete()
        self._walk.purse.place = "review"
        sight = self._walk.look()
        spoken = self._walk.spoken(sight)
        if lexicon.mentions(sight.text, "signs", "order placed", spoken):
            return
        order = sees(self._walk, sight, "place order")
        if order is None and not paid:
            raise JourneyNotFinished(
                problem(
                    f"the customer saw no way to pay; the page says “{sight.says}”",
                    where=f"{self._walk.page.url} ({sight.title})",
                    expected="fields for a card, or a button that orders",
                    todo="see the picture of this step",
                )
            )
        if order is not None:
            self._agree(sight, order)
            sight, control = find(self._walk, "place order", detours=False)
            assert control is not None
            self._walk.press_until_answered(sight, control)
        elif (plain := _plainest_way_on(sight, spoken)) is not None:
            self._walk.press_until_answered(sight, plain)  # a last page whose button says no more than "Next"

    def _choose_the_card(self) -> None:
        """Where there are several ways to pay, take the card; where its fields come on the next page, go there."""
        sight = self._walk.look()
        spoken = self._walk.spoken(sight)
        groups = [group for form in range(len(sight.forms)) for group in radio_groups(sight.of_form(form))]
        chosen = next((group for group in groups if card_choice(group, spoken)), None)
        if chosen is None:
            return
        self._pen.take_radio(sight, chosen, "payment")
        sight = self._walk.look()
        if form_for(sight, "payment", spoken) is None and sees(self._walk, sight, "place order") is None:
            button = submit_control(sight, chosen[0].form, spoken, "payment")
            if button is not None:
                self._walk.press_until_answered(sight, button)

    def _agree(self, sight: Sight, order: Control) -> None:
        """Tick what has to be ticked before ordering."""
        if order.form >= 0 and kinds(sight, order.form, self._walk.spoken(sight)):
            FormFiller(self._walk, self._pen, "place order").fill(sight, order.form)


def _is_meant(good: Good, named: str | None, spoken: tuple[str, ...]) -> bool:
    """A thing with a price that is asked for; the basket's own link has a price too, and is none."""
    price = money(good.price)
    if price is None or price[0] == 0 or likeness(good.name, lexicon.phrases("intents", "basket", spoken)) >= ENOUGH:
        return False
    return named is None or likeness(good.name, (lexicon.normal(named),)) >= ENOUGH


def _price(control: Control, sight: Sight) -> tuple[float, int]:
    found = money(control.around)
    return (float(found[0]) if found else float("inf"), sight.controls.index(control))


def _plainest_way_on(sight: Sight, spoken: tuple[str, ...]) -> Control | None:
    """The button that goes on, of a form in the page's midst."""
    buttons = [c for c in sight.controls if c.visible and c.submits and c.region not in {"header", "footer", "nav"}]
    choice = choose(buttons, "submit", spoken)
    return choice.control if choice else None

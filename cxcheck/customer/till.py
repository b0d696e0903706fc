"""What a shop's till asks before paying: who the customer is, and how it shall be delivered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck import lexicon
from cxcheck.customer.complete import FormFiller
from cxcheck.customer.forms import radio_groups, submit_control
from cxcheck.customer.purposes import asked_anywhere, form_for
from cxcheck.customer.search import sees
from cxcheck.customer.totals import money
from cxcheck.errors import JourneyNotFinished, problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxcheck.customer.fill import Pen
    from cxcheck.customer.shopping import Shopper
    from cxcheck.customer.sight import Control, Sight
    from cxcheck.customer.walk import Walk

_NOT_THE_PAGE = {"header", "footer", "nav"}


class Till:
    """The verbs of a till for one customer. ``sign_up`` opens an account where the till lets nobody else pass."""

    def __init__(self, walk: Walk, pen: Pen, shopper: Shopper, sign_up: Callable[[], None]) -> None:
        self._walk = walk
        self._pen = pen
        self._shopper = shopper
        self._sign_up = sign_up

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
        elif not asked_anywhere(sight, "address", spoken) and not self._asks_for_delivery(sight):
            raise JourneyNotFinished(
                problem(
                    f"the customer saw no way to go on without an account; the page says “{sight.says}”",
                    where=f"{self._walk.page.url} ({sight.title})",
                    expected="a way for guests, a form for an account, or for the address",
                    todo="see the picture of this step",
                )
            )
        self._walk.note("customer/identified", how="guest")

    def _wants_an_account(self, sight: Sight) -> bool:
        spoken = self._walk.spoken(sight)
        forms = (form_for(sight, "sign in", spoken), form_for(sight, "sign up", spoken))
        return any(form is not None for form in forms)

    def _back_to_the_till(self) -> None:
        """Some shops go on where the customer stood, others have them start from the basket."""
        sight = self._walk.look()
        if form_for(sight, "address", self._walk.spoken(sight)) is None and not self._asks_for_delivery(sight):
            self._shopper.to_the_till()

    def choose_delivery(self) -> None:
        """Keep what is preselected, else take the cheapest; where the page does not ask, the address settled it."""
        sight = self._walk.look()
        if not self._asks_for_delivery(sight):
            return
        spoken = self._walk.spoken(sight)
        for form in range(len(sight.forms)):
            groups = radio_groups(sight.of_form(form))
            if not groups:
                continue
            for group in groups:
                kept = next((field for field in group if field.filled), None)
                taken = self._pen.lists.take_radio(sight, group, "delivery") or kept
                self._read_delivery(taken.label if taken else "")
            sight = self._walk.look()
            button = submit_control(sight, form, spoken, "delivery")
            if button is not None:
                self._walk.press_until_answered(sight, button)
                return
        offers = self._offers(sight)
        if not offers:
            return  # the choice itself was all that the page asked for
        cheapest = min(offers, key=lambda control: _price(control, sight))
        self._walk.note("customer/chose", what="delivery", found=cheapest.around[:80], of=len(offers))
        self._read_delivery(cheapest.around)
        self._walk.press_until_answered(sight, cheapest)

    def _read_delivery(self, offer: str) -> None:
        """Keep in mind what the delivery costs that is chosen, or kept, where its price stands beside it."""
        cost = money(offer)
        if cost is not None:
            self._walk.note("customer/read-delivery", cost=str(cost[0]))

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
            if c.visible and c.enabled and c.submits and c.form >= 0 and c.region not in _NOT_THE_PAGE
        ]
        return [
            c
            for c in buttons
            if lexicon.mentions(f"{c.around} {c.name}", "words", "delivery", spoken) or money(c.around)
        ]


def _price(control: Control, sight: Sight) -> tuple[float, int]:
    found = money(control.around)
    return (float(found[0]) if found else float("inf"), sight.controls.index(control))

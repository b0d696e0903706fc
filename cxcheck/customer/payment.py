"""Paying: the card among the ways to pay, its fields, what has to be agreed to, and the button that orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck import lexicon
from cxcheck.customer.choose import choose
from cxcheck.customer.complete import FormFiller
from cxcheck.customer.forms import card_choice, radio_groups, submit_control
from cxcheck.customer.purposes import form_for, kinds
from cxcheck.customer.search import find, sees
from cxcheck.errors import JourneyNotFinished, problem

if TYPE_CHECKING:
    from cxcheck.customer.fill import Pen
    from cxcheck.customer.sight import Control, Sight
    from cxcheck.customer.walk import Walk

_NOT_THE_PAGE = {"header", "footer", "nav"}


def pay(walk: Walk, pen: Pen) -> None:
    """Give the test card, and press what orders.

    Raises:
        StoppedOnPurpose: The site's settings allow no orders.
        JourneyNotFinished: There is no way to pay, or the card is refused.
    """
    walk.stop_before_paying("paying")
    _choose_the_card(walk, pen)
    paid = FormFiller(walk, pen, "payment").complete()
    walk.purse.place = "review"
    sight = walk.look()
    spoken = walk.spoken(sight)
    if lexicon.mentions(sight.text, "signs", "order placed", spoken):
        return
    order = sees(walk, sight, "place order")
    if order is None and not paid:
        raise JourneyNotFinished(
            problem(
                f"the customer saw no way to pay; the page says “{sight.says}”",
                where=f"{walk.page.url} ({sight.title})",
                expected="fields for a card, or a button that orders",
                todo="see the picture of this step",
            )
        )
    if order is not None:
        _agree(walk, pen, sight, order)
        sight, control = find(walk, "place order", detours=False)
        assert control is not None
        walk.press_once(sight, control)
    elif (plain := _plainest_way_on(sight, spoken)) is not None:
        walk.press_once(sight, plain)  # a last page whose button says no more than "Next"


def _choose_the_card(walk: Walk, pen: Pen) -> None:
    """Where there are several ways to pay, take the card; where its fields come on the next page, go there."""
    sight = walk.look()
    spoken = walk.spoken(sight)
    groups = [group for form in range(len(sight.forms)) for group in radio_groups(sight.of_form(form))]
    chosen = next((group for group in groups if card_choice(group, spoken)), None)
    if chosen is None:
        return
    pen.lists.take_radio(sight, chosen, "payment")
    sight = walk.look()
    if form_for(sight, "payment", spoken) is None and sees(walk, sight, "place order") is None:
        button = submit_control(sight, chosen[0].form, spoken, "payment")
        if button is not None:
            walk.press_until_answered(sight, button)


def _agree(walk: Walk, pen: Pen, sight: Sight, order: Control) -> None:
    """Tick what has to be ticked before ordering."""
    if order.form >= 0 and kinds(sight, order.form, walk.spoken(sight)):
        FormFiller(walk, pen, "place order").fill(sight, order.form)


def _plainest_way_on(sight: Sight, spoken: tuple[str, ...]) -> Control | None:
    """The button that goes on, of a form in the page's midst."""
    buttons = [c for c in sight.controls if c.visible and c.submits and c.region not in _NOT_THE_PAGE]
    choice = choose(buttons, "submit", spoken)
    return choice.control if choice else None

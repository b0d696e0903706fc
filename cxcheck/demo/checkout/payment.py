"""The till's fourth step: a card, of which nothing is kept and nothing shown again."""

from flask import request
from flask.typing import ResponseReturnValue

from cxcheck.demo import cards
from cxcheck.demo.checkout.steps import checkout, go_on_to, page
from cxcheck.demo.services import change_basket
from cxcheck.demo.variants import active


@checkout.route("/payment", methods=["GET", "POST"])
def payment() -> ResponseReturnValue:
    """Take a card."""
    if request.method == "GET":
        return page("payment")
    card = cards.posted()
    errors = cards.errors(card, decline="declined-card" in active())
    if errors:
        return page("payment", errors=errors, holder=card.holder, expiry=card.expiry)
    change_basket(lambda basket: basket.tell(card=card.maker))
    return go_on_to("review")

"""The till's third step: how the order gets there."""

from flask import request
from flask.typing import ResponseReturnValue

from cxcheck.demo import forms
from cxcheck.demo.checkout.steps import bill, checkout, go_on_to, page
from cxcheck.demo.delivery import WAYS
from cxcheck.demo.services import basket, change_basket


@checkout.route("/delivery", methods=["GET", "POST"])
def delivery() -> ResponseReturnValue:
    """Let the customer choose a way, with its price beside it."""
    errors = {}
    if request.method == "POST":
        chosen = forms.field("delivery")
        if chosen in WAYS:
            change_basket(lambda basket: basket.tell(delivery=chosen))
            return go_on_to("payment")
        errors["delivery"] = "Please choose one of these."
    till = basket().till
    country = till.address.country if till.address else ""
    ways = [(way, way.when(country), way.pence(country, bill(basket()).goods_pence)) for way in WAYS.values()]
    return page("delivery", ways=ways, chosen=till.delivery or "standard", errors=errors)

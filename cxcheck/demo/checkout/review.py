"""The till's last step: a look at everything, the order itself, and the thanks."""

import time

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from cxcheck.demo import letters
from cxcheck.demo.baskets import Basket
from cxcheck.demo.bill import HANDLING_PENCE
from cxcheck.demo.checkout.steps import bill, buyer_email, checkout, page
from cxcheck.demo.delivery import WAYS
from cxcheck.demo.orders import Order
from cxcheck.demo.services import basket, change_basket, customer, services
from cxcheck.demo.variants import active

_THINKS_S = 2  # the friction order-twice; four times what the check for it allows


@checkout.route("/review", methods=["GET", "POST"])
def review() -> ResponseReturnValue:
    """Show the whole order, and place it when told to."""
    if request.method == "GET":
        order = _order(basket())
        return page("review", order=order, bill=order.bill)
    if "order-twice" in active():
        time.sleep(_THINKS_S)
    # Taking the basket out is one step, so that two presses make one order.
    taken = change_basket(lambda _: Basket())
    if taken.till.address:
        order = services().orders.place(_order(taken))
        change_basket(lambda _: Basket(last_order=order.number))
        services().mailer.send(letters.confirmation(order), 0)
    return redirect(url_for(".thanks"))


@checkout.get("/thank-you")
def thanks() -> ResponseReturnValue:
    """Confirm the order to whoever has just placed it."""
    order = services().orders.get(basket().last_order)
    if not order:
        return redirect(url_for("basket.show"))
    return render_template("checkout/thanks.html", order=order)


def _order(basket: Basket) -> Order:
    account, address = customer(), basket.till.address
    assert address is not None  # the steps before have seen to it
    return Order(
        email=buyer_email(basket),
        account=account.email if account else "",
        bill=bill(basket, HANDLING_PENCE if "surprise-cost" in active() else 0),
        address=address,
        way=WAYS[basket.till.delivery],
        card=basket.till.card,
    )

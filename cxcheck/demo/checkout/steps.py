"""The steps of the till, and what each needs from those before."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug import Response

from cxcheck.demo.baskets import Basket
from cxcheck.demo.bill import Bill
from cxcheck.demo.delivery import WAYS
from cxcheck.demo.products import shelf
from cxcheck.demo.services import basket, customer
from cxcheck.demo.variants import active

checkout = Blueprint("checkout", __name__, url_prefix="/checkout")

# Each step is also the name of its endpoint.
STEPS = {"who": "You", "address": "Address", "delivery": "Delivery", "payment": "Payment", "review": "Review"}


def buyer_email(basket: Basket) -> str:
    """Give the address that the order's mail goes to; empty when it is not known yet."""
    account = customer()
    if account:
        return account.email
    return "" if "forced-account" in active() else basket.till.guest_email


@checkout.before_request
def one_after_the_other() -> ResponseReturnValue | None:
    """Send whoever skips a step back to it."""
    step = (request.endpoint or "").rpartition(".")[2]
    if step not in STEPS:
        return None
    if not bill(basket()).lines:
        # A second press on "Place order" finds the basket empty already.
        placed = request.method == "POST" and basket().last_order
        return redirect(url_for(".thanks" if placed else "basket.show"))
    missing = [name for name, done in _done(basket()).items() if not done and _before(name, step)]
    return redirect(url_for(f".{missing[0]}")) if missing else None


def bill(basket: Basket, handling_pence: int = 0) -> Bill:
    """Reckon up what is known so far."""
    lines = basket.lines(shelf(active()))
    way, address = WAYS.get(basket.till.delivery), basket.till.address
    delivery_pence = way.pence(address.country, Bill(lines).goods_pence) if way and address else None
    return Bill(lines, delivery_pence, handling_pence)


def page(step: str, **context: object) -> str:
    """Make the page of a step, with the bill beside it."""
    context = {"bill": bill(basket()), "errors": {}} | context
    # Whoever is signed in was never asked who they are.
    steps = {name: label for name, label in STEPS.items() if name != "who" or not customer()}
    return render_template(f"checkout/{step}.html", step=step, steps=steps, **context)


def go_on_to(step: str) -> Response:
    """Send the customer to a step."""
    return redirect(url_for(f".{step}"))


def _done(basket: Basket) -> dict[str, bool]:
    till = basket.till
    return {
        "who": bool(buyer_email(basket)),
        "address": till.address is not None,
        "delivery": till.delivery in WAYS,
        "payment": bool(till.card),
    }


def _before(name: str, step: str) -> bool:
    order = list(STEPS)
    return order.index(name) < order.index(step)

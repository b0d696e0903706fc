"""The till's second step: where the order goes."""

from flask import request
from flask.typing import ResponseReturnValue

from cxcheck.demo import addresses, forms
from cxcheck.demo.addresses import COUNTRIES, Address
from cxcheck.demo.checkout import address_in_parts
from cxcheck.demo.checkout.steps import checkout, go_on_to, page
from cxcheck.demo.services import basket, change_basket, customer, services
from cxcheck.demo.variants import active


@checkout.route("/address", methods=["GET", "POST"])
def address() -> ResponseReturnValue:
    """Take the address; customers who have ordered before find theirs filled in."""
    in_parts = "long-checkout" in active()
    if in_parts and (asking := address_in_parts.asking()) is not None:
        return asking
    if request.method == "GET":
        return _page(basket().till.address or _known_address(), {})
    typed = address_in_parts.posted() if in_parts else addresses.posted()
    errors = addresses.errors(typed, phone_needed=bool({"input-lost", "unmarked-field", "vague-error"} & active()))
    if "asked-twice" in active():
        errors |= forms.found(email=forms.email_error(forms.field("email")))
    if errors:
        return _page(Address() if "input-lost" in active() else typed, errors)
    change_basket(lambda basket: basket.tell(address=typed))
    return go_on_to("delivery")


def _page(shown: Address, errors: dict[str, str]) -> str:
    again = "" if "input-lost" in active() else forms.field("email")
    said = ""
    if errors and "vague-error" in active():
        errors, said = {}, "Something is not right. Please try again."
    return page("address", address=shown, email_again=again, errors=errors, said=said, countries=COUNTRIES)


def _known_address() -> Address:
    account = customer()
    if not account:
        return Address()
    orders = services().orders.of(account.email)
    return orders[0].address if orders else Address(name=account.name)

"""The till's first step: who is ordering."""

from flask import request
from flask.typing import ResponseReturnValue

from cxcheck.demo import forms
from cxcheck.demo.account_pages import NO_MATCH
from cxcheck.demo.checkout.steps import checkout, go_on_to, page
from cxcheck.demo.services import basket, change_basket, customer, enter, services
from cxcheck.demo.variants import active


@checkout.route("", methods=["GET", "POST"])
def who() -> ResponseReturnValue:
    """Take a guest's e-mail address. Whoever is signed in is not asked."""
    if customer():
        return go_on_to("address")
    if request.method == "GET" or "forced-account" in active():
        return page("who", guest_email=basket().till.guest_email)
    email = forms.field("guest-email")
    error = forms.email_error(email)
    if error:
        return page("who", guest_email=email, errors={"guest-email": error})
    change_basket(lambda basket: basket.tell(guest_email=email))
    return go_on_to("address")


@checkout.post("/sign-in")
def sign_in() -> ResponseReturnValue:
    """Let an account's owner in."""
    email = forms.field("email")
    errors = forms.found(email=forms.email_error(email))
    if not errors and not services().accounts.sign_in(email, forms.password_field()):
        errors["password"] = NO_MATCH
    if errors:
        return page("who", account_email=email, errors=errors)
    enter(email, "Welcome back")
    return go_on_to("address")

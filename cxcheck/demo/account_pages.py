"""Sign-up, sign-in, sign-out and the account page."""

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from cxcheck.demo import forms, letters
from cxcheck.demo.services import customer, enter, services
from cxcheck.demo.variants import active

account_pages = Blueprint("account", __name__)

_TAKEN = "There is already an account with this e-mail address."
NO_MATCH = "E-mail address and password do not match."


@account_pages.get("/sign-up")
def sign_up() -> str:
    """Ask for what an account needs."""
    return render_template("sign_up.html", errors={})


@account_pages.post("/sign-up")
def open_account() -> ResponseReturnValue:
    """Open the account and sign its owner in."""
    name, email, password = forms.field("name"), forms.field("email"), forms.password_field()
    errors = forms.found(
        name=forms.name_error(name),
        email=forms.email_error(email),
        password=forms.password_error(password),
    )
    if not errors and not services().accounts.add(name, email, password):
        errors["email"] = _TAKEN
    if errors:
        return render_template("sign_up.html", errors=errors, name=name, email=email)
    lets_in = "sign-in-again" not in active()
    if lets_in:
        enter(email, "Welcome")
    services().mailer.send(letters.welcome(email, name), 0)
    flash("Your account is ready.")
    if not lets_in:
        return redirect(url_for(".sign_in"))
    # Only this one word, so that no address of somebody else's can be slipped in.
    return redirect(url_for("checkout.address" if request.args.get("next") == "checkout" else ".account"))


@account_pages.get("/sign-in")
def sign_in() -> ResponseReturnValue:
    """Ask for address and password, unless they are known already."""
    if customer():
        return redirect(url_for(".account"))
    return render_template("sign_in.html", errors={})


@account_pages.post("/sign-in")
def check_sign_in() -> ResponseReturnValue:
    """Let in whoever knows the password."""
    email = forms.field("email")
    errors = forms.found(email=forms.email_error(email))
    if not errors and not services().accounts.sign_in(email, forms.password_field()):
        errors["password"] = NO_MATCH
    if errors:
        return render_template("sign_in.html", errors=errors, email=email)
    enter(email, "Welcome back")
    return redirect(url_for(".account"))


@account_pages.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    """Forget who it was, and say so."""
    session.clear()
    flash("You are signed out.")
    return redirect(url_for("pages.home"))


@account_pages.get("/account")
def account() -> ResponseReturnValue:
    """Show customers what the shop knows about them."""
    owner = customer()
    if not owner:
        return redirect(url_for(".sign_in"))
    return render_template("account.html", orders=services().orders.of(owner.email))

"""The way back in for a customer who forgot the password."""

from flask import Blueprint, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from cxcheck.demo import forms, letters
from cxcheck.demo.services import services
from cxcheck.demo.variants import active

password_pages = Blueprint("password", __name__, url_prefix="/password")


@password_pages.get("/forgotten")
def forgotten() -> str:
    """Ask where to send the link."""
    return render_template("password_forgotten.html", errors={})


@password_pages.post("/forgotten")
def send_link() -> ResponseReturnValue:
    """Mail a link, if somebody has that address."""
    email = forms.field("email")
    errors = forms.found(email=forms.email_error(email))
    if errors:
        return render_template("password_forgotten.html", errors=errors, email=email)
    token = services().accounts.reset_token(email)
    if token:
        delay = services().slow_mail_seconds if "slow-mail" in active() else 0
        services().mailer.send(letters.reset(email, token), delay)
    session["asked_for"] = email
    return redirect(url_for(".sent"))


@password_pages.get("/sent")
def sent() -> ResponseReturnValue:
    """Say the same to everybody, so that nobody can find out who has an account."""
    if "asked_for" not in session:
        return redirect(url_for(".forgotten"))
    return render_template("password_sent.html", email=session["asked_for"])


@password_pages.get("/new/<token>")
def new(token: str) -> ResponseReturnValue:
    """Ask for the new password."""
    # Looking does not use the link up: mail scanners open links before people do.
    if not _usable(token):
        return _useless()
    return render_template("password_new.html", errors={})


@password_pages.post("/new/<token>")
def set_new(token: str) -> ResponseReturnValue:
    """Set the new password, which uses the link up."""
    password = forms.password_field()
    errors = forms.found(password=forms.password_error(password))
    if errors and _usable(token):
        return render_template("password_new.html", errors=errors)
    if errors or not _usable(token) or not services().accounts.use_token(token, password):
        return _useless()
    return redirect(url_for(".done"))


@password_pages.get("/done")
def done() -> str:
    """Say that it worked."""
    return render_template("password_done.html")


def _usable(token: str) -> bool:
    return not {"dead-end", "expired-link"} & active() and services().accounts.token_is_good(token)


def _useless() -> ResponseReturnValue:
    return render_template("dead_end.html" if "dead-end" in active() else "password_expired.html"), 410

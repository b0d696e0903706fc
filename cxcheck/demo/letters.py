"""The mails which the shop writes."""

from flask import render_template, url_for

from cxcheck.demo.mail import Mail
from cxcheck.demo.orders import Order


def reset(email: str, token: str) -> Mail:
    """Send somebody the way to a new password."""
    link = url_for("password.new", token=token, _external=True)
    return _mail(email, "Choose a new password for Ashglaze", "reset", link=link)


def welcome(email: str, name: str) -> Mail:
    """Greet somebody who has opened an account."""
    return _mail(email, "Welcome to Ashglaze", "welcome", name=name, link=url_for("pages.shop", _external=True))


def confirmation(order: Order) -> Mail:
    """Tell somebody what they have ordered."""
    return _mail(order.email, f"Your Ashglaze order {order.number}", "order", order=order)


def _mail(to: str, subject: str, template: str, **context: object) -> Mail:
    text, html = (render_template(f"mail/{template}.{kind}", **context) for kind in ("txt", "html"))
    return Mail(to, subject, text, html)

"""The demo shop as a Flask application."""

import secrets
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, request

from cxcheck.demo.account_pages import account_pages
from cxcheck.demo.basket_pages import basket_pages
from cxcheck.demo.checkout import checkout
from cxcheck.demo.delivery import FREE_FROM_PENCE, FROM_PENCE
from cxcheck.demo.mail import Mailer
from cxcheck.demo.money import pounds
from cxcheck.demo.pages import pages
from cxcheck.demo.password_pages import password_pages
from cxcheck.demo.services import Services, basket, customer
from cxcheck.demo.stock_list import AISLES
from cxcheck.demo.variants import Variants, active

if TYPE_CHECKING:
    from types import TracebackType

SLOW_MAIL_SECONDS = 21.0  # a little over twice what the check for slow mail allows
SLOW_ANSWER_SECONDS = 5.0  # twice what the check for slow answers allows
SESSION_COOKIE = "ashglaze_session"
CONSENT_COOKIE = "ashglaze_consent"
# What lays the same thing over a page, each in its own way; the scripts of the last are called like them.
ASKING = {
    *("cookie-banner", "stacked-popups", "cookies-asked-again", "cookies-nudge"),
    *("cookies-refusal-hidden", "cookies-without-refusal"),
}
NOTES = {"kiln-note", "note-returns", "note-stays", "note-tiny-close", "note-while-typing"}
CHATS = {"chat", "chat-in-the-way", "chat-pings"}
BY_ITSELF = {"browser-alert", "notification-request", "window-by-itself"}


class _Shop(Flask):
    def log_exception(
        self,
        exc_info: "tuple[type, BaseException, TracebackType] | tuple[None, None, None]",
    ) -> None:
        # Flask would log the address, which may hold the secret of a reset link.
        self.logger.error("Error in %s", request.endpoint, exc_info=exc_info)


def create_app(
    frictions: frozenset[str],
    mailer: Mailer,
    *,
    slow_mail_seconds: float = SLOW_MAIL_SECONDS,
    slow_answer_seconds: float = SLOW_ANSWER_SECONDS,
) -> Flask:
    """Make a shop of its own, with no accounts yet.

    Args:
        frictions: what plain addresses meet; "/~a+b/" addresses choose for themselves.
        mailer: takes the mails.
        slow_mail_seconds: how long the friction slow-mail holds a reset mail back.
        slow_answer_seconds: how long the friction slow-answer thinks about a full basket.

    """
    shop = _Shop(__name__)
    shop.config.update(
        SECRET_KEY=secrets.token_bytes(32),
        SESSION_COOKIE_NAME=SESSION_COOKIE,
        # Variants live under prefixes and share their accounts, so also the cookie.
        SESSION_COOKIE_PATH="/",
        SESSION_COOKIE_SAMESITE="Lax",
        SEND_FILE_MAX_AGE_DEFAULT=3600,
        # A forged Host header would otherwise end up in the links of the mails.
        TRUSTED_HOSTS=["127.0.0.1", "localhost"],
    )
    Services(mailer, slow_mail_seconds, slow_answer_seconds).join(shop)
    for blueprint in (pages, account_pages, password_pages, basket_pages, checkout):
        shop.register_blueprint(blueprint)

    shop.add_template_filter(pounds)
    shop.add_template_global(active, "planted")  # for macros, which do not see what pages do

    @shop.context_processor
    def shared() -> dict[str, Any]:
        return {
            "frictions": active(),
            "customer": customer(),
            "in_basket": sum(basket().quantities.values()),
            "aisles": AISLES,
            "delivery_from": FROM_PENCE,
            "delivery_free_from": FREE_FROM_PENCE,
            "asks_consent": ASKING & active() and CONSENT_COOKIE not in request.cookies,
            "has_note": NOTES & active(),
            "has_chat": CHATS & active(),
            "does_by_itself": sorted(BY_ITSELF & active()) if request.endpoint == "pages.home" else [],
            "offer_pops_up": {"newsletter-popup", "stacked-popups"} & active(),
        }

    @shop.after_request
    def keep_private(response: Response) -> Response:
        # The back button must not show an account after its owner signed out.
        if request.endpoint != "static":
            response.headers["Cache-Control"] = "no-store"
        return response

    shop.wsgi_app = Variants(shop.wsgi_app, frictions)  # type: ignore[method-assign]
    return shop

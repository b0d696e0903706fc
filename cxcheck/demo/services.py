"""What the pages of one running shop share, and who is asking for one."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

from flask import Flask, current_app, session

from cxcheck.demo.accounts import Account, Accounts
from cxcheck.demo.baskets import Basket, Baskets
from cxcheck.demo.mail import Mailer
from cxcheck.demo.orders import Orders

_KEY = "cxcheck-demo"
_VISITOR = "visitor"


@dataclass(frozen=True)
class Services:
    """The shop's books, its way to send mail, and how slow its slow answers are."""

    mailer: Mailer
    slow_mail_seconds: float
    slow_answer_seconds: float
    accounts: Accounts = field(default_factory=Accounts)
    baskets: Baskets = field(default_factory=Baskets)
    orders: Orders = field(default_factory=Orders)

    def join(self, shop: Flask) -> None:
        """Let the pages of this shop find these services."""
        shop.extensions[_KEY] = self


def services() -> Services:
    """Give the services of the shop which answers the current request."""
    return cast("Services", current_app.extensions[_KEY])


def customer() -> Account | None:
    """Give the account of whoever is signed in."""
    return services().accounts.get(session.get("email", ""))


def basket() -> Basket:
    """Give the basket of whoever is asking."""
    return services().baskets.get(session.get(_VISITOR, ""))


def change_basket(how: Callable[[Basket], Basket]) -> Basket:
    """Change the basket of whoever is asking, and give the one before."""
    visitor = session.setdefault(_VISITOR, secrets.token_urlsafe(16))
    return services().baskets.change(visitor, how)


def enter(account_email: str, greeting: str) -> None:
    """Sign somebody in. Of the session before, only the basket stays."""
    visitor = session.get(_VISITOR)
    session.clear()
    if visitor:
        session[_VISITOR] = visitor
    session["email"] = account_email
    session["greeting"] = greeting

"""What the pages of one running shop share."""

from dataclasses import dataclass, field
from typing import cast

from flask import Flask, current_app, session

from cxcheck.demo.accounts import Account, Accounts
from cxcheck.demo.mail import Mailer

_KEY = "cxcheck-demo"


@dataclass(frozen=True)
class Services:
    """The shop's accounts and its way to send mail."""

    mailer: Mailer
    slow_mail_seconds: float
    accounts: Accounts = field(default_factory=Accounts)

    def join(self, shop: Flask) -> None:
        """Let the pages of this shop find these services."""
        shop.extensions[_KEY] = self


def services() -> Services:
    """Give the services of the shop which answers the current request."""
    return cast("Services", current_app.extensions[_KEY])


def customer() -> Account | None:
    """Give the account of whoever is signed in."""
    return services().accounts.get(session.get("email", ""))

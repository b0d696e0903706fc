"""A shop without a network: a test client for it, and a mailer which keeps the mails."""

import re

import pytest
from flask.testing import FlaskClient

from cxcheck.demo.app import create_app
from cxcheck.demo.mail import Mail

MIRA = {"name": "Mira <Moor>", "email": "mira@example.test", "password": "first-secret"}


class ListMailer:
    """Keeps the mails, and how long each should have waited."""

    def __init__(self) -> None:
        self.sent: list[tuple[Mail, float]] = []

    def send(self, mail: Mail, delay: float) -> None:
        self.sent.append((mail, delay))

    def about(self, subject: str) -> list[tuple[Mail, float]]:
        return [(mail, delay) for mail, delay in self.sent if subject in mail.subject]

    def only_link(self) -> str:
        [(mail, _)] = self.about("new password")
        found = re.search(r"http://localhost(/\S*password/new/\S+)", mail.text)
        assert found
        return found[1]


class Visitor(FlaskClient):
    """Somebody with a browser's cookies."""

    def sign_up(self, **changed: str):
        return self.post("/sign-up", data=MIRA | changed)

    def sign_in(self, password: str = MIRA["password"]):
        form = {"email": MIRA["email"], "password": password}
        return self.post("/sign-in", data=form, follow_redirects=True)

    def ask_for_link(self, email: str = MIRA["email"], prefix: str = ""):
        return self.post(f"{prefix}/password/forgotten", data={"email": email}, follow_redirects=True)


@pytest.fixture
def mailer():
    return ListMailer()


@pytest.fixture
def shop(mailer):
    shop = create_app(frozenset({"cookie-banner"}), mailer, slow_mail_seconds=7)
    shop.test_client_class = Visitor
    return shop


@pytest.fixture
def visitor(shop):
    """A new visitor."""
    return shop.test_client()


@pytest.fixture
def known(shop):
    """A visitor who is not signed in, in a shop where Mira has her account."""
    shop.test_client().sign_up()
    return shop.test_client()

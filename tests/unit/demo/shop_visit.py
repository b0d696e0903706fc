"""What a visit to the demo shop needs: a visitor, what they type, and a mailer which keeps the mails."""

import re

from flask.testing import FlaskClient

from cxcheck.demo.mail import Mail

LONG_NAME = "Олександра-Вікторія Миколаївна Крижанівська-Запорожченко 山田"
ADDRESS = {"name": LONG_NAME, "street": "Große Straße 12", "town": "München", "postcode": "80331", "country": "DE"}
CARD = {"card-number": "4242 4242 4242 4242", "expiry": "08/88", "security-code": "123", "card-name": "O K"}
STEPS = {
    "/checkout": {"guest-email": "guest@example.test"},
    "/checkout/address": ADDRESS,
    "/checkout/delivery": {"delivery": "standard"},
    "/checkout/payment": CARD,
    "/checkout/review": {},
}

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

    def add(self, product: str = "tide-cups", quantity: str = "1", prefix: str = ""):
        form = {"product": product, "quantity": quantity}
        return self.post(f"{prefix}/basket", data=form, follow_redirects=True)

    def go_to(self, step: str, prefix: str = ""):
        """Fill a basket and answer the steps before this one; gives its page."""
        self.add(prefix=prefix)
        for path, form in STEPS.items():
            if path == step:
                break
            self.post(prefix + path, data=form)
        return self.get(prefix + step)

    def ask_for_link(self, email: str = MIRA["email"], prefix: str = ""):
        return self.post(f"{prefix}/password/forgotten", data={"email": email}, follow_redirects=True)

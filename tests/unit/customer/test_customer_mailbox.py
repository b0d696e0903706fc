"""The customer's mailbox writes down that mails came, and nothing that lets somebody in."""

import json
from types import SimpleNamespace

import pytest

from cxcheck.customer.mailbox import Mailbox
from cxcheck.errors import JourneyNotFinished
from cxcheck.inbox.mail import read
from cxcheck.model.persona import Patience
from cxcheck.model.site import Site
from cxcheck.redact import Secrets

SECRETS = ("482913", "482 913", "K7Q2-9XWD", "kT7-wq9Lz", "0123456789abcdef", "7fa9c2", "99887766")


class Box:
    """An inbox with mails that come one look after the other."""

    poll_ms = 1

    def __init__(self, *mails: str) -> None:
        self.coming = [read(mail.encode(), number) for number, mail in enumerate(mails)]
        self.came = []
        self.open = False

    def start_anew(self) -> None:
        self.came = []

    def mails(self, address: str):
        self.open = True
        self.came += [self.coming.pop(0)] if self.coming else []
        return self.came

    def hang_up(self) -> None:
        self.open = False


def mailbox(box: Box) -> tuple[Mailbox, list[dict], Secrets]:
    """The mailbox, what it writes down, and the secrets that are taken out of all files."""
    written, secrets = [], Secrets()

    def add(kind: str, data: dict, **when: float) -> None:
        written.append({"kind": kind, "data": secrets.scrub_tree(data)})

    walk = SimpleNamespace(
        site=Site(name="shop", base_url="https://shop.example/"),
        persona=SimpleNamespace(patience=Patience(mail_ms=2_000)),
        page=SimpleNamespace(wait_for_timeout=lambda _: None),
        dwell=SimpleNamespace(go_to_mailbox=lambda _: None, read=lambda *_: None),
        recorder=SimpleNamespace(
            journal=SimpleNamespace(add=add),
            clock=SimpleNamespace(from_wall_s=lambda s: s * 1000),
            pictures=SimpleNamespace(take=lambda *_: None),
        ),
        note=lambda kind, **data: add(kind, data),
        secrets=secrets,
    )
    return Mailbox(walk, box, "mira@customers.example.test"), written, secrets


BODY = "Your code: 482913, or K7Q2-9XWD, or 99887766.\n\nYour temporary password: kT7-wq9Lz\nhttps://shop.example/r/"


@pytest.mark.parametrize(
    "subject",
    ["Reset your password", "482 913 is your code to reset your password", "482913: reset password",
     "Reset password 7fa9c2", "4 8 2 9 1 3 reset password", "Reset password with K7Q2-9XWD"],
)  # fmt: skip
def test_nothing_secret_of_a_mail_is_written_down(subject):
    mail = f"Message-ID: <1@x>\nFrom: Shop <482913@x.test>\nSubject: {subject}\n\n{BODY}0123456789abcdef\n"
    unread = f"Message-ID: <2@x>\nFrom: Shop <a@x.test>\nSubject: Your code 482913\n\n{BODY}0123456789abcdef\n"
    box, written, secrets = mailbox(Box(mail, unread))
    assert box.wait_for("password reset").password() == "kT7-wq9Lz"
    box.note_unread()
    kinds = [one["kind"] for one in written]
    assert [kind for kind in kinds if kind.startswith("mail/")] == [
        "mail/awaited", "mail/arrived", "mail/looked", "mail/unread",
    ]  # fmt: skip
    said = json.dumps(written, ensure_ascii=False)
    for secret in SECRETS:
        assert secret not in said
    page = "kT7-wq9Lz 99887766 K7Q2-9XWD https://shop.example/r/0123456789abcdef"
    assert secrets.scrub(page) == "[secret] [secret] [secret] https://shop.example/r/[secret]"


def test_the_error_of_a_mail_that_did_not_come_names_the_mailbox_and_hangs_up():
    inbox = Box("Message-ID: <1@x>\nSubject: Welcome\n\nHello")
    box, written, _ = mailbox(inbox)
    with pytest.raises(JourneyNotFinished, match=r"did not come within 0\.05 s"):
        box.wait_for("password reset", within_ms=50)
    assert written[-1]["kind"] == "mail/missed"
    assert not inbox.open
    assert not box.got("password reset", 1)
    assert box.got("welcome", 1)
    assert not inbox.open

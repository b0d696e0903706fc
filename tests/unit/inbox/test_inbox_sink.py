"""The mail sink as it runs: a process of its own, mail by SMTP, read from its Maildir."""

import json
import smtplib
import subprocess
import sys
import time
from email.message import EmailMessage

import pytest

from cxcheck.errors import CouldNotMeasure
from cxcheck.inbox.maildir import Maildir
from cxcheck.service import Service


def arguments(folder, *more: str) -> list[str]:
    return ["-m", "cxcheck.inbox.sink", "--maildir", str(folder), *more]


def send(address: str, *to: str) -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "shop@shop.example", ", ".join(to), "Reset your password"
    message.set_content("Go to https://shop.example/reset/0123456789abcdef/ now")
    host, _, port = address.partition(":")
    with smtplib.SMTP(host, int(port), timeout=5) as client:
        client.send_message(message)


@pytest.fixture(scope="module")
def sink(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sink") / "maildir"
    with Service("mail sink", arguments(folder), ready_within_s=20) as service:
        yield service.address, folder


def test_mail_for_anybody_can_be_read_at_once(sink):
    address, folder = sink
    before_s = time.time()
    send(address, "mira@customers.example.test")
    send(address, "tom@elsewhere.test")
    (mail,) = Maildir(str(folder)).mails("mira@customers.example.test", before_s - 1)
    assert mail.subject == "Reset your password"
    assert mail.link() == "https://shop.example/reset/0123456789abcdef/"
    assert before_s - 1 <= mail.arrived_s <= time.time() + 1
    assert [m.subject for m in Maildir(str(folder)).mails("tom@elsewhere.test", before_s - 1)] == [mail.subject]


def test_a_taken_port_is_told(sink, tmp_path):
    address, _ = sink
    port = address.rpartition(":")[2]
    with (
        pytest.raises(CouldNotMeasure, match=f"the mail sink did not start: port {port}: "),
        Service("mail sink", arguments(tmp_path / "second", "--port", port), ready_within_s=20),
    ):
        pytest.fail("it started")


def test_it_ends_with_its_standard_input(tmp_path):
    process = subprocess.Popen(
        [sys.executable, *arguments(tmp_path / "maildir")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert json.loads(process.stdout.readline())["ready"].startswith("127.0.0.1:")
        assert process.poll() is None
        process.stdin.close()
        assert process.wait(5) == 0
    finally:
        process.kill()
        process.wait()
        process.stdout.close()

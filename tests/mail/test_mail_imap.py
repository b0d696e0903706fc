"""What can go wrong between an IMAP server and us, and what is said of it."""

import imaplib
import time

import pytest
from letters import letter
from mail_servers import DOMAIN, PASSWORD, free_port, mail_devel, wait_until

from cxcheck.errors import CouldNotMeasure
from cxcheck.inbox.imap import ImapInbox
from cxcheck.inbox.letterbox import Letterbox


def refused(address: str, user: str = "cx", password: str = PASSWORD) -> str:
    with pytest.raises(CouldNotMeasure) as caught:
        ImapInbox(address, user, password).describe()
    assert password not in str(caught.value)
    assert caught.value.exit_status == 11
    return str(caught.value)


@pytest.fixture(scope="module")
def plain(mail_password):
    with mail_devel() as running:
        yield running


def test_nobody_answers():
    address = f"imap://127.0.0.1:{free_port()}"
    assert refused(address).splitlines() == [
        f"the site's inbox, {address}: it cannot be reached: Connection refused",
        "  to do:     correct host and port",
    ]


def test_a_wrong_password(plain):
    said = refused(plain.settings.imap, "cx@qa.example", "another-password")
    assert "it does not let 'cx@qa.example' in" in said
    assert "correct the user or the password" in said


def test_a_folder_that_there_is_not(plain):
    said = refused(f"{plain.settings.imap}/Cust%22omers%20of%20ours", "cx@qa.example")
    assert "there is no folder 'Cust\"omers of ours'" in said


def test_no_encryption_is_refused_but_on_this_machine(plain, monkeypatch):
    """The name stands for another machine's: the connection itself goes to the same server."""
    connect = imaplib.IMAP4.__init__
    monkeypatch.setattr(imaplib.IMAP4, "__init__", lambda self, host, *a, **k: connect(self, "127.0.0.1", *a, **k))
    said = refused(plain.settings.imap.replace("127.0.0.1", "imap.qa.example"), "cx@qa.example")
    assert "it offers no encryption" in said
    assert "use imaps://" in said


def test_a_password_that_is_not_ascii_is_refused_by_the_server_not_by_us(plain):
    assert "does not let" in refused(plain.settings.imap, "cx@qa.example", "Schlüssel-zum-Glück")


def test_a_certificate_that_nobody_knows(dovecot, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE")
    said = refused(dovecot.settings.imap)
    assert "its certificate is not to be trusted" in said
    assert "SSL_CERT_FILE" in said


def test_a_connection_that_breaks_is_made_anew(dovecot):
    to = f"broken.{time.time_ns():x}@{DOMAIN}"
    inbox = dovecot.open()
    box = Letterbox(inbox, to)
    assert box.mails() == []
    inbox._open._server.shutdown()
    dovecot.send(letter(to), to)
    assert wait_until(lambda: box.find("password reset")).subject == "Reset your password"
    box.hang_up()


def test_servers_write_down_when_they_took_a_mail_over(dovecot):
    """Exim's time is to the second, and known to half a one; the machine may be busy."""
    to = f"received.{time.time_ns():x}@{DOMAIN}"
    box = Letterbox(dovecot.open(), to)
    before_s = time.time()
    old = "Received: from app by mail.shop.example; Wed, 25 Nov 2015 14:59:00 +0000"
    dovecot.send(letter(to, head=old), to)
    [mail] = wait_until(box.mails)
    assert 0 <= mail.in_mailbox_s <= time.time() - before_s + 1
    box.hang_up()


def test_nothing_is_marked_as_read(dovecot):
    to = f"unseen.{time.time_ns():x}@{DOMAIN}"
    box = Letterbox(dovecot.open(), to)
    dovecot.send(letter(to), to)
    assert wait_until(lambda: box.find("password reset"))
    server = box._inbox._open._server
    server.select("INBOX", readonly=True)
    assert server.search(None, "SEEN")[1] == [b""]
    box.hang_up()

"""The inbox that settings name, and whose password is where."""

import pytest

from cxcheck.cli import doctor
from cxcheck.errors import CouldNotMeasure
from cxcheck.identity.generate import generate
from cxcheck.inbox.imap import ImapInbox
from cxcheck.inbox.inbox import open_inbox, password_of
from cxcheck.inbox.maildir import Maildir
from cxcheck.inbox.mailpit import MailpitInbox
from cxcheck.model.inbox import InboxSettings
from cxcheck.model.persona import Persona

IMAP = InboxSettings(imap="imap.example", user="cx@qa.example", address="cx+{tag}@qa.example")


def test_each_kind(tmp_path, monkeypatch):
    (tmp_path / "new").mkdir()
    monkeypatch.setenv("CXCHECK_INBOX_PASSWORD", "a long s3cret")
    assert isinstance(open_inbox(IMAP), ImapInbox)
    assert isinstance(open_inbox(InboxSettings(mailpit="http://127.0.0.1:8025")), MailpitInbox)
    assert isinstance(open_inbox(InboxSettings(maildir=str(tmp_path))), Maildir)


@pytest.mark.parametrize("variable", ["", "QA_MAIL"])
def test_the_password_is_the_environments(variable, monkeypatch):
    name = variable or "CXCHECK_INBOX_PASSWORD"
    monkeypatch.delenv(name, raising=False)
    told = IMAP.model_copy(update={"password_env": variable})
    with pytest.raises(CouldNotMeasure) as caught:
        open_inbox(told)
    assert str(caught.value).splitlines() == [
        "the site's inbox: there is no password for cx@qa.example",
        f"  expected:  the environment variable {name}, with the mailbox's password",
        f"  to do:     set it: export {name}=…, or name another one with password_env",
    ]
    monkeypatch.setenv(name, "a long s3cret")
    assert password_of(told) == "a long s3cret"
    assert "s3cret" not in repr(told)


def test_doctor_says_what_is_missing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CXCHECK_INBOX_PASSWORD", raising=False)
    with pytest.raises(CouldNotMeasure, match="there is no password for cx"):
        doctor._inbox("https://shop.example/", "imap:imap.example,user=cx,address=cx+{tag}@qa.example")


@pytest.mark.parametrize("prefix", ["cx+", "", "a-very-long-name-for-a-mailbox-of-ours+"])
def test_plus_addresses_are_the_mailboxs_own_and_fit(prefix):
    inbox = InboxSettings(maildir="x", address=f"{prefix}{{tag}}@qa.example") if prefix else InboxSettings(maildir="x")
    people = [
        generate(Persona(key="tom", title="Tom"), "signup", seed, 1, inbox.host, inbox.prefix).email
        for seed in range(20)
    ]
    assert len(set(people)) == 20
    for address in people:
        local, _, host = address.partition("@")
        assert local.startswith(prefix)
        assert host == inbox.host
        assert len(local) <= 64
        assert ".." not in local

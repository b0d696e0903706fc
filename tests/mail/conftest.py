"""Servers for the tests of inboxes, started once."""

import mail_servers
import pytest

KINDS = {
    "sink": mail_servers.sink,
    "imap-mail-devel": mail_servers.mail_devel,
    "imap-dovecot": mail_servers.dovecot_and_exim,
    "mailpit-stand-in": mail_servers.mailpit_stand_in,
}


@pytest.fixture(scope="module", autouse=True)
def mail_password():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QA_MAIL_PASSWORD", mail_servers.PASSWORD)
        yield


@pytest.fixture(scope="module", params=KINDS)
def server(request, mail_password):
    with KINDS[request.param]() as running:
        yield running


@pytest.fixture(scope="module")
def dovecot(mail_password):
    with mail_servers.dovecot_and_exim() as running:
        yield running

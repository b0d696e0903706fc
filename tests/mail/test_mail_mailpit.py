"""Mailpit's interface, as it is documented: what it may answer, and what is said of it."""

import base64

import pytest
from mailpit_stand_in import free_port, stand_in

from cxcheck.errors import CouldNotMeasure
from cxcheck.inbox.mailpit import MailpitInbox


def refused(address: str, *who: str) -> str:
    with pytest.raises(CouldNotMeasure) as caught:
        MailpitInbox(address, *who).describe()
    return str(caught.value)


def test_nobody_answers():
    address = f"http://127.0.0.1:{free_port()}"
    assert refused(address).splitlines() == [
        f"the site's inbox, {address}: it cannot be reached: Connection refused",
        "  to do:     start it, or correct the address",
    ]


def test_it_wants_a_password():
    credentials = "Basic " + base64.b64encode(b"cx:a s3cret").decode()
    with stand_in(credentials) as (http, _):
        assert "it asks for a user and a password" in refused(http)
        assert "a wrong one" not in refused(http, "cx", "a wrong one")
        assert MailpitInbox(http, "cx", "a s3cret").describe() == f"Mailpit v1.0.0 at {http}, 0 messages"


def test_something_else_answers():
    with stand_in() as (http, _):
        assert "it answers 404" in refused(f"{http}/webroot")

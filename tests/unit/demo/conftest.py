"""A shop without a network, and visitors for it."""

import pytest
from shop_visit import ListMailer, Visitor

from cxcheck.demo.app import create_app
from cxcheck.demo.services import Services


@pytest.fixture(scope="session")
def building():
    """One shop for all tests, so that its templates are compiled once."""
    shop = create_app(frozenset({"cookie-banner"}), ListMailer())
    shop.test_client_class = Visitor
    return shop


@pytest.fixture
def mailer():
    return ListMailer()


@pytest.fixture
def shop(building, mailer):
    """The shop with empty books."""
    Services(mailer, slow_mail_seconds=7, slow_answer_seconds=6).join(building)
    return building


@pytest.fixture
def visitor(shop):
    """A new visitor."""
    return shop.test_client()


@pytest.fixture
def known(shop):
    """A visitor who is not signed in, in a shop where Mira has her account."""
    shop.test_client().sign_up()
    return shop.test_client()

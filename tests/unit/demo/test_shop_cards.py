"""Which cards the demo shop takes."""

from datetime import date

import pytest

from cxcheck.demo.cards import Card, errors

GOOD = {"number": "4242 4242 4242 4242", "expiry": "07/30", "code": "123", "holder": "Mira Moor"}


def wrong(decline=False, **changed):
    return errors(Card(**GOOD | changed), decline=decline, today=lambda: date(2030, 7, 31))


@pytest.mark.parametrize("number", ["4242424242424242", "4111-1111-1111-1111", "5555 5555 5555 4444"])
@pytest.mark.parametrize("expiry", ["07/30", "7/30", "07 / 30", "0730", "07/2030", "12-31"])
def test_takes_test_cards_however_they_are_typed(number, expiry):
    assert wrong(number=number, expiry=expiry) == {}


@pytest.mark.parametrize(
    ("changed", "field", "says"),
    [
        ({"number": ""}, "card-number", "Please enter the card number."),
        ({"number": "4929 1234 5678 9012"}, "card-number", "takes only test cards"),
        ({"number": "4000 0000 0000 0002"}, "card-number", "Your bank declined this card."),
        ({"expiry": "06/30"}, "expiry", "has expired"),
        ({"expiry": "13/30"}, "expiry", "MM/YY"),
        ({"expiry": "٠٧/٣٠"}, "expiry", "MM/YY"),
        ({"code": "12"}, "security-code", "3 or 4 digits"),
        ({"holder": ""}, "card-name", "name on the card"),
    ],
)
def test_says_what_is_wrong_beside_its_field(changed, field, says):
    found = wrong(**changed)
    assert list(found) == [field]
    assert says in found[field]


def test_a_bank_declines_only_what_is_filled_in_well():
    assert "declined" in wrong(decline=True)["card-number"]
    assert list(wrong(decline=True, code="")) == ["security-code"]

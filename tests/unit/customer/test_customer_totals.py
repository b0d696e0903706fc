"""Reading money as any language sets it, and which amount is the one to pay."""

from decimal import Decimal

import pytest

from cxcheck.customer.totals import money, total

AMOUNTS = {
    "£23.00": ("23.00", "GBP"),
    "£1,234.50": ("1234.50", "GBP"),
    "$1,234": ("1234", "USD"),
    "1.234,50 €": ("1234.50", "EUR"),
    "1.234,50\u00a0€": ("1234.50", "EUR"),
    "1\u202f234,50\u00a0€": ("1234.50", "EUR"),
    "1 234,50 €": ("1234.50", "EUR"),
    "€ 12,99": ("12.99", "EUR"),
    "12,99 EUR": ("12.99", "EUR"),
    "1'234.50 CHF": ("1234.50", "CHF"),
    "CHF 5": ("5", "CHF"),
    "¥1,200": ("1200", "JPY"),
    "49,00 zł": ("49.00", "PLN"),
    "was £30.00 now £25.00": ("25.00", "GBP"),
    "€0.00": ("0.00", "EUR"),
}


@pytest.mark.parametrize("text", AMOUNTS)
def test_money(text):
    assert money(text) == (Decimal(AMOUNTS[text][0]), AMOUNTS[text][1])


@pytest.mark.parametrize("text", ["", "Order 1234", "3 items", "20 % off", "Free", "€"])
def test_no_money(text):
    assert money(text) is None


PAGES = {
    "en": "Lamp\t£20.00\nDelivery\t£3.00\nOrder total\t£23.00",
    "de": "Lampe\t20,00\u00a0€\nVersand\t3,00\u00a0€\nGesamtsumme\t23,00\u00a0€",
    "fr": "Lampe\t20,00 €\nLivraison\t3,00 €\nTotal à payer\t23,00 €",
    "es": "Lámpara\t20,00 €\nEnvío\t3,00 €\nTotal a pagar\t23,00 €",
}


@pytest.mark.parametrize("lang", PAGES)
def test_the_total_of_a_page(lang):
    found = total(PAGES[lang], (lang,))
    assert (found.amount, found.delivery_said) == (Decimal("23.00"), True)


def test_on_the_next_line():
    assert total("Total\n£23.00", ("en",)).amount == Decimal("23.00")


def test_a_subtotal_is_none():
    assert total("Subtotal £20.00", ("en",)) is None


def test_the_largest_of_several():
    assert total("Total before delivery £20.00\nTotal £23.00", ("en",)).amount == Decimal("23.00")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Total £20.00", False),
        ("Delivery: free\nTotal £20.00", True),
        ("Total £20.00 plus delivery", True),
        ("Delivery in 3 days\nTotal £20.00", False),
    ],
)
def test_whether_delivery_is_spoken_of(text, said):
    assert total(text, ("en",)).delivery_said is said


def test_nothing_to_pay():
    assert total("Total £0.00\nYour basket is empty", ("en",)) is None

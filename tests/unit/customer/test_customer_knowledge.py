"""What the customer knows, put as a field wants it."""

import pytest
from seen import field, options

from cxcheck.customer.knowledge import known_text, option_for
from cxcheck.customer.pieces import birthday_option, birthday_text, expiry_option, expiry_text, group_of
from cxcheck.identity.generate import generate
from cxcheck.model.identity import Card
from cxcheck.model.persona import IdentityTraits, Persona

ME = generate(Persona(key="tom", title="Tom", identity=IdentityTraits(locale="en_GB")), "checkout", 1)
CARD = Card(number="4111111111111111", month=3, year=2031, code="123")
BORN = "1984-07-09"
EN = ("en",)
NAMES = {"en": "United Kingdom", "fr": "Royaume-Uni"}


def chosen(one, kind):
    option = option_for(one, kind, ME, ME.address, NAMES, EN)
    return option.text if option else None


class TestKnown:
    def test_themselves(self):
        wanted = {
            "email": ME.email,
            "name": ME.full_name,
            "postcode": ME.address.postcode,
            "card number": ME.card.number,
            "card name": ME.latin_name,
            "company": ME.company,
        }
        assert {kind: known_text(kind, ME, ME.address, "pw") for kind in wanted} == wanted

    def test_the_password_they_give_next(self):
        assert [known_text(kind, ME, ME.address, "pw") for kind in ("password", "new password")] == ["pw", "pw"]

    def test_street_and_number_in_the_countrys_order(self):
        assert known_text("street", ME, ME.address, "") == f"{ME.address.house_number} {ME.address.street_name}"
        assert known_text("house number", ME, ME.address, "") == ME.address.house_number

    @pytest.mark.parametrize("kind", ["", "voucher", "search", "notes"])
    def test_not_everything(self, kind):
        assert known_text(kind, ME, ME.address, "") is None


class TestLists:
    @pytest.mark.parametrize("offered", [("France", "United Kingdom"), ("France", "Royaume-Uni")])
    def test_the_country_by_its_name(self, offered):
        assert (
            chosen(field("Country", options=options("Choose", *offered, values=("", "1", "2"))), "country")
            == offered[1]
        )

    def test_the_country_by_its_code(self):
        assert (
            chosen(field("Country", options=options("Frankrig", "Storbritannien", values=("FR", "gb"))), "country")
            == "Storbritannien"
        )

    def test_the_first_that_says_something(self):
        assert (
            chosen(field("Size", options=options("Please select", "---", "M", "L", values=("", "x", "m", "l"))), "")
            == "M"
        )

    def test_nothing_where_nothing_is_offered(self):
        assert chosen(field("Size", options=options("Please select", values=("",))), "") is None

    @pytest.mark.parametrize(
        ("texts", "taken"),
        [
            ([f"{n:02}" for n in range(1, 13)], "03"),
            ([f"{n:02} - {name}" for n, name in enumerate(("January", "February", "March", "April"), 1)], "03 - March"),
            ([str(year) for year in range(2026, 2040)], "2031"),
            (["03/30", "03/31", "04/31"], "03/31"),
        ],
    )
    def test_when_the_card_ends(self, texts, taken):
        assert expiry_option(options(*texts), CARD).text == taken

    @pytest.mark.parametrize(
        ("texts", "taken"),
        [
            ([str(n) for n in range(1, 32)], "9"),
            (["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], "jul"),
            ([str(year) for year in range(2010, 1920, -1)], "1984"),
        ],
    )
    def test_when_they_were_born(self, texts, taken):
        assert birthday_option(options(*texts), BORN).text == taken


class TestPieces:
    @pytest.mark.parametrize(
        ("facts", "text"),
        [
            ({"placeholder": "MM/YY"}, "03/31"),
            ({"placeholder": "MM/YYYY"}, "03/2031"),
            ({"label": "Expiry date (MM/JJJJ)"}, "03/2031"),
            ({}, "03/31"),
        ],
    )
    def test_when_the_card_ends(self, facts, text):
        assert expiry_text(CARD, field(**facts)) == text

    def test_month_and_year_apart(self):
        both = [field("Month", longest=2, selector="#a"), field("Year", longest=4, selector="#b")]
        assert [expiry_text(CARD, one, both) for one in both] == ["03", "2031"]

    @pytest.mark.parametrize(
        ("shown", "text"),
        [
            ("", "1984-07-09"),
            ("YYYY-MM-DD", "1984-07-09"),
            ("DD/MM/YYYY", "09/07/1984"),
            ("MM/DD/YYYY", "07/09/1984"),
            ("TT.MM.JJJJ", "09.07.1984"),
            ("JJ/MM/AAAA", "09/07/1984"),
            ("dd-mm-rrrr", "09-07-1984"),
        ],
    )
    def test_a_birthday_in_the_order_that_is_shown(self, shown, text):
        assert birthday_text(BORN, field("Date of birth", placeholder=shown)) == text

    @pytest.mark.parametrize("labels", [("Day", "Month", "Year"), ("Tag", "Monat", "Jahr"), ("Jour", "Mois", "Année")])
    def test_a_birthday_in_three(self, labels):
        three = [field(label, selector=label) for label in labels]
        assert [birthday_text(BORN, one, three) for one in three] == ["09", "07", "1984"]

    def test_the_month_first(self):
        three = [field(label, selector=label) for label in ("Month", "Day", "Year")]
        assert [birthday_text(BORN, one, three) for one in three] == ["07", "09", "1984"]

    def test_a_number_in_groups(self):
        four = [field(longest=4, selector=f"#n{n}") for n in range(4)]
        assert [group_of("4111222233334444", one, four) for one in four] == ["4111", "2222", "3333", "4444"]

    def test_one_field_takes_all(self):
        alone = field(longest=19)
        assert group_of(CARD.number, alone, [alone]) == CARD.number

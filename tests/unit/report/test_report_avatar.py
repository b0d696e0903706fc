"""Portraits: drawn from parts, small, safe, and once a page."""

import itertools
import typing
from xml.etree import ElementTree as ET

import pytest
from read_page import shown
from sample_run import clean_visit, many_visits, slow_visit

from cxcheck import settings
from cxcheck.model.avatar import Avatar
from cxcheck.model.persona import Persona
from cxcheck.report.avatar import avatar

POOL = settings.pool()


def drawn(**parts) -> str:
    return str(avatar(Persona(key="x", title="X", avatar=Avatar(**parts))))


def parsed(svg: str):
    return ET.fromstring(svg)


@pytest.mark.parametrize("key", POOL)
def test_each_persona_has_a_portrait_of_its_own(key):
    svg = str(avatar(POOL[key], 96))
    root = parsed(svg)
    assert (root.get("width"), root.get("viewBox"), root.get("aria-hidden")) == ("96", "0 0 96 96", "true")
    assert len(list(root.iter())) > 8
    assert len(svg) < 3_000
    assert [one for one, other in POOL.items() if str(avatar(other, 96)) == svg] == [key]


@pytest.mark.parametrize("name", ["skin", "hair", "hair_color", "top", "collar", "background", "extras"])
def test_every_part_that_can_be_chosen_is_drawn(name):
    options = typing.get_args(Avatar.model_fields[name].annotation)
    if name == "extras":
        options = tuple((one,) for one in typing.get_args(options[0]))
    found = [drawn(**{name: one}) for one in options]
    assert len(found) >= 4
    assert all(one != other for one, other in itertools.combinations(found, 2))
    for svg in found:
        parsed(svg)
        assert not [word for word in ("style", " id=", "{", "url(", "<script") if word in svg]


@pytest.mark.parametrize(("title", "letter"), [("Olga", "O"), ("ömer", "Ö"), ("“Ана”", "А"), ("<b>", "B"), ("…", "?")])
def test_who_was_not_drawn_has_an_initial(title, letter):
    [text] = parsed(str(avatar(Persona(key="x", title=title)))).iter("text")
    assert text.text == letter


def test_a_page_draws_each_customer_once_and_shows_them_where_they_are_named():
    page = shown(*many_visits())
    symbols = [symbol["id"] for symbol in page.all("symbol")]
    assert sorted(symbols) == ["cx-who-claire", "cx-who-david", "cx-who-maria"]
    uses = [use["href"].removeprefix("#") for use in page.all("use")]
    assert set(uses) == set(symbols)
    assert len(uses) >= 3 + 2 * 6  # the table's head, and with each visit twice


def test_an_ordinary_test_has_no_customer_to_draw():
    visit = clean_visit()
    journey = visit.info.journey.model_copy(update={"test": "tests/test_shop.py::test_buy"})
    ordinary = visit.model_copy(update={"info": visit.info.model_copy(update={"journey": journey})})
    page = shown(ordinary, slow_visit())
    assert [symbol["id"] for symbol in page.all("symbol")] == ["cx-who-maria"]
    assert {use["href"] for use in page.all("use")} == {"#cx-who-maria"}

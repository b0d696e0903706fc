"""The demo shop's shelf: aisles, search and product pages."""

import re
from pathlib import Path

import pytest

from cxcheck import demo
from cxcheck.demo.products import search, shelf
from cxcheck.demo.stock_list import AISLES

SHELF = shelf(frozenset())


def slugs(page) -> list[str]:
    return re.findall(r'href="/products/([\w-]+)"', page.text)


def test_the_shop_page_shows_everything_and_the_aisles_share_it_out(visitor):
    everything = [product.slug for product in SHELF]
    assert slugs(visitor.get("/shop")) == everything
    shared_out = [slug for aisle in AISLES for slug in slugs(visitor.get(f"/shop/{aisle}"))]
    assert sorted(shared_out) == sorted(everything)
    assert visitor.get("/shop/cellar").status_code == 404


def test_every_product_has_its_page_and_its_picture(visitor):
    pictures = Path(demo.__file__).parent / "static"
    for product in SHELF:
        page = visitor.get(f"/products/{product.slug}").text
        assert f"<h1><bdi>{product.title}</bdi></h1>" in page
        assert (pictures / product.image).is_file()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("green tea tin", ["rain-sencha"]),
        ("TEAPOT celadon", ["reed-teapot"]),
        ("teapots iron", ["dusk-kyusu"]),
        ("teapot nowhere", []),
        ("", []),
    ],
)
def test_search_wants_all_words(words, found):
    assert [product.slug for product in search(SHELF, words)] == found


def test_search_page_shows_what_was_found_or_the_way_on(visitor):
    assert slugs(visitor.get("/search?q=sencha")) == ["rain-sencha"]
    nothing = visitor.get("/search?q=<b>山</b>").text
    assert "Nothing found for “<bdi>&lt;b&gt;山&lt;/b&gt;</bdi>”" in nothing
    assert 'href="/shop">See everything' in nothing

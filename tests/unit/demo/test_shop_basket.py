"""The demo shop's basket."""

import re
from threading import Thread

import pytest

from cxcheck.demo.baskets import Basket, Baskets
from cxcheck.demo.products import shelf

COUNT = re.compile(r'<span class="count">(\d+)<')


def test_basket_adds_up_and_the_header_counts(visitor):
    visitor.add("tide-cups", "2")
    page = visitor.add("rain-sencha").text
    assert "Rain sencha is in your basket." in page
    assert COUNT.search(page)[1] == "3"
    assert "<dt>Total before delivery</dt><dd>£80.80</dd>" in page
    assert "Delivery from £4.50, worked out at checkout. Standard delivery is free from £60." in page


def test_the_same_product_again_makes_one_line(visitor):
    visitor.add("tide-cups", "2")
    page = visitor.add("tide-cups", "3").text
    assert page.count('name="quantity"') == 1
    assert 'name="quantity" type="number" inputmode="numeric" min="0"\n              max="12" value="5"' in page


def test_quantity_can_be_changed_and_lines_removed(visitor):
    visitor.add("tide-cups")
    visitor.add("rain-sencha")
    page = visitor.post("/basket/tide-cups", data={"quantity": "3"}, follow_redirects=True).text
    assert "£102.00" in page
    page = visitor.post("/basket/rain-sencha", data={"quantity": "1", "remove": "yes"}, follow_redirects=True).text
    assert "Rain sencha is no longer in your basket." in page
    page = visitor.post("/basket/tide-cups", data={"quantity": "0"}, follow_redirects=True).text
    assert "Your basket is empty" in page
    assert not COUNT.search(page)


@pytest.mark.parametrize("quantity", ["", "0", "-1", "1.5", "many", "٣", "99999"])
def test_a_quantity_that_is_none_is_refused_beside_its_field(visitor, quantity):
    page = visitor.add("tide-cups", quantity).text
    assert 'id="quantity-error">Please enter a whole number, 1 or more.' in page
    assert 'aria-describedby="quantity-error" aria-invalid="true" autofocus' in page
    assert not COUNT.search(page)


def test_no_more_than_there_is(visitor):
    assert "We have 3 of these." in visitor.add("ash-gaiwan", "4").text
    visitor.add("ash-gaiwan", "2")
    assert "We have 3 of these, and 2 of them in your basket." in visitor.add("ash-gaiwan", "2").text
    page = visitor.post("/basket/ash-gaiwan", data={"quantity": "4"}).text
    assert 'id="quantity-ash-gaiwan-error">We have 3 of these.' in page
    assert "£64.00" in page


def test_unknown_products_are_not_found(visitor):
    assert visitor.add("no-such-pot").status_code == 404
    assert visitor.post("/basket/no-such-pot", data={"quantity": "1"}).status_code == 404


def test_each_visitor_has_a_basket_of_their_own(shop, visitor):
    visitor.add()
    assert "Your basket is empty" in shop.test_client().get("/basket").text


def test_the_cookie_holds_no_more_than_an_id(visitor):
    visitor.add()
    visitor.get("/basket")
    with visitor.session_transaction() as session:
        assert set(session) == {"visitor"}


def test_the_basket_comes_along_on_signing_in_and_stays_behind_on_signing_out(known):
    known.add()
    assert COUNT.search(known.sign_in().text)[1] == "1"
    assert not COUNT.search(known.post("/sign-out", follow_redirects=True).text)


def test_many_at_once_lose_nothing():
    baskets = Baskets()

    def add() -> None:
        for _ in range(200):
            baskets.change("visitor", lambda basket: basket.put("pot", basket.quantities.get("pot", 0) + 1))

    threads = [Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert baskets.get("visitor").quantities == {"pot": 800}


def test_what_is_sold_out_meanwhile_is_no_longer_in_it():
    basket = Basket({"ash-gaiwan": 3, "gone": 1})
    assert [line.quantity for line in basket.lines(shelf(frozenset()))] == [3]
    assert basket.lines(shelf(frozenset({"sold-out"}))) == ()

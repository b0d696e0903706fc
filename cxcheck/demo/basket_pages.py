"""The basket: putting in, changing, taking out."""

import time

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from cxcheck.demo import forms
from cxcheck.demo.bill import Bill
from cxcheck.demo.products import find, shelf
from cxcheck.demo.services import basket, change_basket, services
from cxcheck.demo.stock_list import Product
from cxcheck.demo.variants import active

basket_pages = Blueprint("basket", __name__, url_prefix="/basket")


@basket_pages.get("")
def show(errors: dict[str, str] | None = None) -> str:
    """Show what is in the basket."""
    return render_template("basket.html", bill=Bill(basket().lines(shelf(active()))), errors=errors or {})


@basket_pages.post("")
def add() -> ResponseReturnValue:
    """Put a product in, on top of what is there already."""
    product = _product(forms.field("product"))
    if "slow-answer" in active():
        time.sleep(services().slow_answer_seconds)
    there = basket().quantities.get(product.slug, 0)
    quantity, error = _quantity(product, already=there)
    if error:
        return render_template("product.html", product=product, error=error, quantity=forms.field("quantity"))
    change_basket(lambda basket: basket.put(product.slug, there + quantity))
    flash(f"{product.title} is in your basket.")
    return redirect(url_for(".show"))


@basket_pages.post("/quick")
def quick() -> ResponseReturnValue:
    """Break: only the friction click-error sends customers here."""
    abort(500)


@basket_pages.post("/<slug>")
def change(slug: str) -> ResponseReturnValue:
    """Set a product's quantity, or take it out."""
    product = _product(slug)
    quantity, error = (0, None) if "remove" in request.form else _quantity(product, least=0)
    if error:
        return show({slug: error})
    change_basket(lambda basket: basket.put(slug, quantity))
    flash(f"{product.title} is no longer in your basket." if quantity == 0 else "Your basket is up to date.")
    return redirect(url_for(".show"))


def _product(slug: str) -> Product:
    return find(shelf(active()), slug) or abort(404)


def _quantity(product: Product, already: int = 0, least: int = 1) -> tuple[int, str | None]:
    """Read the posted quantity, and say what is wrong with it."""
    text = forms.field("quantity")
    quantity = int(text) if text.isascii() and text.isdigit() and len(text) < len("1000") else -1
    if quantity < least:
        return 0, "Please enter a whole number, 1 or more."
    if product.stock == 0:
        return 0, "Sorry, this is sold out."
    if already + quantity > product.stock:
        held = f", and {already} of them in your basket" if already else ""
        return 0, f"We have {product.stock} of these{held}."
    return quantity, None

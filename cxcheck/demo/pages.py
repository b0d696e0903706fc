"""The pages that anybody can read."""

import time

from flask import Blueprint, abort, current_app, render_template, request
from flask.typing import ResponseReturnValue

from cxcheck.demo.forms import email_error, field
from cxcheck.demo.products import find, search, shelf
from cxcheck.demo.services import services
from cxcheck.demo.stock_list import AISLES
from cxcheck.demo.variants import active

pages = Blueprint("pages", __name__)

_FEATURED = 6
_LONGEST_SEARCH = 80


@pages.get("/")
def home() -> str:
    """Show some of the shelf."""
    if "slow-server" in active():
        time.sleep(services().slow_answer_seconds)
    products = shelf(active())
    featured = products[:_FEATURED]
    if "hostile-text" in active():
        featured += products[-1:]
    return render_template("home.html", products=featured)


@pages.get("/es")
def home_in_spanish() -> str:
    """Say in Spanish what the shop is, where the shop has that."""
    if "other-language" not in active():
        abort(404)
    return render_template("home_in_spanish.html")


@pages.get("/late/<path:filename>")
def late(filename: str) -> ResponseReturnValue:
    """Give what the static folder has, after thinking: only the frictions slow-page and slow-first-sight ask for it."""
    time.sleep(services().slow_answer_seconds)
    return current_app.send_static_file(filename)


@pages.get("/shop")
def shop() -> str:
    """Show the whole shelf."""
    return render_template("shop.html", title="Pots & teas", products=shelf(active()))


@pages.get("/shop/<aisle>")
def aisle(aisle: str) -> str:
    """Show one part of the shelf."""
    if aisle not in AISLES:
        abort(404)
    products = [product for product in shelf(active()) if product.aisle == aisle]
    return render_template("shop.html", title=AISLES[aisle], products=products, here=aisle)


@pages.get("/search")
def find_products() -> str:
    """Show what matches the words."""
    words = request.args.get("q", "").strip()[:_LONGEST_SEARCH]
    return render_template("search.html", words=words, products=search(shelf(active()), words))


@pages.get("/products/<slug>")
def product(slug: str) -> str:
    """Show one product, or say that there is no such thing."""
    product = find(shelf(active()), slug) or abort(404)
    return render_template("product.html", product=product)


@pages.get("/help")
def help_page() -> str:
    """Show answers and ways to reach us."""
    return render_template("help.html")


@pages.post("/newsletter")
def newsletter() -> str:
    """Give the welcome code to whoever leaves an address (which is not kept)."""
    email = field("email")
    return render_template("newsletter.html", email=email, error=email_error(email))


@pages.get("/healthz")
def healthz() -> ResponseReturnValue:
    """Tell a watcher that the shop is open."""
    return "ok", {"Content-Type": "text/plain"}


@pages.app_errorhandler(404)
def not_found(_error: Exception) -> ResponseReturnValue:
    """Say that there is no such page, and where to go instead."""
    return render_template("not_found.html"), 404

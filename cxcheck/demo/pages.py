"""The pages that anybody can read."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from cxcheck.demo.forms import email_error, field
from cxcheck.demo.products import shelf
from cxcheck.demo.variants import active

pages = Blueprint("pages", __name__)


@pages.get("/")
def home() -> str:
    """Show the whole shelf."""
    return render_template("home.html", products=shelf(active()))


@pages.get("/products/<slug>")
def product(slug: str) -> str:
    """Show one product, or say that there is no such thing."""
    wanted = [each for each in shelf(active()) if each.slug == slug]
    if not wanted:
        abort(404)
    return render_template("product.html", product=wanted[0])


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

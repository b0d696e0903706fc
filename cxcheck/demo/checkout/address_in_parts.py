"""The friction long-checkout: the address is asked for page by page, each with one question more."""

from flask import request, url_for

from cxcheck.demo import forms
from cxcheck.demo.addresses import Address
from cxcheck.demo.checkout.steps import page

# Each with its label, type and autofill token.
PARTS = {
    "street": ("Street and number", "text", "address-line1"),
    "postcode": ("Postcode", "text", "postal-code"),
    "town": ("Town or city", "text", "address-level2"),
    "given": ("First name", "text", "given-name"),
    "family": ("Last name", "text", "family-name"),
    "phone": ("Phone", "tel", "tel"),
}


def asking() -> str | None:
    """Ask for the first so many parts, of which the customer has given all but the last; None: they have given all."""
    part = request.args.get("part", 1, int)
    if not 1 <= part <= len(PARTS):
        return None
    asked = [(name, *PARTS[name], request.form.get(name, "")) for name in list(PARTS)[:part]]
    return page("address", parts=asked, after=url_for(".address", part=part + 1))


def posted() -> Address:
    """Read the parts in the current request's form."""
    given = {name: forms.field(name) for name in PARTS}
    name = f"{given.pop('given')} {given.pop('family')}".strip()
    return Address(name=name, **given)

"""What happens to people: the address is known, everything is sold out, the card is refused, the link is too old."""

import os

from cxcheck import Customer, journey

SHOP = os.environ["SHOP"]


@journey("Known address", goal="A second account by mistake", personas=["tom"])
def known_address(customer: Customer):
    customer.has_account()
    with customer.step("Say who I am"):
        customer.open(f"{SHOP}sign-up")
        customer.complete("sign up")
    with customer.step("See that I am in"):
        customer.expect("signed up")


@journey("Sold out", goal="Something from the shop", personas=["tom"])
def sold_out(customer: Customer):
    with customer.step("Find something"):
        customer.open(f"{SHOP}~sold-out/")
        customer.choose("product")


@journey("This one sold out", goal="This bowl and no other", personas=["tom"])
def this_one_sold_out(customer: Customer):
    with customer.step("Put it into the basket"):
        customer.open(f"{SHOP}~sold-out/products/ash-gaiwan")
        customer.follow("add to basket")


@journey("Declined card", goal="Something from the shop, on its way to me", personas=["tom"])
def declined_card(customer: Customer):
    with customer.step("Find something"):
        customer.open(f"{SHOP}~declined-card/products/ash-gaiwan")
        customer.follow("add to basket")
        customer.follow("checkout")
    with customer.step("Say who I am and where it goes"):
        customer.continue_as_guest()
        customer.complete("address")
        customer.choose("delivery")
    with customer.step("Pay"):
        customer.pay()
    with customer.step("Read that it worked"):
        customer.expect("order placed")


@journey("Refused password", goal="An account of my own", personas=["tom"])
def refused_password(customer: Customer):
    with customer.step("Say who I am"):
        customer.open(f"{SHOP}~hidden-password-rule/sign-up")
        customer.complete("sign up")
    with customer.step("See that I am in"):
        customer.expect("signed up")


@journey("Expired link", goal="Back in my account", personas=["tom"])
def expired_link(customer: Customer):
    customer.has_account()
    with customer.step("Ask for a reset link"):
        customer.open(f"{SHOP}~expired-link/password/forgotten")
        customer.fill_in("email")
        customer.submit()
    with customer.step("Open the e-mail"):
        customer.do_as_mailed(customer.inbox.wait_for("password reset"))
    with customer.step("Choose a new password"):
        customer.fill_in("new password")
        customer.submit()

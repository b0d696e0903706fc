"""A journey for each thing planted: the shortest way on which a customer meets it, and the same way without it."""

import os

from planted import FRICTIONS, TWINS, Planted

from cxcheck import Customer, journey

SOON_MS = 1_100  # most of what pops up in the shop comes 0.6 s after loading
LATE_MS = 2_000  # the latest 1.5 s after


def glance(customer: Customer, shop: str) -> None:
    customer.open(shop)
    customer.page.wait_for_timeout(SOON_MS)


def further(customer: Customer, shop: str) -> None:
    glance(customer, shop)
    customer.follow("sign in")
    customer.page.wait_for_timeout(LATE_MS)


def typing(customer: Customer, shop: str) -> None:
    customer.open(f"{shop}sign-in")
    customer.fill_in("email")
    customer.page.wait_for_timeout(SOON_MS)


def entrance(customer: Customer, shop: str) -> None:
    customer.open(shop)
    customer.page.wait_for_timeout(LATE_MS)
    customer.follow("sign in")


def sign_in(customer: Customer, shop: str) -> None:
    customer.open(shop)
    customer.follow("sign in")
    customer.follow("forgot password")


def lost_password(customer: Customer, shop: str) -> None:
    customer.open(f"{shop}password/forgotten")
    customer.fill_in("email")
    customer.submit()


def mail(customer: Customer, shop: str) -> None:
    customer.has_account()
    lost_password(customer, shop)
    customer.do_as_mailed(customer.inbox.wait_for("password reset"))
    customer.complete("password reset")


def back_in(customer: Customer, shop: str) -> None:
    mail(customer, shop)
    customer.sign_in()
    customer.expect("signed in")


def sign_up(customer: Customer, shop: str) -> None:
    customer.open(f"{shop}sign-up")
    customer.complete("sign up")
    customer.expect("signed up")


def basket(customer: Customer, shop: str) -> None:
    customer.open(f"{shop}products/ash-gaiwan")
    customer.follow("add to basket")


def till(customer: Customer, shop: str) -> None:
    basket(customer, shop)
    customer.follow("checkout")
    customer.continue_as_guest()
    customer.complete("address")


def delivered(customer: Customer, shop: str) -> None:
    till(customer, shop)
    customer.choose("delivery")


def order(customer: Customer, shop: str) -> None:
    delivered(customer, shop)
    customer.pay()
    customer.expect("order placed")


WAYS = (
    glance,
    entrance,
    further,
    typing,
    sign_in,
    lost_password,
    mail,
    back_in,
    sign_up,
    basket,
    till,
    delivered,
    order,
)
PATHS = {way.__name__.replace("_", "-"): way for way in WAYS}


def walked(planted: Planted):
    def meet(customer: Customer) -> None:
        with customer.step("Meet it"):
            PATHS[planted.path](customer, f"{os.environ['SHOP']}~{planted.friction}/")

    meet.__name__ = planted.key
    described = journey(f"{planted.friction}: {planted.path}", goal="To meet it", personas=[planted.persona])
    return described(meet)


for _planted in (*FRICTIONS, *TWINS):
    globals()[_planted.key] = walked(_planted)

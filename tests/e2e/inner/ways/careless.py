"""Everything that somebody might do while hunting a bug."""

import logging
import warnings

from cxcheck import Customer, journey

ECHO = """words => {
    document.title = words
    history.pushState({}, "", "?from=" + encodeURIComponent(words))
    console.error(words)
    document.querySelector("h1").textContent = words
}"""


@journey("Careless", goal="Find out why it fails", personas=["tom"])
def careless(customer: Customer):
    customer.has_account()
    password, card = customer.identity.password, customer.identity.card
    print("signing in with", password, card.number)
    logging.getLogger("shop").warning("new password: %s", customer.identity.new_password)
    with customer.step(f"Ask for a link as {password}"):
        customer.open("password/forgotten")
        customer.fill_in("email")
        customer.submit()
    with customer.step("Open the e-mail"):
        link = customer.inbox.wait_for("password reset").link()
        print("the link is", link)
        customer.open(link)
    with customer.step(f"Look at it, with {card.number}"):
        customer.page.evaluate(ECHO, link)
        customer.page.evaluate(ECHO, f"{card.number[:4]} {card.number[4:8]} {card.number[8:12]} {card.number[12:]}")
        customer.page.wait_for_timeout(300)
        warnings.warn(f"opened {link}", stacklevel=1)
        customer.fill_in("new password")
        customer.page.evaluate("word => setTimeout(() => { throw new Error(word) })", customer.identity.new_password)
        customer.page.wait_for_timeout(300)
    assert password == link, f"{password} is not what {link} asks for"

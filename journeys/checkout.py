"""A customer buys something."""

from cxcheck import Budget, Customer, journey


@journey(
    "Checkout",
    goal="Something from the shop, on its way to me",
    budget=Budget(minutes=6, popups=2),
)
def checkout(customer: Customer) -> None:
    """From the home page to the confirmation and its mail, without an account where the shop allows that."""
    with customer.step("Find something"):
        customer.open("/")
        customer.choose("product")

    with customer.step("Put it into the basket"):
        customer.follow("add to basket")
        customer.follow("checkout")

    with customer.step("Say who I am"):
        customer.continue_as_guest()

    with customer.step("Say where it goes"):
        customer.complete("address")

    with customer.step("Choose the delivery"):
        customer.choose("delivery")

    with customer.step("Pay", moment_of_truth=True):
        customer.pay()

    with customer.step("Read that it worked"):
        customer.expect("order placed")
        customer.inbox.wait_for("order confirmation")

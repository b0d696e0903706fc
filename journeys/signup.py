"""A newcomer opens an account."""

from cxcheck import Budget, Customer, journey


@journey(
    "Sign up",
    goal="An account of my own",
    budget=Budget(minutes=3, popups=1),
)
def signup(customer: Customer) -> None:
    """From the home page to an account, by way of the mailbox where the site asks for that."""
    with customer.step("Find where to join"):
        customer.open("/")
        customer.follow("sign up")

    with customer.step("Say who I am"):
        customer.complete("sign up")

    with customer.step("See that I am in", moment_of_truth=True):
        customer.confirm_address()
        customer.expect("signed up")

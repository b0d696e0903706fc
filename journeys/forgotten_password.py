"""A customer who has forgotten their password gets back into their account."""

from cxcheck import Budget, Customer, journey


@journey(
    "Forgotten password",
    goal="Back in my account, with a new password",
    budget=Budget(minutes=3, popups=1),
)
def forgotten_password(customer: Customer) -> None:
    """From the home page to signed in, by way of the mailbox."""
    customer.has_account()

    with customer.step("Find where to ask for help"):
        customer.open("/")
        customer.follow("sign in")
        customer.follow("forgot password")

    with customer.step("Ask for a reset link"):
        customer.fill_in("email")
        customer.submit()

    with customer.step("Open the e-mail", moment_of_truth=True):
        mail = customer.inbox.wait_for("password reset")
        customer.do_as_mailed(mail)

    with customer.step("Choose a new password"):
        customer.fill_in("new password")
        customer.submit()

    with customer.step("Sign in with it"):
        customer.sign_in()
        customer.expect("signed in")

"""A pytest plugin for inner runs: writes what each visit knows to the file that CXTRUTH names.

So a test knows what must not stand anywhere in the run's folder, and what is true of the person.
"""

import functools
import json
import os
from pathlib import Path

from cxcheck.customer.customer import Customer
from cxcheck.customer.mailbox import Mailbox


def _tell(**facts: object) -> None:
    with Path(os.environ["CXTRUTH"]).open("a", encoding="utf-8") as file:
        file.write(json.dumps(facts) + "\n")


def _after(function, tell):
    @functools.wraps(function)
    def wrapped(self, *arguments, **named):
        result = function(self, *arguments, **named)
        tell(self, result)
        return result

    return wrapped


Customer.__init__ = _after(
    Customer.__init__,
    lambda customer, _: _tell(
        persona=customer.persona.key,
        email=customer.identity.email,
        name=customer.identity.full_name,
        country=customer.identity.address.country,
        password=customer.identity.password,
        new_password=customer.identity.new_password,
        card_number=customer.identity.card.number,
        card_month=customer.identity.card.month,
        card_code=customer.identity.card.code,
    ),
)
Mailbox.wait_for = _after(Mailbox.wait_for, lambda _, mail: _tell(links=[address for address, _ in mail.links]))

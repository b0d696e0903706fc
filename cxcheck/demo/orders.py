"""Orders, kept in memory for as long as the shop runs."""

import secrets
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from threading import Lock

from cxcheck.demo.addresses import Address
from cxcheck.demo.bill import Bill
from cxcheck.demo.delivery import Way


def _today() -> date:
    return datetime.now(UTC).date()


def _number() -> str:
    return f"AG-{secrets.randbelow(900_000) + 100_000}"


@dataclass(frozen=True)
class Order:
    """An order that was placed; `account` is the e-mail address of its owner's account, if there is one."""

    email: str
    account: str
    bill: Bill
    address: Address
    way: Way
    card: str
    day: date = field(default_factory=_today)
    number: str = field(default_factory=_number)


class Orders:
    """Orders by number."""

    def __init__(self) -> None:
        """Start with no orders."""
        self._lock = Lock()
        self._orders: dict[str, Order] = {}

    def place(self, order: Order) -> Order:
        """Keep an order, under another number when its own is taken."""
        with self._lock:
            while order.number in self._orders:
                order = replace(order, number=_number())
            self._orders[order.number] = order
        return order

    def get(self, number: str) -> Order | None:
        """Find an order."""
        with self._lock:
            return self._orders.get(number)

    def of(self, account: str) -> tuple[Order, ...]:
        """Give an account's orders, newest first. What guests order with the same address is not shown."""
        with self._lock:
            return tuple(order for order in reversed(self._orders.values()) if order.account == account)

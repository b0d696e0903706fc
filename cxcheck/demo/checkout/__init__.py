"""The till, step by step: who, address, delivery, payment, review, and the thanks."""

from cxcheck.demo.checkout import address, delivery, payment, review, who
from cxcheck.demo.checkout.steps import checkout

__all__ = ["address", "checkout", "delivery", "payment", "review", "who"]

"""Whom the customer could have asked."""

from __future__ import annotations

from cxcheck.model.base import Model


class Contact(Model):
    """What one document had for asking somebody: the name of a link, ``e-mail``, ``telephone`` or ``chat``; "" nothing.

    ``screen`` counts the screens seen so far.
    """

    t_ms: float
    step: int
    screen: int
    by: str = ""


class Contacts(Model):
    """Documents that stood long enough to be looked at, in order."""

    items: tuple[Contact, ...] = ()

"""Nobody may buy without opening an account."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.form import Fillings
from cxcheck.model.till import Identifications

META = CheckMeta(
    id="forced-to-register",
    attribute=Attribute.CONVENIENCE,
    severity=Severity.SERIOUS,
    passes="The customer could buy as a guest",
    fails="The customer had to open an account to buy",
    why="A quarter of those who leave a full basket say it was because the site wanted an account",
    remedy="Offer to go on as a guest, first and visibly; offer the account when the order is placed",
    threshold="a way to pay that needs no new password",
    source="Baymard, survey of 2024: 26 % left because of a forced account",
)


def check(identifications: Identifications, fillings: Fillings) -> Iterator[Finding | NotApplicable]:
    """A finding for each till that let the customer through only with a new account."""
    strangers = [one for one in identifications.items if one.how != "signed-in"]
    if not identifications.items:
        yield NotApplicable("nothing was bought on this journey")
    elif not strangers:
        yield NotApplicable("the customer had an account already")
    for one in strangers:
        if one.how == "guest":
            continue
        passwords = [f for f in fillings.items if f.what == "new password" and not f.again and f.t_ms <= one.t_ms]
        yield META.finding(
            one,
            "The customer had to open an account before they could pay.",
            value=1,
            unit="count",
            limit=0,
            confidence=Confidence.RULE,
            needless=tuple(f.gesture_ms for f in passwords if f.gesture_ms is not None),
        )

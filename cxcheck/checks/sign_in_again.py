"""Whoever has just signed up has to sign in."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable, NotMeasured
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.page import Signs

META = CheckMeta(
    id="sign-in-again",
    attribute=Attribute.CONVENIENCE,
    severity=Severity.MODERATE,
    passes="Whoever had signed up was in",
    fails="Whoever had signed up had to sign in",
    why="They have typed address and password a moment ago; to be asked for them again looks as if it had not worked",
    remedy="Let a new customer in with the account that they have just opened",
    threshold="a page that tells of the new account and offers to sign in",
    source="our choice; not after a forgotten password, where OWASP's cheat sheet asks for it for safety's sake",
)


def check(signs: Signs) -> Iterator[Finding | NotApplicable | NotMeasured]:
    """A finding for each account opened that did not let the customer in."""
    if not signs.told:
        yield NotMeasured("recorded by a cxcheck whose customers did not tell of this yet")
        return
    opened = [sign for sign in signs.items if sign.sign == "signed up"]
    if not opened:
        yield NotApplicable("no account was opened on this journey")
        return
    if not any(sign.known or sign.wants_sign_in for sign in opened):
        yield NotMeasured("no page told whether the customer was in")
    for sign in opened:
        if sign.wants_sign_in:
            yield META.finding(
                sign,
                "The account was open, and the customer still had to sign in with it.",
                value=1,
                unit="count",
                limit=0,
                confidence=Confidence.RULE,
            )

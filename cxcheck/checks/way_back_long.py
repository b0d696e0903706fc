"""Whoever has forgotten their password takes long to get back in."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks import errands
from cxcheck.checks.run import Measured, NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Moment, Place, Severity
from cxcheck.model.page import Searches, Signs
from cxcheck.model.spent import Spent
from cxcheck.model.wait import Mails

META = CheckMeta(
    id="way-back-long",
    attribute=Attribute.EASE,
    severity=Severity.SERIOUS,
    passes="The way back in was short",
    fails="The way back in was long",
    why="They know the shop and want to buy; each page and field more is a reason to try another one",
    remedy="One field, one mail, one link, one new password; then let them in",
    threshold="180 s of the customer's own, predicted: from when they had found where to ask for help until they saw "
    "that they were in",
    source="our choice, by the keystroke-level model: it takes 88 to 122 s on the demo shop and django-oscar",
    curve=(120_000, 180_000),
    limits={"limit_ms": 180_000},
)


def check(searches: Searches, mails: Mails, signs: Signs, spent: Spent) -> Iterator[Finding | Measured | NotApplicable]:
    """One finding at the most."""
    asked = _asked(searches, mails)
    back = next((sign for sign in signs.items if sign.sign == "signed in" and asked and sign.t_ms >= asked.t_ms), None)
    if asked is None or back is None:
        yield NotApplicable("nobody got back in with a new password on this journey")
        return
    yield from errands.judged(META, META.limit("limit_ms"), spent, asked, back, "Getting back in with a new password")


def _asked(searches: Searches, mails: Mails) -> Place | None:
    """Where the way back begins: at the link to it, or, for who was there already, when the mail was asked for."""
    link = next((one for one in searches.items if one.intent == "forgot password" and not one.missed), None)
    mail = next((one for one in mails.items if one.intent == "password reset"), None)
    return link or (Moment(mail.step, mail.asked_ms) if mail else None)

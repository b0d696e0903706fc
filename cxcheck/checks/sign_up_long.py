"""Opening an account takes long."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks import errands
from cxcheck.checks.run import Measured, NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Moment, Place, Severity
from cxcheck.model.form import Fillings
from cxcheck.model.page import Searches, Signs
from cxcheck.model.spent import Spent

META = CheckMeta(
    id="sign-up-long",
    attribute=Attribute.EASE,
    severity=Severity.SERIOUS,
    passes="An account was opened soon",
    fails="Opening an account was long",
    why="An account is no end in itself: the longer it takes to get one, the more people go without, or go",
    remedy="Ask for an e-mail address and a password, and for the rest when it is needed; keep conditions short",
    threshold="90 s of the customer's own, predicted: from when they had found where to sign up until they saw that "
    "they were in",
    source="our choice, by the keystroke-level model: a short form takes 40 to 57 s on the demo shop and django-oscar",
    curve=(60_000, 90_000),
    limits={"limit_ms": 90_000},
)


def check(
    searches: Searches, fillings: Fillings, signs: Signs, spent: Spent
) -> Iterator[Finding | Measured | NotApplicable]:
    """One finding at the most."""
    opened = next((sign for sign in signs.items if sign.sign == "signed up"), None)
    begun = _begun(searches, fillings)
    if opened is None or begun is None or begun.t_ms > opened.t_ms:
        yield NotApplicable("no account was opened on this journey")
        return
    yield from errands.judged(META, META.limit("limit_ms"), spent, begun, opened, "Opening an account")


def _begun(searches: Searches, fillings: Fillings) -> Place | None:
    """Where signing up begins: at the link to it, or, for who was there already, at the first field filled in."""
    link = next((one for one in searches.items if one.intent == "sign up" and not one.missed), None)
    field = next((Moment(one.step, one.gesture_ms or one.t_ms) for one in fillings.items), None)
    return link or field

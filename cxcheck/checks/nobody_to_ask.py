"""Where the customer has to fill something in, there is nobody to ask."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable, NotMeasured
from cxcheck.model.contact import Contacts
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.form import Fillings
from cxcheck.model.page import Screens

_IN_PASSING = {"", "search", "quantity", "voucher", "newsletter"}  # nobody gets stuck in these

META = CheckMeta(
    id="nobody-to-ask",
    attribute=Attribute.OMNICHANNEL,
    severity=Severity.SERIOUS,
    passes="Wherever the customer had to fill something in, there was a way to ask somebody",
    fails="There was nobody to ask where the customer had to fill something in",
    why="Whoever gets stuck at the till or locked out looks for a person; finding none, they leave",
    remedy="Put help, a telephone number, an address or a chat on these pages, at the same place on each",
    threshold="one way at least on each page with a form: mail, telephone, chat, or a link to help",
    source="WCAG 2.2, 3.2.6 Consistent Help; that these pages need one is our choice",
)


def check(contacts: Contacts, fillings: Fillings, screens: Screens) -> Iterator[Finding | NotApplicable | NotMeasured]:
    """One finding, at the first such page."""
    asked = {filling.screen for filling in fillings.items if filling.what not in _IN_PASSING}
    if not asked:
        if fillings.untold_step:
            yield NotMeasured("fields were filled in by plain Playwright calls, which do not say what they ask for")
        else:
            yield NotApplicable("the customer had nothing to fill in")
        return
    looked_at = [contact for contact in contacts.items if contact.screen in asked]
    if not looked_at:
        yield NotMeasured("none of these pages stood still long enough to be looked at")
        return
    alone = [contact for contact in looked_at if not contact.by]
    if not alone:
        return
    screen = screens.items[alone[0].screen - 1]
    others = f"; nor do {len(alone) - 1} more of the {len(looked_at)} with something to fill in" if alone[1:] else ""
    yield META.finding(
        alone[0],
        f"“{screen.says or screen.title}” names no help, mail, telephone or chat{others}.",
        value=len(alone),
        unit="count",
        limit=0,
        confidence=Confidence.RULE,
    )

"""The site speaks the customer's language, and shows them another."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable, NotMeasured
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.persona import Persona
from cxcheck.model.speech import Speeches

META = CheckMeta(
    id="language-not-theirs",
    attribute=Attribute.PERSONALISATION,
    severity=Severity.MODERATE,
    passes="The customer was spoken to in their language",
    fails="The customer was shown another language, though the site speaks theirs",
    why="The browser says which language its owner reads; whoever is spoken to in another has to find the switch first",
    remedy="Begin in the language that the browser asks for (Accept-Language), and keep the switch for the others",
    threshold="any page in another language that can be had in the customer's, by a switch or a list of translations",
    source="RFC 9110, 12.5.4 Accept-Language; W3C Internationalization; the severity is our choice",
)


def check(speeches: Speeches, persona: Persona) -> Iterator[Finding | NotApplicable | NotMeasured]:
    """One finding, at the first such page."""
    own = persona.browser.locale.partition("-")[0].lower()
    if not speeches.items:
        yield NotApplicable("no page stood still long enough to be looked at")
        return
    known = [speech for speech in speeches.items if speech.language]
    if not known:
        yield NotMeasured("no page told which language it speaks")
        return
    foreign = [speech for speech in known if speech.language != own]
    offered = [speech for speech in foreign if speech.offers == own]
    if foreign and not offered and len(foreign) == len(known):
        yield NotApplicable(f"no page offers the customer's language ({own})")
    if not offered:
        return
    first = offered[0]
    way = f"“{first.called}” stands on it" if first.target else f"it is to be had in {first.called}"
    yield META.finding(
        first,
        f"The page speaks “{first.language}” to a customer whose browser asks for “{own}”, though {way}.",
        value=len(offered),
        unit="count",
        limit=0,
        confidence=Confidence.RULE,
        target=first.target,
    )

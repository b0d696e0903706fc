"""A page is wider than the phone's screen."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.fit import Fits
from cxcheck.model.page import Screens
from cxcheck.model.persona import Persona

_EXCESS = 0.05
_LONGEST = 40  # characters; all the words of a whole table name nothing

META = CheckMeta(
    id="wider-than-the-phone",
    attribute=Attribute.OMNICHANNEL,
    severity=Severity.MODERATE,
    passes="Every page fitted the width of the phone",
    fails="A page was wider than the phone",
    why="What sticks out must be looked for sideways, line by line, with a page that slips under the finger",
    remedy="Let wide parts wrap, shrink, or scroll by themselves; say width=device-width in the viewport's meta tag",
    threshold="5 % wider than the screen",
    source="WCAG 2.2, 1.4.10 Reflow: no scrolling in two directions; the 5 % are our choice, as less goes unnoticed",
)


def check(fits: Fits, screens: Screens, persona: Persona) -> Iterator[Finding | NotApplicable]:
    """A finding for each address that is too wide, the first time."""
    if persona.hands.input != "touch":
        yield NotApplicable("the customer was not on a phone")
        return
    if not fits.items:
        yield NotApplicable("no page stood still long enough to be looked at")
    told = set()
    for fit in fits.items:
        address = screens.items[fit.screen - 1].url.partition("?")[0] if fit.screen else ""
        if fit.excess_ratio <= _EXCESS or address in told:
            continue
        told.add(address)
        name = fit.widest.name if fit.widest else ""
        part = f": “{name}” sticks out" if 0 < len(name) <= _LONGEST else ""
        yield META.finding(
            fit,
            f"The page was {fit.page_px:.0f} px wide on a screen of {fit.screen_px:.0f} px{part}.",
            value=fit.page_px,
            unit="px",
            limit=round(fit.screen_px * (1 + _EXCESS)),
            target=fit.widest,
        )

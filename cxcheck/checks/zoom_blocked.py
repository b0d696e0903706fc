"""A page cannot be enlarged on the phone."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.fit import Fits
from cxcheck.model.persona import Persona

_LEAST = 2

META = CheckMeta(
    id="zoom-blocked",
    attribute=Attribute.OMNICHANNEL,
    severity=Severity.SERIOUS,
    passes="Every page could be enlarged with two fingers",
    fails="The page could not be enlarged with two fingers",
    why="Whoever cannot read the small print, or hit a small button, enlarges the page; here they cannot",
    remedy="Take user-scalable=no and maximum-scale out of the viewport's meta tag",
    threshold="to twice its size",
    source="WCAG 2.2, 1.4.4 Resize Text; axe-core's rule meta-viewport asks for the same",
)


def check(fits: Fits, persona: Persona) -> Iterator[Finding | NotApplicable]:
    """One finding, at the first page that forbids it: it is the site's habit and no page's own."""
    if persona.hands.input != "touch":
        yield NotApplicable("the customer was not on a phone")
        return
    if not fits.items:
        yield NotApplicable("no page stood still long enough to be looked at")
    blocked = [fit for fit in fits.items if fit.zoom_most is not None and fit.zoom_most < _LEAST]
    if not blocked:
        return
    first = blocked[0]
    assert first.zoom_most is not None
    how = (
        "cannot be enlarged" if first.zoom_most <= 1 else f"can be enlarged only to {first.zoom_most:g} times its size"
    )
    yield META.finding(
        first,
        f"The page {how}; it is so on {len(blocked)} of the {len(fits.items)} pages seen.",
        value=first.zoom_most,
        unit="ratio",
        limit=_LEAST,
        confidence=Confidence.RULE,
    )

"""What the customer must press is too small to hit."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable
from cxcheck.model.aim import TinyTarget, TinyTargets
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.gesture import PRESSES, Gestures
from cxcheck.model.persona import Persona

LIMIT_PX = 24

META = CheckMeta(
    id="target-tiny",
    attribute=Attribute.EASE,
    severity=Severity.MODERATE,
    passes="What the customer pressed was large enough, or had room around it",
    fails="What the customer had to press is too small to hit",
    why="A finger is wider than it; whoever misses opens what stands beside it",
    remedy="Make it at least 24 by 24 pixels, or leave that much room around it",
    threshold="24 pixels each way, unless it stands in a sentence, has room around it, is a box as browsers draw it, "
    "or is there again and larger",
    source="WCAG 2.2, 2.5.8 Target Size (Minimum), with its exceptions",
)


def check(tiny: TinyTargets, gestures: Gestures, persona: Persona) -> Iterator[Finding | NotApplicable]:
    """A finding for each such thing on the way; what closes a pop-up is told of by close-control-tiny."""
    if persona.hands.input == "keyboard":
        yield NotApplicable("this customer has no pointer")
        return
    if not gestures.count(*PRESSES):
        yield NotApplicable("nothing was pressed")
    small: dict[str, TinyTarget] = {}
    for one in tiny.items:
        if not one.excuse and one.target.popup is None:
            small.setdefault(one.target.selector, one)
    for one in small.values():
        yield META.finding(
            one,
            f"{one.target.pressed} is {one.width_px:.0f} × {one.height_px:.0f} pixels small, "
            "and something else to press is close to it.",
            value=round(min(one.width_px, one.height_px), 1),
            unit="px",
            limit=LIMIT_PX,
            target=one.target,
        )

"""Sound starts, and the customer had not asked for it."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.gesture import Target
from cxcheck.model.media import Playings
from cxcheck.model.page import Screens

META = CheckMeta(
    id="sound-unasked",
    attribute=Attribute.EASE,
    severity=Severity.SERIOUS,
    passes="Nothing was heard that nobody had asked for",
    fails="Sound started that nobody had asked for",
    why="It startles, and is heard by everybody around; people close the tab before they look for the button",
    remedy="Start silent, with a button for the sound; better, start when it is pressed",
    threshold="any sound without a press within the second before; silent film is no offence",
    source="Better Ads Standards: auto-playing video with sound",
)


def check(playings: Playings, screens: Screens) -> Iterator[Finding | NotApplicable]:
    """A finding for each film or sound that was heard."""
    if not screens.items:
        yield NotApplicable("no page was opened")
    for playing in playings.items:
        if playing.muted or playing.asked_for:
            continue
        yield META.finding(
            playing,
            "The page began to make itself heard, unasked.",
            value=1,
            unit="count",
            limit=0,
            target=Target(selector=playing.selector, box=playing.box),
        )

"""The × of a pop-up is too small to hit."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable, NotMeasured
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.gesture import Target
from cxcheck.model.popup import PopupKind, Popups

META = CheckMeta(
    id="close-control-tiny",
    attribute=Attribute.EASE,
    severity=Severity.MODERATE,
    passes="What closes pop-ups was large enough to hit",
    fails="What closes a pop-up is too small to hit",
    why="A finger is wider than it; whoever misses opens the offer, or gives up on the page behind",
    remedy="Make what can be pressed at least 24 by 24 pixels; the × itself may stay small inside",
    threshold="24 pixels each way, of the easiest of its close buttons",
    source="WCAG 2.2, 2.5.8 Target Size (Minimum), without its exception for free space around",
    limits={"limit_px": 24},
)


def check(popups: Popups) -> Iterator[Finding | NotApplicable | NotMeasured]:
    """A finding for each unasked overlay whose close control is smaller; toasts go by themselves."""
    shown = [popup for popup in popups.over_the_page if popup.close is not None and popup.kind is not PopupKind.TOAST]
    if not shown:
        yield NotApplicable("no pop-up with a close button on this journey")
    boxes = [(popup, popup.close, popup.close.box) for popup in shown if popup.close and popup.close.box]
    small = [
        (popup, close, box) for popup, close, box in boxes if min(box.width_px, box.height_px) < META.limit("limit_px")
    ]
    if len(boxes) < len(shown) and not small:
        yield NotMeasured("nobody could tell how large a close button is")
    for popup, close, box in small:
        size = f"{box.width_px:.0f} × {box.height_px:.0f} pixels"
        yield META.finding(
            popup,
            f"What closes the {popup.called} is {size} small.",
            value=round(min(box.width_px, box.height_px), 1),
            unit="px",
            limit=META.limit("limit_px"),
            target=Target(selector=close.selector, role="button", name=close.name, box=box),
            popup=popup.id,
            spares_popup=False,
        )

"""What passes before a customer acts: they take in a screen, read, think, point; and how fast they type.

As long as effort is predicted to take, or a share of it, by the pace walked. None of it is effort or waiting: effort is
predicted from what was done, and waiting ends when the page has come to rest, which is when a customer begins to dwell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.customer.sight import Field, Seen
from cxcheck.model.gesture import Gesture, GestureKind, Target
from cxcheck.model.pace import Pace
from cxcheck.score import klm
from cxcheck.score.effort import Body
from cxcheck.score.reading import reading_ms
from cxcheck.score.weights import weights

if TYPE_CHECKING:
    from playwright.sync_api import ElementHandle, Page

    from cxcheck.model.persona import Hands

_STEPS = 8  # of the pointer's way, at human pace: enough for what shows as it passes over
_LEAST_MS = 1.0
_FIELD_KINDS = {"checkbox": GestureKind.TICK, "radio": GestureKind.TICK, "select": GestureKind.CHOICE}


class Dwell:
    """One customer's own time. During it the browser's events keep arriving."""

    def __init__(self, hands: Hands, pace: Pace) -> None:
        self.pace = pace
        self._hands = hands
        self._body = Body(hands)

    def before(self, page: Page, seen: Seen, language: str) -> bool:
        """Read its label, think, and point at it; whether any time went by, in which the page may have changed."""
        popup = None if seen.overlay is None else 0
        target = Target(selector=seen.selector, role=getattr(seen, "role", ""), name=seen.name, clickable=True,
                        box=seen.box, popup=popup)  # fmt: skip
        doing = self._body.do(Gesture(t_ms=0, step=0, kind=self._kind(seen), target=target))
        label_ms = reading_ms(seen.label, language) if isinstance(seen, Field) else 0.0
        return self._spend(page, label_ms + doing.think_ms + doing.home_ms + doing.point_ms)

    def read(self, page: Page, text: str, language: str, *, share: float = 1.0) -> bool:
        """Read so much of a text; whether any time went by."""
        return self._spend(page, share * reading_ms(text, language))

    def read_popup(self, page: Page, text: str, language: str) -> bool:
        """Read as much of a pop-up as people do."""
        return self.read(page, text, language, share=weights().interruption.read_ratio.value)

    def think(self, page: Page, times: int = 1) -> bool:
        """Make up one's mind."""
        return self._spend(page, times * weights().effort.mental.value)

    def go_to_mailbox(self, page: Page) -> None:
        """Go there, or come back."""
        switch = self._body.do(Gesture(t_ms=0, step=0, kind=GestureKind.SWITCH))
        self._spend(page, switch.other_ms)

    def key_ms(self, *, secret: bool = False) -> float:
        """From one key to the next."""
        return self.pace.ratio * klm.key_ms(self._hands, secret=secret)

    def approach(self, page: Page, element: ElementHandle, within_ms: float) -> None:
        """At human pace, move the mouse there and not in one leap: menus open under it, and some pages watch for it."""
        if self.pace is not Pace.HUMAN:
            return
        element.scroll_into_view_if_needed(timeout=within_ms)
        box = element.bounding_box()
        if box is not None:
            page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=_STEPS)

    def _kind(self, seen: Seen) -> GestureKind:
        if isinstance(seen, Field):
            return _FIELD_KINDS.get(seen.type, GestureKind.FIELD)
        return GestureKind.TAP if self._hands.input == "touch" else GestureKind.CLICK

    def _spend(self, page: Page, own_ms: float) -> bool:
        spent_ms = self.pace.ratio * own_ms
        if spent_ms < _LEAST_MS:
            return False
        page.wait_for_timeout(spent_ms)
        return True

"""How the customer works the machine: pressing, tapping and typing with events a real hand would make."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import ElementHandle, Page

    from cxcheck.model.persona import Hands as HandTraits

# Press and release, 0.1 s each by the keystroke-level model; without a gap Chromium times both as one frame.
PRESS_MS = 80
REACH_MS = 5_000  # how long to try to reach a control before looking what is in the way


class Hands:
    """Mouse or touch, by the persona."""

    def __init__(self, traits: HandTraits) -> None:
        self._touch = traits.input == "touch"

    def press(self, element: ElementHandle) -> None:
        """Click or tap. Playwright waits until it is there, still, enabled and not covered."""
        if self._touch:
            element.tap(timeout=REACH_MS)
        else:
            element.click(delay=PRESS_MS, timeout=REACH_MS)

    def type_into(self, page: Page, element: ElementHandle, text: str, *, filled: int) -> None:
        """Go into a field and type, key by key, over whatever stands in it."""
        self.press(element)
        if filled:
            element.select_text()
        page.keyboard.type(text)

"""What the customer does with what gets in the way: closes it as a person would, and the cost is booked."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from playwright.sync_api import Error

from cxcheck import lexicon
from cxcheck.customer.choose import ENOUGH, likeness
from cxcheck.customer.keyboard import OutOfReachError
from cxcheck.customer.sight import Sight, look

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from cxcheck.customer.hands import Hands
    from cxcheck.customer.pace import Dwell
    from cxcheck.customer.sight import Control, Overlay
    from cxcheck.model.persona import Persona
    from cxcheck.record.visit import VisitRecorder

_GONE_WITHIN_MS = 1_500  # a closing animation included
_AT_MOST = 6  # overlays closed in a row; a page with more is hostile
_POLL_MS = 50


class Manners:
    """Closes pop-ups that nobody asked for, in the persona's way. ``recorder`` None: nothing is written."""

    def __init__(self, persona: Persona, hands: Hands, dwell: Dwell, recorder: VisitRecorder | None) -> None:
        self._persona = persona
        self._hands = hands
        self._dwell = dwell
        self._recorder = recorder
        self._given_up: set[str] = set()  # would not close; not tried again
        self.read: list[str] = []  # what closed ones said, since the last press

    def clear_the_way(self, page: Page, *, stuck: bool = False, pictured: bool = True) -> Sight:
        """Close what lies over the page, one after the other; returns the page as it is seen then.

        ``stuck``: something could not be reached; then also what seemed to be asked for is closed.
        """
        sight = look(page)
        for _ in range(_AT_MOST):
            unasked = [
                o for o in sight.overlays if stuck or not (o.asked_for or _asks_for_more(sight, o, self._spoken(sight)))
            ]
            standing = [overlay for overlay in unasked if overlay.id not in self._given_up]
            if not standing:
                break
            sight = self._close(page, sight, standing[-1], pictured=pictured)
        return sight

    def _close(self, page: Page, sight: Sight, overlay: Overlay, *, pictured: bool) -> Sight:
        if self._recorder is not None and pictured:
            self._recorder.pictures.take(page, "popup", popup=overlay.id)
        self.read.append(overlay.text)
        if self._dwell.read_popup(page, overlay.text, self._spoken(sight)[0]):
            sight = look(page)
            if all(other.id != overlay.id for other in sight.overlays):
                return sight  # it went by itself
        inside = [c for c in sight.controls if c.overlay == overlay.id and c.visible and c.enabled]
        control = self._way_out(inside, overlay, self._spoken(sight))
        self._note("popup/closing", overlay, control=(control.name or "×") if control else "Escape")
        try:
            if control is not None:
                self._dwell.before(page, control, self._spoken(sight)[0])
                self._press(page, sight, control)
            else:
                page.keyboard.press("Escape")
        except Error:
            self._given_up.add(overlay.id)
        end_s = time.monotonic() + _GONE_WITHIN_MS / 1000
        while time.monotonic() < end_s:
            sight = look(page)
            if all(other.id != overlay.id for other in sight.overlays):
                return sight
            page.wait_for_timeout(_POLL_MS)
        self._note("popup/stays", overlay)
        self._given_up.add(overlay.id)
        return sight

    def _press(self, page: Page, sight: Sight, control: Control) -> None:
        """Its way out; whoever cannot get there by keys tries Escape."""
        try:
            self._hands.press(page, sight.element(control))
        except OutOfReachError:
            page.keyboard.press("Escape")

    def _spoken(self, sight: Sight) -> tuple[str, ...]:
        return sight.language, self._persona.browser.locale

    def _note(self, kind: str, overlay: Overlay, **data: str) -> None:
        if self._recorder is not None:
            self._recorder.journal.add(kind, {"id": overlay.id, **data})

    def _way_out(self, controls: list[Control], overlay: Overlay, spoken: tuple[str, ...]) -> Control | None:
        """Refuse or accept a consent question by the persona's manners; close anything else."""
        if not lexicon.mentions(overlay.text, "popups", "cookie consent", spoken):
            wishes = ["close", "reject"]
        elif self._persona.manners.cookies == "reject":
            wishes = ["reject", "close", "accept"]
        else:
            wishes = ["accept", "close", "reject"]
        for wish in wishes:
            phrases = lexicon.phrases("intents", wish, spoken)
            best = max(controls, key=lambda control: likeness(control.name, phrases), default=None)
            if best is not None and likeness(best.name, phrases) >= ENOUGH:
                return best
        return None


def _asks_for_more(sight: Sight, overlay: Overlay, spoken: tuple[str, ...]) -> bool:
    """A form that came late in a dialog: a person reads it before closing it, for it may be what they asked for."""
    fields = [field for field in sight.fields if field.overlay == overlay.id and field.visible and field.plain]
    letters = lexicon.mentions(overlay.text, "popups", "newsletter", spoken)
    return any(field.type == "password" for field in fields) or (len(fields) > 1 and not letters)

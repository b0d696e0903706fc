"""What the customer does with what gets in the way: closes it as a person would, and the cost is booked."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from playwright.sync_api import Error

from cxcheck import lexicon
from cxcheck.artifacts.popup_kind import is_consent
from cxcheck.customer.sight import Sight, look
from cxcheck.customer.ways_out import WayOut, ways_out
from cxcheck.model.popup import Way

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from cxcheck.customer.hands import Hands
    from cxcheck.customer.pace import Dwell
    from cxcheck.customer.sight import Control, Field, Overlay
    from cxcheck.model.persona import Persona
    from cxcheck.record.visit import VisitRecorder

_GONE_WITHIN_MS = 1_500  # a closing animation included
_AT_MOST = 6  # overlays closed in a row; a page with more is hostile
_MOST_WAYS = 8  # tried on one of them; our choice
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

        ``stuck``: something could not be reached; then also what seemed to be asked for, or is usually left alone, is
        closed.
        """
        sight = look(page)
        for _ in range(_AT_MOST):
            unasked = [overlay for overlay in sight.overlays if stuck or not self._lets_be(sight, overlay)]
            standing = [overlay for overlay in unasked if overlay.id not in self._given_up]
            if not standing:
                break
            sight = self._close(page, sight, standing[-1], pictured=pictured)
        return sight

    def close(self, page: Page, overlay_id: str) -> bool:
        """Close this one, which is in the way, unless it was asked for or given up; whether anything was tried."""
        sight = look(page)
        overlay = next((one for one in sight.overlays if one.id == overlay_id), None)
        if overlay is None or overlay.id in self._given_up or overlay.asked_for:
            return False
        self._close(page, sight, overlay, pictured=True)
        return True

    def _lets_be(self, sight: Sight, overlay: Overlay) -> bool:
        manners, spoken = self._persona.manners, self._spoken(sight)
        ignored = manners.cookies == "ignore" if _is_consent(sight, overlay) else manners.popups == "ignore"
        return overlay.asked_for or ignored or _asks_for_more(sight, overlay, spoken)

    def _close(self, page: Page, sight: Sight, overlay: Overlay, *, pictured: bool) -> Sight:
        """Try one way after the other; what its settings open is part of it."""
        if self._recorder is not None and pictured:
            self._recorder.pictures.take(page, "popup", popup=overlay.id)
        self.read.append(overlay.text)
        known = {other.id for other in sight.overlays}
        self._dwell.read_popup(page, overlay.text, self._spoken(sight)[0])
        sight = look(page)
        layers = {overlay.id}
        consent = _is_consent(sight, overlay)
        tried: set[tuple[str, str, str]] = set()
        deep = False
        while (standing := _standing(sight, layers)) and len(tried) < _MOST_WAYS:
            if any(not other.asked_for and other.id not in known for other in sight.overlays):
                return sight  # something has come up over it, and is closed first
            ways = self._ways(page, sight, standing[-1], consent=consent, deep=deep)
            way = next((one for one in ways if one.key not in tried), None)
            if way is None:
                break
            tried.add(way.key)
            deep = deep or way.leads_on
            others = {other.id for other in sight.overlays} - layers
            sight = self._try(page, sight, overlay, standing[-1], way)
            if way.leads_on:
                layers |= {other.id for other in sight.overlays if other.asked_for} - others
        if standing:
            self._given_up.update({overlay.id, *(one.id for one in standing)})
        return sight

    def _ways(self, page: Page, sight: Sight, overlay: Overlay, *, consent: bool, deep: bool) -> list[WayOut]:
        inside = [one for one in sight.pressable if one.overlay == overlay.id]
        # What asks for a proof is no more to be pressed than what asks for an address.
        asks = lexicon.mentions(overlay.text, "popups", "captcha")
        fillable = asks or any(field.plain and field.visible for field in _fields(sight, overlay))
        return ways_out(
            inside, page.url, consent=consent, wish=self._persona.manners.cookies, deep=deep, fillable=fillable,
            of_age=lexicon.mentions(overlay.text, "hints", "of age"),
        )  # fmt: skip

    def _try(self, page: Page, sight: Sight, overlay: Overlay, layer: Overlay, way: WayOut) -> Sight:
        """Go that way, and look until it has led somewhere."""
        shown, there = _shown(sight, layer), {other.id for other in sight.overlays}
        place = sight.beside(layer) if way.way is Way.BACKDROP else None
        if way.way is Way.BACKDROP and (place is None or self._hands.keys_only):
            return sight  # there is nothing beside it but the page
        self._note("popup/closing", overlay, way=way.way, control=_called(way.control), agrees=way.agrees)
        try:
            if way.saves:
                self._untick(page, sight, layer)
            if way.control is not None:
                self._dwell.before(page, way.control, self._spoken(sight)[0])
                self._hands.press(page, sight.element(way.control))
            elif place is not None:
                self._hands.press_at(page, *place)
            else:
                page.keyboard.press("Escape")
        except Error:
            self._note("popup/stays", overlay, way=way.way)
            return look(page)
        end_s = time.monotonic() + _GONE_WITHIN_MS / 1000
        while time.monotonic() < end_s:
            sight = look(page)
            new = any(other.id not in there for other in sight.overlays)
            if not _standing(sight, {layer.id}) or (way.leads_on and (new or _shown(sight, layer) != shown)):
                return sight
            page.wait_for_timeout(_POLL_MS)
        self._note("popup/stays", overlay, way=way.way)
        return sight

    def _untick(self, page: Page, sight: Sight, layer: Overlay) -> None:
        """Take out what was ticked before anybody was asked."""
        for field in _fields(sight, layer):
            if field.type == "checkbox" and field.filled and field.enabled and field.visible:
                self._hands.tick(page, sight.element(field))

    def _spoken(self, sight: Sight) -> tuple[str, ...]:
        return sight.language, self._persona.browser.locale

    def _note(self, kind: str, overlay: Overlay, **data: object) -> None:
        if self._recorder is not None:
            said = {name: value for name, value in data.items() if value is not False}
            self._recorder.journal.add(kind, {"id": overlay.id, **said})


def _called(control: Control | None) -> str:
    return (control.name or "×") if control is not None else ""


def _standing(sight: Sight, layers: set[str]) -> list[Overlay]:
    return [overlay for overlay in sight.overlays if overlay.id in layers]


def _shown(sight: Sight, overlay: Overlay) -> tuple[str, ...]:
    return tuple(one.name for one in sight.pressable if one.overlay == overlay.id and one.visible)


def _fields(sight: Sight, overlay: Overlay) -> list[Field]:
    return [field for field in sight.fields if field.overlay == overlay.id]


def _is_consent(sight: Sight, overlay: Overlay) -> bool:
    names = _shown(sight, overlay)
    fields = [field.type for field in _fields(sight, overlay)]
    return is_consent(" ".join([overlay.text, *names]), {"controls": names, "fields": fields})


def _asks_for_more(sight: Sight, overlay: Overlay, spoken: tuple[str, ...]) -> bool:
    """A form that came late in a dialog: a person reads it before closing it, for it may be what they asked for."""
    fields = [field for field in _fields(sight, overlay) if field.visible and field.plain]
    letters = lexicon.mentions(overlay.text, "popups", "newsletter", spoken)
    return any(field.type == "password" for field in fields) or (len(fields) > 1 and not letters)

"""What is going on right now, for a customer who looks before acting; judged results never come from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.artifacts.pages import SAME_MS

if TYPE_CHECKING:
    from cxcheck.model.event import Event

_MOVEMENT = {"page/painted", "page/loaded", "screen/document", "screen/route", "request/ended"}
_PRESSING_KEYS = {"Enter", "Space"}
_LASTING = {"page/changed", "page/animated", "page/scrolled"}
_ANSWERS = _LASTING | {
    "answer/painted", "download/began", "screen/document", "screen/route", "popup/appeared", "popup/gone",
    "dialog/opened", "window/opened", "page/opened", "page/said",
}  # fmt: skip


class Pulse:
    """Live state, kept by listening to the journal."""

    def __init__(self) -> None:
        self.moved_ms = 0.0  # last change, paint or request's end
        self.pressed_ms = 0.0  # last press
        self.answered_ms = 0.0  # last thing a customer would take as an answer; a paint counts from what caused it
        self.popups: dict[str, Event] = {}  # id -> its popup/appeared
        self.tabs_to_come = 0  # announced by the browser, not there yet
        self.in_flight: dict[object, float] = {}  # requests that hold the page up, with their start

        self.spinning: dict[tuple[int, float], float] = {}  # page and stamp of a document that works, and since when

    def __call__(self, event: Event) -> None:
        """Take one event in."""
        if event.kind == "visit/began":
            self.moved_ms = self.answered_ms = 0.0  # what came before was stamped by a clock not tied yet
        if event.kind in _LASTING:
            self.moved_ms = max(self.moved_ms, event.data["until_ms"])
        elif event.kind in _MOVEMENT:
            self.moved_ms = max(self.moved_ms, event.t_ms)
        if event.kind in _ANSWERS:
            self.answered_ms = max(self.answered_ms, event.t_ms)
        if event.kind == "gesture/pressed" or (event.kind == "gesture/key" and event.data["key"] in _PRESSING_KEYS):
            self.pressed_ms = max(self.pressed_ms, event.t_ms)
        self._tabs(event)
        self._over_the_page(event)
        self._spin(event)

    def _tabs(self, event: Event) -> None:
        if event.kind == "window/opened":
            self.tabs_to_come += 1
        elif event.kind == "page/opened" and not event.data["first"]:
            self.tabs_to_come -= 1

    def _over_the_page(self, event: Event) -> None:
        if event.kind == "popup/appeared":
            self.popups[event.data["id"]] = event
        elif event.kind == "popup/gone":
            self.popups.pop(event.data["id"], None)
        elif event.kind == "screen/document":
            self.popups = {
                key: seen for key, seen in self.popups.items() if seen.page != event.page or seen.t_ms >= event.t_ms
            }

    def _spin(self, event: Event) -> None:
        """Only what is called a spinner holds a customer up: anything else that turns may be an ornament."""
        here = (event.page, float(event.data.get("origin_ms", 0)))
        if event.kind == "busy/began" and event.data["named"]:
            self.spinning.setdefault(here, event.t_ms)
        elif event.kind == "busy/ended" and self.spinning.pop(here, None) is not None:
            self.moved_ms = max(self.moved_ms, event.t_ms)
        elif event.kind == "screen/document":  # the one before it went, and what spun in it
            own_ms = event.t_ms - SAME_MS
            self.spinning = {k: since for k, since in self.spinning.items() if k[0] != event.page or k[1] >= own_ms}

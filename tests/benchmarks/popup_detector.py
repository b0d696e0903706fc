"""The real detector, as a plug-in for a benchmark of pop-ups: which of them does a recorded visit know of?

    python run_detector.py tests/benchmarks/popup_detector.py --out-dir .out
    python score.py .out/popup_detector.jsonl --detail

The benchmark brings a page to the moment a case is about, and asks what lies over it. ``attach`` starts the recorder of
a visit on the context; ``detect`` ends the visit, builds its tables, and tells of the pop-ups that still stand there.
Dialogs are answered at once by whoever drives the page, and windows stay open: each of those counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxcheck.artifacts.build import build
from cxcheck.model.artifact import NotRecorded, Outcome
from cxcheck.model.persona import BrowserTraits, Persona
from cxcheck.model.popup import Popup, PopupKind
from cxcheck.record import last_words
from cxcheck.record.visit import VisitRecorder
from cxcheck.redact import Secrets

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

    from cxcheck.model.event import Event

PERSONA = Persona(key="desktop", title="Somebody at a desk", browser=BrowserTraits(device="Desktop Chrome"))
# The benchmark's words for our kinds.
KINDS = {
    PopupKind.CONSENT: "cookie-consent",
    PopupKind.NATIVE: "native-dialog",
    PopupKind.PERMISSION: "permission-prompt",
    PopupKind.WINDOW: "new-window",
    PopupKind.CHAT: "chat-widget",
}
BESIDE = {PopupKind.NATIVE, PopupKind.PERMISSION, PopupKind.WINDOW}
last_words.AFTER_A_PRESS_MS = 120  # the benchmark has waited already


def attach(context: BrowserContext, page: Page, state: dict[str, Any]) -> None:
    """Record what happens in this context from here on."""
    events: list[Event] = []
    assert context.browser is not None
    recorder = VisitRecorder(context.browser, PERSONA, None, Secrets(), events.append, lambda name, _: name)
    recorder.catch(context)
    recorder.begin(page)
    state["recorder"], state["events"] = recorder, events


def detect(page: Page, state: dict[str, Any]) -> list[dict[str, Any]]:
    """What stands there now, or came up beside the page."""
    state["recorder"].end(page, Outcome.FINISHED)
    popups = build(state["events"]).popups
    assert not isinstance(popups, NotRecorded), popups.reason
    return [_told(popup) for popup in popups.items if popup.gone_ms is None or popup.kind in BESIDE]


def _told(popup: Popup) -> dict[str, Any]:
    box = popup.box
    rect = [box.x_px, box.y_px, box.width_px, box.height_px] if box is not None else None
    return {
        "kind": KINDS.get(popup.kind, popup.kind.value),
        "blocking": popup.blocks,
        "rect": rect,
        "title": popup.title,
        "asked_for": popup.asked_for,
    }

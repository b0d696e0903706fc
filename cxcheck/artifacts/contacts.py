"""Whom each document lets the customer ask: by mail, by telephone, in a chat, or by a link to help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck import lexicon
from cxcheck.artifacts.pages import screen_at
from cxcheck.lexicon.likeness import ENOUGH, likeness
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.contact import Contact, Contacts
from cxcheck.model.popup import PopupKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.artifact import Timeline
    from cxcheck.model.event import Event
    from cxcheck.model.page import Screens
    from cxcheck.model.popup import Popups


def build(events: Sequence[Event], timeline: Timeline, screens: Screens, popups: Popups | NotRecorded) -> Contacts:
    """One row a document, in order. A chat counts on every page after the one it came up on: it stays."""
    shown = () if isinstance(popups, NotRecorded) else popups.items
    chats = [popup.t_ms for popup in shown if popup.kind is PopupKind.CHAT]
    rows = []
    for event in events:
        if event.kind != "page/contacts":
            continue
        number = screen_at(screens, event)
        chat = "chat" if any(t_ms <= event.t_ms for t_ms in chats) else ""
        rows.append(
            Contact(
                t_ms=event.t_ms,
                step=timeline.step_at(event.t_ms),
                screen=number,
                by=_by(event, screens.items[number - 1].language if number else "") or chat,
            )
        )
    return Contacts(items=tuple(rows))


def _by(event: Event, language: str) -> str:
    if event.data["mail"]:
        return "e-mail"
    if event.data["phone"]:
        return "telephone"
    # Words of every language where the page does not say which is its own: better one link too many than an accusation.
    phrases = lexicon.phrases("intents", "help", (language,) if language else ())
    return next((name for name in map(str, event.data["names"]) if likeness(name, phrases) >= ENOUGH), "")

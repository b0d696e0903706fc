"""What no picture shows: the mailbox, and what the browser itself puts up, as cards over the stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from cxcheck.model.event import Event
from cxcheck.model.popup import BESIDE, PopupKind
from cxcheck.model.run import JudgedVisit
from cxcheck.replay.clock import recorded
from cxcheck.report.words import capital, clipped, plural

_LONGEST = 120  # characters of somebody else's text
_ABOUT = {
    PopupKind.NATIVE: "A message of the browser",
    PopupKind.PERMISSION: "The browser asks",
    PopupKind.WINDOW: "Another window",
}
_LOOKED_AT_MS = 2_000  # our choice: so long what nobody answered is shown


@dataclass(frozen=True)
class Card:
    """Shown between two moments of the recording; ``kind`` says what it looks like."""

    from_ms: float
    until_ms: float
    kind: Literal["mailbox", "mail", "browser"]
    title: str
    lines: tuple[str, ...] = ()


def cards(visit: JudgedVisit, events: Sequence[Event]) -> list[Card]:
    """In order."""
    found = [*_mails(events, visit.artifacts.timeline.end_ms), *_beside(visit)]
    return sorted(found, key=lambda card: card.from_ms)


def _mails(events: Sequence[Event], end_ms: float) -> Iterator[Card]:
    """The mailbox, empty until the mail comes; the mail until the customer is back. Never what it says: only that."""
    ordered = sorted(events, key=lambda event: event.seq)
    for at, event in enumerate(ordered):
        if event.kind != "mail/awaited":
            continue
        later = ordered[at + 1 :]
        about = str(event.data.get("intent", ""))
        back_ms = next((e.t_ms for e in later if e.kind == "gesture/switched" and e.data.get("to") == "site"), end_ms)
        end = next((e for e in later if e.kind in {"mail/arrived", "mail/missed"}), None)
        arrived = end if end is not None and end.kind == "mail/arrived" else None
        there_ms = max(event.t_ms, arrived.t_ms) if arrived else back_ms
        if there_ms > event.t_ms:
            said = "Nothing yet" if arrived or end is None else "It does not come"
            yield Card(event.t_ms, there_ms, "mailbox", said, (f"Waiting for the e-mail about “{about}”",))
        if arrived:
            subject = clipped(str(arrived.data.get("subject", "")), _LONGEST)
            sender = clipped(str(arrived.data.get("sender", "")), _LONGEST)
            links = int(arrived.data.get("links", 0))
            lines = (*([f"From {sender}"] if sender else []), plural(links, "link") + " in it" if links else "No link")
            yield Card(there_ms, back_ms, "mail", subject or "No subject", lines)


def _beside(visit: JudgedVisit) -> Iterator[Card]:
    popups = recorded(visit.artifacts.popups)
    for popup in popups.items if popups else ():
        if popup.kind in BESIDE:
            gone_ms = popup.gone_ms or popup.t_ms + _LOOKED_AT_MS
            yield Card(popup.t_ms, gone_ms, "browser", _ABOUT[popup.kind], (capital(clipped(popup.title, _LONGEST)),))

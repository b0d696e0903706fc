"""Mails the customer waited for: from the press that asked for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.artifact import NotRecorded, Timeline
from cxcheck.model.gesture import Gesture, GestureKind, Gestures
from cxcheck.model.wait import Mails, MailWait, UnreadMail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.event import Event

_ASKING = {GestureKind.CLICK, GestureKind.TAP, GestureKind.KEY}


def build(events: Sequence[Event], timeline: Timeline, gestures: Gestures | NotRecorded) -> Mails:
    """In order of asking. A mail is asked for by the last press before the customer went to the mailbox."""
    done: tuple[Gesture, ...] = () if isinstance(gestures, NotRecorded) else gestures.items
    found = []
    for event in events:
        if event.kind != "mail/awaited":
            continue
        presses = [g.t_ms for g in done if g.kind in _ASKING and g.t_ms <= event.t_ms]
        after = [e for e in events if e.seq > event.seq and e.data.get("intent") == event.data["intent"]]
        ends = [e for e in after if e.kind in {"mail/arrived", "mail/missed"}]
        end = min(ends, key=lambda e: e.seq, default=None)  # a second wait for the same mail has its own
        until = timeline.end_ms if end is None else end.t_ms
        came = end is not None and end.kind == "mail/arrived"
        found.append(
            MailWait(
                step=timeline.step_at(event.t_ms),
                asked_ms=max(presses, default=event.t_ms),
                arrived_ms=until if came else None,
                until_ms=until,
                intent=str(event.data["intent"]),
                in_mailbox_ms=end.data.get("in_mailbox_ms") if end is not None and came else None,
            )
        )
    return Mails(items=tuple(found), unread=_unread(events))


def _unread(events: Sequence[Event]) -> tuple[UnreadMail, ...] | None:
    """What the last look into the mailbox found besides; None: there was none."""
    if not any(event.kind == "mail/looked" for event in events):
        return None
    return tuple(
        UnreadMail(
            t_ms=event.t_ms,
            sender=event.data["sender"],
            subject=event.data["subject"],
            marketing=event.data["marketing"],
        )
        for event in events
        if event.kind == "mail/unread"
    )

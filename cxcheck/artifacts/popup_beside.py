"""What comes up beside the page: the browser's own dialogs, windows, and its questions for permission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.artifacts.activation import just_pressed
from cxcheck.model.popup import Ending, Popup, PopupKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.event import Event

_KINDS = {
    "dialog/opened": PopupKind.NATIVE,
    "window/opened": PopupKind.WINDOW,
    "permission/asked": PopupKind.PERMISSION,
}
_SAYS = {"dialog/opened": "message", "window/opened": "url", "permission/asked": "what"}
_TITLE = 80


def popup(event: Event, number: int, step: int, events: Sequence[Event]) -> Popup | None:
    """The pop-up that this event tells of, or None.

    A question for permission is not shown under Playwright, which answers it at once; it takes no room, and would stand
    there until its page is left.
    """
    if event.kind not in _KINDS or _was_asked_before(event, events):
        return None
    native = event.kind == "dialog/opened"
    gone_ms, ending = _end(event, events)
    return Popup(
        id=number,
        t_ms=event.t_ms,
        step=step,
        page=event.page,
        kind=_KINDS[event.kind],
        title=str(event.data.get(_SAYS[event.kind], ""))[:_TITLE],
        cover_ratio=1.0 if native else 0.0,
        blocks=native,
        asked_for=_asked_for(event, events),
        gone_ms=gone_ms,
        ending=ending,
    )


def _asked_for(event: Event, events: Sequence[Event]) -> bool:
    known = event.data.get("activated" if event.kind == "permission/asked" else "asked_for")
    return just_pressed(event, events) if known is None else bool(known)


def _was_asked_before(event: Event, events: Sequence[Event]) -> bool:
    """A browser asks once: while its question stands there, and after a no, a page may call as often as it likes."""
    return event.kind == "permission/asked" and any(
        other.kind == event.kind
        and other.seq < event.seq
        and (other.data["what"], other.data.get("host")) == (event.data["what"], event.data.get("host"))
        for other in events
    )


def _end(event: Event, events: Sequence[Event]) -> tuple[float | None, Ending | None]:
    if event.kind == "window/opened":
        return None, None
    goes, ending = {
        "dialog/opened": ("dialog/closed", Ending.CUSTOMER),
        "permission/asked": ("screen/document", Ending.PAGE),
    }[event.kind]
    later = (e.t_ms for e in events if e.kind == goes and e.page == event.page and e.seq > event.seq)
    gone_ms = next(later, None)
    return gone_ms, None if gone_ms is None else ending

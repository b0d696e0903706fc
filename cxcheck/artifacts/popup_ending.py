"""Who made an overlay go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.artifacts.openings import by_address
from cxcheck.model.popup import Ending

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.event import Event
    from cxcheck.model.popup import Popup

# Our choice: a closing animation, and the answer of a server that is told first, included. What goes later went for
# another reason.
WORKS_WITHIN_MS = 3_000
_ROUTE_WITHIN_MS = 500  # our choice: what goes with the view it lay over goes about when that does
_ACTS = {"gesture/pressed", "gesture/key"}


def ending(popup: Popup, key: str, events: Sequence[Event]) -> Ending | None:
    """None: it is still there. One that the customer did something with, and that then went, went by them."""
    if popup.gone_ms is None:
        return None
    if any(attempt.worked for attempt in popup.attempts):
        return Ending.CUSTOMER
    if with_its_page(popup, key, events):
        return Ending.PAGE
    inside = (e for e in events if _is_in(e, key) and 0 <= popup.gone_ms - e.t_ms <= WORKS_WITHIN_MS)
    return Ending.CUSTOMER if any(inside) else Ending.ITSELF


def with_its_page(popup: Popup, key: str, events: Sequence[Event]) -> bool:
    """Whether the page went from under it, for another reason than a press in it (which may send a form)."""
    if popup.gone_ms is None:
        return False
    acts = [e for e in events if e.kind in _ACTS and e.data.get("trusted", True) and e.t_ms <= popup.gone_ms]
    last = acts[-1] if acts and popup.gone_ms - acts[-1].t_ms <= WORKS_WITHIN_MS else None
    in_it = last is not None and _is_in(last, key)
    if any(event.kind == "popup/gone" and event.data["id"] == key for event in events):
        escaped = last is not None and last.data.get("key") == "Escape"  # a dialog may have an address of its own
        return not (in_it or escaped) and any(_is_its_view(event, popup, popup.gone_ms) for event in events)
    coming = [e for e in events if e.kind == "screen/document" and e.page == popup.page and e.t_ms == popup.gone_ms]
    return not in_it or not coming or coming[0] in by_address(events)


def _is_in(event: Event, key: str) -> bool:
    return event.kind in _ACTS and event.data.get("trusted", True) and event.data["target"].get("popup") == key


def _is_its_view(event: Event, popup: Popup, gone_ms: float) -> bool:
    """Whether it is another view, which came as the overlay went."""
    return (
        event.kind == "screen/route" and event.page == popup.page and popup.t_ms < event.t_ms
        and abs(event.t_ms - gone_ms) <= _ROUTE_WITHIN_MS
    )  # fmt: skip

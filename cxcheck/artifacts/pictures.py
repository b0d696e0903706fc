"""Pictures taken; of a pop-up that has none, the screencast's frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.artifact import NotRecorded, Timeline
from cxcheck.model.page import Picture, Pictures
from cxcheck.model.popup import Popup, PopupKind, Popups

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxcheck.model.event import Event

_NEVER_DRAWN = {PopupKind.NATIVE, PopupKind.PERMISSION, PopupKind.WINDOW}  # not on the page that the frames show
# Our choice: so long after it came it has faded in, and so long before we saw it, it may have been drawn.
_DRAWN_AFTER_MS = 600
_SEEN_LATE_MS = 500


def pictures(
    events: Sequence[Event], timeline: Timeline, popup_numbers: Mapping[str, int], popups: Popups | NotRecorded
) -> Pictures:
    """In order of taking; frames last."""
    taken = [
        Picture(
            t_ms=float(event.data["at_ms"]),
            step=event.step or timeline.step_at(float(event.data["at_ms"])),
            reason=event.data["reason"],
            file=str(event.data["file"]),
            width_px=int(event.data["width_px"]),
            height_px=int(event.data["height_px"]),
            popup=popup_numbers.get(str(event.data.get("popup"))),
        )
        for event in events
        if event.kind == "picture/taken"
    ]
    pictured = {picture.popup for picture in taken}
    seen = () if isinstance(popups, NotRecorded) else popups.items
    frames = [event for event in events if event.kind == "frame/shown"]
    lacking = (popup for popup in seen if popup.id not in pictured and popup.kind not in _NEVER_DRAWN)
    found = ((popup, _frame(popup, frames)) for popup in lacking)
    return Pictures(items=(*taken, *(_of_frame(popup, frame) for popup, frame in found if frame)))


def _frame(popup: Popup, frames: Sequence[Event]) -> Event | None:
    """The one that showed shortly after it came, while it stood there; None when the browser drew none since."""
    until_ms = popup.t_ms + _DRAWN_AFTER_MS
    if popup.gone_ms is not None:
        until_ms = min(until_ms, (popup.t_ms + popup.gone_ms) / 2)
    mine = (f for f in frames if f.page == popup.page and popup.t_ms - _SEEN_LATE_MS <= f.t_ms <= until_ms)
    return max(mine, key=lambda frame: frame.t_ms, default=None)


def _of_frame(popup: Popup, frame: Event) -> Picture:
    return Picture(
        t_ms=frame.t_ms,
        step=popup.step,
        reason="frame",
        file=str(frame.data["file"]),
        width_px=round(frame.data["width_px"]),
        height_px=round(frame.data["height_px"]),
        popup=popup.id,
    )

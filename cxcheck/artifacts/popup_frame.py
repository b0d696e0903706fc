"""Overlays and frames: what a frame says that is all of an overlay, and overlays inside such a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxcheck.model.event import Event

_SAME_PX = 2.0  # rounding
_HARDLY_WORDS = 5  # of its own: a title, a cross. Our choice


def said(event: Event, data: Mapping[str, Any], events: Sequence[Event]) -> dict[str, Any]:
    """The words, buttons and fields of the frame that an overlay consists of, as the frame told; {}: there is none."""
    size = data.get("frame_px")
    if not size:
        return {}
    told = [e for e in events if e.kind == "frame/says" and e.page == event.page and _same(e.data, size)]
    if not told:
        return {}
    last = told[-1].data
    own = str(data["text"])
    if len(own.split()) > _HARDLY_WORDS:
        return {}
    text = f"{own} {last['text']}".strip()
    return {
        "text": text,
        "title": str(last["text"])[:80] or str(data["title"]),
        "controls": list(data["controls"]) + list(last["controls"]),
        "fields": list(data["fields"]) + list(last["fields"]),
    }


def in_overlays(events: Sequence[Event]) -> set[str]:
    """Ids of overlays in a frame that is an overlay itself: one thing to the customer."""
    shown = [e for e in events if e.kind == "popup/appeared"]
    frames = [(e.page, size) for e in shown if (size := e.data.get("frame_px"))]
    return {
        str(e.data["id"])
        for e in shown
        if (filling := e.data.get("filling")) and any(e.page == page and _same(filling, size) for page, size in frames)
    }


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return all(abs(float(one[side]) - float(other[side])) <= _SAME_PX for side in ("width_px", "height_px"))

"""The geometry of bars and cropped pictures: plain numbers that the templates put into SVG attributes."""

from __future__ import annotations

from dataclasses import dataclass

from cxcheck.model.base import Box
from cxcheck.model.page import Picture

BAR_UNITS = 1000
MARK_MARGIN_PX = 6
# Our choice: how much of the page around a marked element still shows where on the page it is.
CONTEXT_WIDTH_PX = 560
CONTEXT_HEIGHT_PX = 350


@dataclass(frozen=True)
class Segment:
    """One part of a bar, in ``BAR_UNITS`` from its left end."""

    kind: str
    x: float
    width: float


@dataclass(frozen=True)
class Bar:
    """Parts side by side, and the same in words for those who cannot see it."""

    segments: tuple[Segment, ...]
    words: str


@dataclass(frozen=True)
class Frame:
    """The part of a picture to show, and what to mark on it, in the picture's pixels."""

    view: Box
    mark: Box | None


def bar(parts: dict[str, float | None], whole: float, words: str) -> Bar:
    """The parts end to end, ``whole`` being the full length; unknown parts take no room."""
    segments, x = [], 0.0
    for kind, value in parts.items():
        width = BAR_UNITS * (value or 0) / whole if whole else 0
        if width:
            segments.append(Segment(kind, round(x, 1), round(width, 1)))
        x += width
    return Bar(tuple(segments), words)


def frame(picture: Picture, box: Box | None) -> Frame:
    """The surroundings of ``box``; the whole picture when there is no box or it lies outside."""
    whole = Box(x_px=0, y_px=0, width_px=picture.width_px, height_px=picture.height_px)
    mark = _within(box, whole) if box else None
    if mark is None:
        return Frame(whole, None)
    x, width = _span(mark.x_px, mark.width_px, CONTEXT_WIDTH_PX, whole.width_px)
    y, height = _span(mark.y_px, mark.height_px, CONTEXT_HEIGHT_PX, whole.height_px)
    return Frame(Box(x_px=x, y_px=y, width_px=width, height_px=height), mark)


def _within(box: Box, whole: Box) -> Box | None:
    left, top = max(0, box.x_px - MARK_MARGIN_PX), max(0, box.y_px - MARK_MARGIN_PX)
    right = min(whole.width_px, box.x_px + box.width_px + MARK_MARGIN_PX)
    bottom = min(whole.height_px, box.y_px + box.height_px + MARK_MARGIN_PX)
    if right <= left or bottom <= top:
        return None
    return Box(x_px=left, y_px=top, width_px=right - left, height_px=bottom - top)


def _span(start: float, length: float, wanted: float, limit: float) -> tuple[float, float]:
    """Start and length of a window around a stretch, moved back inside the picture."""
    size = min(limit, max(wanted, 1.3 * length))
    begin = start + length / 2 - size / 2
    return max(0.0, min(begin, limit - size)), size

"""Looking at frames for an answer that nothing else saw: a canvas, an animation that a script drives.

Done when the visit is over, off the clock. What is found becomes an event, so that judging it again needs no picture.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PIL import Image as Pillow

    from cxcheck.model.base import Box
    from cxcheck.record.listeners.frames import Frame

# Of the viewport, as elsewhere in this field's proposals (see the measurement notes): less is a caret, or noise.
LEAST_RATIO = 0.001
_NOISE = 24  # of 255: a JPEG of the same picture differs by less
_BEFORE_MS = 10_000  # what moved in this time before the press …
_OFTEN = 3  # … so often is an ornament; what only came up is not
_SETTLED_MS = 500
_MARGIN_PX = 12  # around what was pressed: its shadow, its focus ring
_CELL = 8  # pixels of a frame: what moves is left out together with its neighbourhood


@dataclass(frozen=True)
class Seen:
    """The first frame that answers, the last that still changed, and how much of the viewport did."""

    t_ms: float
    until_ms: float
    ratio: float


def look(
    frames: Sequence[Frame], read: Callable[[str], bytes], press_ms: float, until_ms: float, hidden: Iterable[Box]
) -> Seen | None:
    """What changed on the page after a press, apart from the boxes in ``hidden`` and from what had been moving.

    ``frames``: those of the document that was pressed.
    """
    ordered = sorted(frames, key=lambda frame: frame.t_ms)
    before = [frame for frame in ordered if press_ms - _BEFORE_MS <= frame.t_ms < press_ms]
    last = next((frame for frame in reversed(ordered) if frame.t_ms < press_ms), None)
    after = [frame for frame in ordered if press_ms <= frame.t_ms <= until_ms]
    if last is None or not after:
        return None
    base = _picture(read(last.file))
    mask = _still([_picture(read(frame.file)) for frame in before], base)
    for box in hidden:
        _hide(mask, box, base.width / last.width_px)
    return _first(base, [(frame.t_ms, _picture(read(frame.file))) for frame in after], mask)


def _first(base: Pillow.Image, after: Iterable[tuple[float, Pillow.Image]], mask: Pillow.Image) -> Seen | None:
    found: Seen | None = None
    previous = base
    for t_ms, picture in after:
        if found is not None and t_ms - found.until_ms > _SETTLED_MS:
            break
        ratio = _changed(previous, picture, mask)
        if ratio >= LEAST_RATIO:
            found = Seen(found.t_ms, t_ms, max(found.ratio, ratio)) if found else Seen(t_ms, t_ms, ratio)
        previous = picture if found else previous
    return found


def _picture(data: bytes) -> Pillow.Image:
    from PIL import Image

    return Image.open(io.BytesIO(data)).convert("L")


def _difference(one: Pillow.Image, other: Pillow.Image) -> Pillow.Image:
    """White where they differ."""
    from PIL import ImageChops

    if one.size != other.size:  # the window was resized: everything is new
        other = other.resize(one.size)
    return ImageChops.difference(one, other).point(lambda value: 255 if value > _NOISE else 0)


def _still(before: Sequence[Pillow.Image], base: Pillow.Image) -> Pillow.Image:
    """White where nothing kept moving before."""
    from PIL import Image, ImageChops

    count = Image.new("L", base.reduce(_CELL).size, 0)
    for one, other in pairwise(before):
        cells = _difference(one, other).resize(base.size).reduce(_CELL)
        count = ImageChops.add(count, cells.point(lambda value: 1 if value else 0))
    return count.point(lambda value: 0 if value >= _OFTEN else 255).resize(base.size, Image.Resampling.NEAREST)


def _hide(mask: Pillow.Image, box: Box, scale: float) -> None:
    left, top = (box.x_px - _MARGIN_PX) * scale, (box.y_px - _MARGIN_PX) * scale
    right, bottom = (box.x_px + box.width_px + _MARGIN_PX) * scale, (box.y_px + box.height_px + _MARGIN_PX) * scale
    mask.paste(0, (int(left), int(top), int(right) + 1, int(bottom) + 1))


def _changed(one: Pillow.Image, other: Pillow.Image, mask: Pillow.Image) -> float:
    """Share of the picture that differs where the mask is white."""
    from PIL import ImageChops

    histogram = ImageChops.multiply(_difference(one, other), mask).histogram()
    return sum(histogram[128:]) / (one.width * one.height)

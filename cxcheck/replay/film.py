"""Which pictures the replay shows, and when: those of the tab looked at, only changed ones, no more than are seen."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from cxcheck.model.event import Event

if TYPE_CHECKING:
    from PIL import Image as Pillow

    from cxcheck.replay.tempo import Tempo

Read = Callable[[str], bytes | None]  # a picture by its path below the visit's folder; None: it is not there

_GESTURES = ("gesture/pressed", "gesture/typed", "gesture/chosen", "gesture/ticked", "gesture/key", "gesture/scrolled")
_LEAST_BETWEEN = 220.0  # of replay time: some four pictures a second, as the design notes ask
_NOISE = 24  # of 255: a JPEG of the same picture differs by less
_LEAST_CELLS = 3  # pixels of a picture reduced by four: a caret is less, a word is more
_MOST_BYTES = 15_000_000  # our choice: a third is added by writing them as text, and a file of 25 MB still goes by mail


@dataclass(frozen=True)
class Shown:
    """A picture and when it is shown; ``sharp``: taken on purpose, at the page's own size. Sizes in CSS pixels."""

    at: float
    t_ms: float
    file: str
    width_px: float
    height_px: float
    sharp: bool


@dataclass(frozen=True)
class Looked:
    """From this moment on the customer looks at this page."""

    t_ms: float
    page: int


def looked_at(events: Sequence[Event]) -> list[Looked]:
    """Which tab, and since when: where the customer does something; a new one as it opens, an old one as it closes."""
    found, open_pages = [Looked(0.0, 1)], [1]
    for event in sorted(events, key=lambda event: (event.t_ms, event.seq)):
        here = found[-1].page
        page = here
        if event.kind == "page/opened":
            open_pages = [other for other in open_pages if other != event.page] + [event.page]
            page = event.page
        elif event.kind in {"page/closed", "page/crashed"}:
            open_pages = [other for other in open_pages if other != event.page] or [here]
            page = open_pages[-1] if event.page == here else here
        elif event.kind in _GESTURES and event.page:
            page = event.page
        if page != here:
            found.append(Looked(event.t_ms, page))
    return found


def film(events: Sequence[Event], tempo: Tempo, read: Read) -> list[Shown]:
    """In order of showing. Where there would be too much of it, ever fewer pictures a second."""
    taken = sorted(_taken(events, tempo), key=lambda one: one.t_ms)
    apart = _LEAST_BETWEEN
    while True:
        kept = list(_changed(_seldom(taken, apart), read))
        if sum(size for _, size in kept) <= _MOST_BYTES:
            return [one for one, _ in kept]
        apart *= 1.5


def _taken(events: Sequence[Event], tempo: Tempo) -> Iterator[Shown]:
    pages = looked_at(events)
    for event in events:
        if event.kind == "frame/shown":
            here = next((one.page for one in reversed(pages) if one.t_ms <= event.t_ms), 1)
            if event.page != here:
                continue
            t_ms = event.t_ms
        elif event.kind == "picture/taken":
            t_ms = float(event.data["at_ms"])
        else:
            continue
        size = float(event.data["width_px"]), float(event.data["height_px"])
        yield Shown(tempo.at(t_ms), t_ms, str(event.data["file"]), *size, sharp=event.kind == "picture/taken")


def _seldom(taken: Iterable[Shown], apart: float) -> Iterator[Shown]:
    """So many a second, and the last one before a pause: it shows what they came to. Sharp ones stay."""
    last = -apart
    ordered = list(taken)
    for one, following in zip_longest(ordered, ordered[1:]):
        pause = following is None or following.at - one.at >= apart
        if one.sharp or pause or one.at - last >= apart:
            last = one.at
            yield one


def _changed(taken: Iterable[Shown], read: Read) -> Iterator[tuple[Shown, int]]:
    """Those that show something new, with their sizes in bytes; what cannot be read is left out."""
    last: Pillow.Image | None = None
    for one in taken:
        data = read(one.file)
        picture = _small(data) if data else None
        if data and picture is not None and (one.sharp or last is None or _differs(last, picture)):
            last = picture
            yield one, len(data)


def _small(data: bytes) -> Pillow.Image | None:
    """A quarter of its size and grey, which JPEG gives without decoding the rest."""
    from PIL import Image

    try:
        picture = Image.open(io.BytesIO(data))
        picture.draft("L", (picture.width // 4, picture.height // 4))
        return picture.convert("L")
    except (OSError, ValueError):
        return None


def _differs(one: Pillow.Image, other: Pillow.Image) -> bool:
    from PIL import ImageChops

    if one.size != other.size:
        return True
    histogram = ImageChops.difference(one, other).histogram()
    return sum(histogram[_NOISE:]) >= _LEAST_CELLS

"""Documents opened by their address: by the customer, or by a script that sent them there. No press is answered so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.event import Event


def by_address(events: Sequence[Event]) -> list[Event]:
    """Their ``screen/document``, in order of time.

    A page that leads on is heard before the next document comes (``page/leaving``), except from a frame of another
    site; but then the document knows who referred to it. A recording that told of neither has none.
    """
    leaving: set[int] = set()  # pages that were heard to lead on
    opened: set[int] = set()  # windows that a page opened, with nothing in them yet
    announced = 0
    found = []
    for event in sorted(events, key=lambda event: event.seq):
        if event.kind == "page/leaving":
            leaving.add(event.page)
        elif event.kind == "download/began":
            leaving.discard(event.page)  # it led to a file, and the page is still there
        elif event.kind == "window/opened":
            announced += 1
        elif event.kind == "page/opened" and announced:
            announced -= 1
            opened.add(event.page)
        elif event.kind == "screen/document":
            led = event.page in leaving or event.page in opened or event.data["history"]
            if not led and event.data.get("referred") is False:
                found.append(event)
            leaving.discard(event.page)
            opened.discard(event.page)
    return sorted(found, key=lambda event: event.t_ms)

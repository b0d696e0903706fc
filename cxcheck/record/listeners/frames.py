"""The screencast: a small picture whenever the page has drawn something new, with the time at which it was drawn."""

from __future__ import annotations

import base64
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import CDPSession

    from cxcheck.record.journal import Journal

# Half a desktop's size, and a phone's whole one: legible in a replay, a tenth of a whole picture's cost.
CAST = {"format": "jpeg", "quality": 40, "maxWidth": 640, "maxHeight": 640, "everyNthFrame": 1}
# All frames of a sudden change are kept; of what moves all the time, as many a second as a replay shows.
_AT_ONCE = 12
_A_SECOND = 4


@dataclass(frozen=True)
class Frame:
    """A picture of a page (``file`` below the visit's folder); sizes are the viewport's, in CSS pixels."""

    t_ms: float
    page: int
    file: str
    width_px: float
    height_px: float


class Frames:
    """Keeps the frames of a visit's pages through ``save(name, bytes)``. A full disk ends it, which is told once."""

    def __init__(self, journal: Journal, save: Callable[[str, bytes], str]) -> None:
        self.kept: list[Frame] = []
        self._journal = journal
        self._save = save
        self._budget = float(_AT_ONCE)
        self._last_ms = 0.0
        self._broken = False

    def listen_to(self, session: CDPSession, number: int) -> None:
        """Keep the frames of the page of that number."""

        def came(event: dict[str, Any]) -> None:
            # At once: with two frames on their way the browser leaves out what it draws meanwhile.
            with suppress(Error):  # the page went away
                session.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]})
            self._keep(event, number)

        session.on("Page.screencastFrame", came)
        with suppress(Error):  # a page that is gone already
            session.send("Page.startScreencast", CAST)

    def _keep(self, event: dict[str, Any], page: int) -> None:
        about, clock = event["metadata"], self._journal.clock
        if self._broken or not clock.is_tied or "timestamp" not in about:
            return
        t_ms = clock.from_browser_ms(float(about["timestamp"]) * 1000)
        if not self._may_keep(t_ms):
            return
        size = {"width_px": about["deviceWidth"], "height_px": about["deviceHeight"]}
        try:
            file = self._save(f"{len(self.kept) + 1:05}.jpg", base64.b64decode(event["data"]))
        except OSError as error:
            self._broken = True
            reason = f"no more could be kept: {error.strerror or error}"
            self._journal.add("probe/unsupported", {"probe": "frames", "reason": reason}, page=page)
            return
        self.kept.append(Frame(t_ms, page, file, **size))
        self._journal.add("frame/shown", {"file": file, **size}, t_ms=t_ms, page=page)

    def _may_keep(self, t_ms: float) -> bool:
        since_s = max(0.0, t_ms - self._last_ms) / 1000
        self._last_ms = max(self._last_ms, t_ms)
        self._budget = min(_AT_ONCE, self._budget + since_s * _A_SECOND)
        if self._budget < 1:
            return False
        self._budget -= 1
        return True

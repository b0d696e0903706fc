"""The first moment at which this persona would have left, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.artifact import Artifacts, NotRecorded
from cxcheck.model.scorecard import GaveUp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxcheck.model.persona import Persona


def gave_up(artifacts: Artifacts, persona: Persona) -> GaveUp | None:
    """None: patience lasted to the end."""
    return min(_moments(artifacts, persona), key=lambda moment: moment.t_ms, default=None)


def _moments(artifacts: Artifacts, persona: Persona) -> Iterator[GaveUp]:
    patience = persona.patience
    if not isinstance(artifacts.waits, NotRecorded):
        for wait in artifacts.waits.items:
            limit_ms = patience.mail_ms if wait.what == "mail" else patience.wait_ms
            if wait.duration_ms >= limit_ms:  # no wait for the page is counted beyond its cap
                what = "an e-mail" if wait.what == "mail" else "the page"
                why = f"waited {wait.duration_ms / 1000:.0f} s for {what}; patience lasts {limit_ms / 1000:g} s"
                yield GaveUp(step=wait.step, t_ms=wait.from_ms + limit_ms, why=why)
    if not isinstance(artifacts.popups, NotRecorded):
        for number, popup in enumerate(artifacts.popups.unasked, start=1):
            if number == patience.popups + 1:
                why = f"pop-up number {number}; patience lasts for {patience.popups}"
                yield GaveUp(step=popup.step, t_ms=popup.t_ms, why=why)

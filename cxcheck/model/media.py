"""Sound and film that started on a page."""

from __future__ import annotations

from cxcheck.model.base import Box, Model


class Playing(Model):
    """One video or sound that began to play; a silent film has ``muted`` True.

    ``asked_for``: the customer had pressed something within the second before.
    """

    t_ms: float
    step: int
    page: int = 0
    selector: str = ""
    box: Box | None = None
    muted: bool
    asked_for: bool = False


class Playings(Model):
    """In order of time."""

    items: tuple[Playing, ...] = ()

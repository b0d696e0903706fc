"""One fact, one line, one time."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import Field

from cxcheck.model.base import Model

EVENT_VERSION = 1
# What customers have come to tell of since the first recordings; ``visit/began`` names it.
CUSTOMERS_TELL = ("unreachable", "saw")


class Clock(StrEnum):
    """Whose clock ``t_ms`` was read from. All three count from the same anchor."""

    BROWSER = "browser"  # the browser's own stamp of when it happened
    RECORDER = "recorder"  # our own doing (a step begins, a picture is taken), stamped as we do it
    ARRIVAL = "arrival"  # only known when we heard of it: orders, but times nothing


class Event(Model):
    """A line of ``events.jsonl``.

    ``seq`` is the order of writing, ``t_ms`` the time since the visit began; sort by ``t_ms`` to get the order of
    happening. ``step`` is the step being walked when the line was written (0: none yet).
    """

    v: int = EVENT_VERSION
    seq: int
    t_ms: float
    clock: Clock = Clock.BROWSER
    step: int = 0
    page: int = 0
    kind: str
    data: dict[str, Any] = Field(default_factory=dict)

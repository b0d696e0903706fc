"""When the page was busy: the spans in which something changed, painted or was loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.event import Clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.event import Event

QUIET_MS = 500  # nothing for this long: the page has come to rest (see the measurement notes)
CAP_MS = 10_000  # attention limit, Nielsen: no single wait is counted for longer

_STAMPS_DIFFER_MS = 50  # a document's own start and that of its request

Span = tuple[float, float]


def spans(events: Sequence[Event]) -> list[Span]:
    """(from, until) in visit time, sorted; background requests left out."""
    found: list[Span] = []
    for event in events:
        if event.kind == "page/changed":
            found.append((event.t_ms, max(event.t_ms, float(event.data["until_ms"]))))
        elif event.kind in {"page/painted", "page/loaded", "screen/route"}:
            found.append((event.t_ms, event.t_ms))
        elif event.kind == "answer/painted":
            end_ms = event.t_ms + float(event.data["duration_ms"])
            found.append((end_ms, end_ms))
        elif event.kind == "request/ended" and not event.data["background"] and event.clock is Clock.BROWSER:
            found.append((float(event.data["start_ms"]), event.t_ms))
    return sorted(found)


def rest_after(busy: Sequence[Span], from_ms: float, until_ms: float, act_ms: float | None = None) -> float:
    """The moment after ``from_ms`` at which the page came to rest, looked at until ``until_ms``.

    The quiet time that shows it is not part of the answer. What was going on before the act at ``act_ms``, such as a
    request that the server keeps open, is not waited for.
    """
    cursor = from_ms
    for start, end in busy:
        if end <= from_ms or (act_ms is not None and start < act_ms - _STAMPS_DIFFER_MS):
            continue
        if start > cursor + QUIET_MS or start > until_ms:
            break
        cursor = max(cursor, min(end, until_ms))
    return cursor

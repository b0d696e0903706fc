"""When the page was busy: the spans in which something changed, moved, painted, spun or was loaded."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from cxcheck.artifacts.pages import SAME_MS
from cxcheck.model.event import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxcheck.model.event import Event

QUIET_MS = 500  # nothing for this long: the page has come to rest (see the measurement notes)
CAP_MS = 10_000  # attention limit, Nielsen: no single wait is counted for longer

_STAMPS_DIFFER_MS = 50  # a document's own start and that of its request

_LASTING = {"page/changed", "page/animated", "page/scrolled", "answer/frame"}

Span = tuple[float, float]


def spans(events: Sequence[Event]) -> list[Span]:
    """(from, until) in visit time, sorted; background requests left out."""
    found: list[Span] = []
    for event in events:
        if event.kind in _LASTING:
            found.append((event.t_ms, max(event.t_ms, float(event.data["until_ms"]))))
        elif event.kind in {"page/painted", "page/loaded", "screen/route"}:
            found.append((event.t_ms, event.t_ms))
        elif event.kind == "answer/painted":
            end_ms = event.t_ms + float(event.data["duration_ms"])
            found.append((end_ms, end_ms))
        elif event.kind == "request/ended" and event.clock is Clock.BROWSER and not _aside(event):
            found.append((float(event.data["start_ms"]), event.t_ms))
    return sorted(found + list(_spinning(events)))


def _aside(request: Event) -> bool:
    """Nobody waits for it: the page's own messages home, and a document that became a download."""
    return bool(request.data["background"] or (request.data["is_document"] and request.data["failure"]))


def _spinning(events: Sequence[Event]) -> Iterator[Span]:
    """While the page said that it was working.

    What turns without end says so when it is called a spinner, or when it goes away; else it is an ornament.
    """
    began: dict[tuple[int, float], Event] = {}
    for event in events:
        here = (event.page, float(event.data.get("origin_ms", 0)))
        if event.kind == "busy/began":
            first = began.get(here, event)
            began[here] = event.model_copy(update={"t_ms": first.t_ms})
        elif event.kind == "busy/ended" and here in began:
            yield began.pop(here).t_ms, event.t_ms
        elif event.kind == "screen/document":  # the one before it went, and what spun in it
            for page, origin_ms in [key for key in began if key[0] == event.page and key[1] < event.t_ms - SAME_MS]:
                yield began.pop((page, origin_ms)).t_ms, event.t_ms
    yield from ((event.t_ms, inf) for event in began.values() if event.data["named"])


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

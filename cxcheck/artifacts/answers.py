"""Who answered a press, and when: the browser's own paints first, then what changed, what came, what moved."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from cxcheck.artifacts.pages import SAME_MS
from cxcheck.model.wait import AnswerMethod

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxcheck.model.event import Event

SLACK_MS = 5  # two stamps of the browser for one moment may differ by this
# Interaction entries start at the pointer's press, release or click; these follow each other this closely.
_SAME_ACT_MS = 300
_FRAME_MS = 20  # a frame: the browser's own word for what we saw change counts, when it comes this soon
_CHANGES = {
    "page/changed": AnswerMethod.CHANGE,
    "screen/route": AnswerMethod.ROUTE,
    "page/said": AnswerMethod.CHANGE,
    "page/animated": AnswerMethod.ANIMATION,
    "page/scrolled": AnswerMethod.SCROLL,
    "popup/gone": AnswerMethod.CHANGE,  # what is hidden is not in view any more, and so no change that the page tells
}
_DIALOG = "a dialog of the browser's own: it comes without a time"
_WINDOW = "a new window that showed nothing while it was recorded"
_DOWNLOAD = "a download that the browser started without a request of its own"


@dataclass(frozen=True)
class Answer:
    """The first answer; ``untimed`` says why ``t_ms`` is only when we heard of it."""

    t_ms: float
    method: AnswerMethod
    untimed: str = ""


def first_answer(page: int, since_ms: float, until_ms: float, events: Sequence[Event]) -> Answer | None:
    """What answered a press on the page of that number at ``since_ms``; events in order of time."""
    found = list(_answers(page, since_ms, until_ms, events))
    seen = [one for one in found if one.method is not AnswerMethod.ROUTE] or found
    first = min(seen, key=lambda answer: answer.t_ms, default=None)
    if first is None or first.method is not AnswerMethod.CHANGE:
        return first
    paints = (one for one in found if one.method is AnswerMethod.PAINT and one.t_ms <= first.t_ms + _FRAME_MS)
    return min(paints, key=lambda answer: answer.t_ms, default=first)


def first_paint(document: Event, events: Sequence[Event]) -> float:
    """When a document first showed something; its own start when the browser does not tell."""
    return min(_paints(document, events), default=document.t_ms)


def _answers(page: int, since_ms: float, until_ms: float, events: Sequence[Event]) -> Iterator[Answer]:
    same_act_ms = min(_SAME_ACT_MS, max(0.0, until_ms - since_ms - SLACK_MS))  # later ones belong to the next act
    came = [e for e in events if e.kind == "screen/document" and since_ms - SLACK_MS <= e.t_ms <= until_ms]
    for document in came:
        method = AnswerMethod.DOCUMENT if document.page == page else AnswerMethod.WINDOW
        yield Answer(max(since_ms, first_paint(document, events)), method)
    for event in events:
        if event.kind == "answer/painted" and -SLACK_MS <= event.t_ms - since_ms <= same_act_ms:
            yield Answer(event.t_ms + float(event.data["duration_ms"]), AnswerMethod.PAINT)
        elif event.kind == "answer/frame" and abs(float(event.data["press_ms"]) - since_ms) <= SAME_MS:
            yield Answer(event.t_ms, AnswerMethod.FRAME)
    during = [event for event in events if since_ms <= event.t_ms <= until_ms]
    next_ms = min((e.t_ms for e in came if e.page == page), default=inf) - SAME_MS
    yield from _changes(during, next_ms)
    yield from _elsewhere(during, windowless=all(one.page == page for one in came))


def _changes(events: Sequence[Event], next_ms: float) -> Iterator[Answer]:
    """What changed or moved in the page. The document of ``next_ms``, in the making, answers when it is painted."""
    by_hand = {event.t_ms for event in events if event.kind == "gesture/scrolled"}
    for event in events:
        if event.kind not in _CHANGES or float(event.data.get("origin_ms", -inf)) >= next_ms:
            continue
        if event.kind == "page/scrolled" and event.t_ms in by_hand:
            continue
        if event.kind == "page/said" and event.data["how"] != "bubble":
            continue  # it is a change too, which knows when it was drawn
        yield Answer(float(event.data.get("shown_ms", event.t_ms)), _CHANGES[event.kind])


def _elsewhere(events: Sequence[Event], *, windowless: bool) -> Iterator[Answer]:
    """What the browser shows around the page; ``windowless``: no new window showed anything."""
    for event in events:
        if event.kind == "download/began":
            yield Answer(event.t_ms, AnswerMethod.DOWNLOAD, "" if event.data["timed"] else _DOWNLOAD)
        elif event.kind == "dialog/opened":
            yield Answer(event.t_ms, AnswerMethod.DIALOG, _DIALOG)
        elif event.kind == "window/opened" and windowless:
            yield Answer(event.t_ms, AnswerMethod.WINDOW, _WINDOW)


def _paints(document: Event, events: Sequence[Event]) -> Iterator[float]:
    for event in events:
        if event.kind == "page/painted" and event.page == document.page and event.t_ms >= document.t_ms:
            yield event.t_ms

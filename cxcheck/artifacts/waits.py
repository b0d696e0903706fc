"""Waiting: from each act to the page's first answer, and until it had come to rest."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from cxcheck.artifacts.activity import CAP_MS, QUIET_MS, Span, rest_after, spans
from cxcheck.artifacts.pages import SAME_MS
from cxcheck.model.artifact import NotRecorded, Timeline
from cxcheck.model.gesture import Gesture, GestureKind, Gestures
from cxcheck.model.wait import AnswerMethod, Mails, MailWait, Wait, Waits  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.event import Event

# A click that nothing answers is waited on in vain for this long, then pressed again: PostHog's limit for a dead click.
IN_VAIN_MS = 2_500
# Interaction entries start at the pointer's press, release or click; these follow each other this closely.
_SAME_ACT_MS = 300
_SLACK_MS = 5  # two stamps of the browser for one moment may differ by this
_COMMAND_KEYS = {"Enter", "Space"}


def build(
    events: Sequence[Event], timeline: Timeline, gestures: Gestures | NotRecorded, mails: Mails
) -> Waits | NotRecorded:
    """Waits on presses, on documents opened by address, and on mail; no moment is in two of them."""
    if isinstance(gestures, NotRecorded):
        return gestures
    busy = spans(events)
    done = [gesture for gesture in gestures.items if gesture.trusted]
    documents = [event for event in events if event.kind == "screen/document"]
    waits: list[Wait] = []
    for index, gesture in enumerate(done):
        if not _waits_for_an_answer(gesture):
            continue
        horizon = done[index + 1].t_ms if index + 1 < len(done) else timeline.end_ms
        waits.append(_after(gesture, horizon, events, busy))
    # What came while the customer waited on a press answered it, also when it sent them on to another document.
    waits += [
        _opening(event, documents, done, timeline, events, busy)
        for event in documents
        if not event.data.get("history")
        and not any(w.what == "press" and w.from_ms - _SLACK_MS <= event.t_ms <= w.ready_ms for w in waits)
    ]
    for mail in mails.items:
        waits.append(_mail(mail, waits))
    return Waits(items=tuple(sorted(waits, key=lambda wait: wait.from_ms)))


def _waits_for_an_answer(gesture: Gesture) -> bool:
    if gesture.kind is GestureKind.KEY:
        return gesture.field_kind in _COMMAND_KEYS
    return gesture.kind in {GestureKind.CLICK, GestureKind.TAP} and gesture.target.clickable


def _after(gesture: Gesture, horizon: float, events: Sequence[Event], busy: Sequence[Span]) -> Wait:
    """The wait after a press."""
    since = gesture.t_ms
    same_act_ms = min(_SAME_ACT_MS, max(0.0, horizon - since - _SLACK_MS))  # later ones belong to the next act
    answer: tuple[float, AnswerMethod] | None = None
    came = (e.t_ms for e in events if e.kind == "screen/document" and e.page == gesture.page)
    came_ms = min((t_ms for t_ms in came if since - _SLACK_MS <= t_ms <= horizon), default=inf) - SAME_MS
    for event in events:
        if event.kind == "screen/document" and since - _SLACK_MS <= event.t_ms <= horizon:
            found = (max(since, first_paint(event, events)), AnswerMethod.DOCUMENT)
        elif event.kind == "answer/painted" and -_SLACK_MS <= event.t_ms - since <= same_act_ms:
            found = (event.t_ms + float(event.data["duration_ms"]), AnswerMethod.PAINT)
        elif event.kind in {"page/changed", "screen/route", "page/said"} and since <= event.t_ms <= horizon:
            if float(event.data.get("origin_ms", -inf)) >= came_ms:
                continue  # a document in the making: it answers when it is painted
            found = (event.t_ms, AnswerMethod.CHANGE)
        elif event.kind in {"dialog/opened", "window/opened"} and since < event.t_ms <= horizon:
            # Only heard of on arrival: it did answer; for how long it took there is no stamp, so none is counted.
            kind = AnswerMethod.DIALOG if event.kind == "dialog/opened" else AnswerMethod.WINDOW
            found = (since, kind)
        else:
            continue
        if answer is None or found[0] < answer[0]:
            answer = found
    watched = max(0.0, horizon - since)
    answer_ms = answer[0] if answer else None
    ready_ms = since + min(watched, IN_VAIN_MS) if answer_ms is None else _rest(busy, answer_ms, horizon, since)
    return Wait(
        step=gesture.step,
        from_ms=since,
        answer_ms=answer_ms,
        ready_ms=ready_ms,
        watched_ms=watched,
        method=answer[1] if answer else AnswerMethod.NONE,
        what="press",
        target=gesture.target,
        part_of_popup=gesture.target.popup is not None,
        never_settled=ready_ms >= since + CAP_MS,
    )


def _rest(busy: Sequence[Span], answer_ms: float, horizon: float, since: float) -> float:
    """When the page had come to rest; at the cap it has to have been quiet as long as elsewhere."""
    limit = min(horizon, since + CAP_MS)
    return min(limit, rest_after(busy, min(answer_ms, limit), min(horizon, limit + QUIET_MS), since))


def first_paint(document: Event, events: Sequence[Event]) -> float:
    """When a document first showed something; its own start when the browser does not tell."""
    later = [
        e.t_ms for e in events
        if e.kind == "page/painted" and e.page == document.page and e.t_ms >= document.t_ms
    ]  # fmt: skip
    return min(later, default=document.t_ms)


def _opening(
    document: Event,
    documents: Sequence[Event],
    done: Sequence[Gesture],
    timeline: Timeline,
    events: Sequence[Event],
    busy: Sequence[Span],
) -> Wait:
    since = document.t_ms
    coming = [gesture.t_ms for gesture in done] + [other.t_ms for other in documents]
    horizon = min((t_ms for t_ms in coming if t_ms > since), default=timeline.end_ms)
    answer_ms = first_paint(document, events)
    ready_ms = _rest(busy, answer_ms, horizon, since)
    return Wait(
        step=timeline.step_at(since),
        from_ms=since,
        answer_ms=answer_ms,
        ready_ms=ready_ms,
        watched_ms=horizon - since,
        method=AnswerMethod.DOCUMENT,
        what="opening",
        never_settled=ready_ms >= since + CAP_MS,
    )


def _mail(mail: MailWait, waits: Sequence[Wait]) -> Wait:
    """From when the page had come to rest after asking, for until then the customer waited for the page."""
    arrived = mail.until_ms if mail.arrived_ms is None else mail.arrived_ms
    page_ready = max((w.ready_ms for w in waits if w.from_ms < arrived), default=mail.asked_ms)
    since = max(mail.asked_ms, page_ready)
    return Wait(
        step=mail.step,
        from_ms=since,
        answer_ms=mail.arrived_ms,
        ready_ms=max(since, arrived),
        watched_ms=mail.until_ms - mail.asked_ms,
        method=AnswerMethod.NONE,
        what="mail",
    )

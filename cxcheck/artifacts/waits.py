"""Waiting: from each act to the page's first answer, and until it had come to rest."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from cxcheck.artifacts.activity import CAP_MS, QUIET_MS, Span, rest_after, spans
from cxcheck.artifacts.answers import SLACK_MS, first_answer, first_paint
from cxcheck.artifacts.openings import by_address
from cxcheck.artifacts.pages import SAME_MS
from cxcheck.artifacts.unrest import still_busy
from cxcheck.model.artifact import NotRecorded, Timeline
from cxcheck.model.gesture import PRESSES, Gesture, GestureKind, Gestures
from cxcheck.model.wait import AnswerMethod, Mails, MailWait, Wait, Waits  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.event import Event

# A click that nothing answers is waited on in vain for this long, then pressed again: PostHog's limit for a dead click.
IN_VAIN_MS = 2_500
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
    addressed = by_address(events)
    waits: list[Wait] = []
    for index, gesture in enumerate(done):
        since = _waits_from(gesture, events)
        if since is None:
            continue
        next_ms = done[index + 1].t_ms if index + 1 < len(done) else timeline.end_ms
        gone_ms = min((e.t_ms for e in addressed if e.t_ms > since), default=inf) - SAME_MS
        wait = _after(gesture, since, min(next_ms, gone_ms), events, busy)
        if gesture.kind is not GestureKind.CHOICE or wait.method is AnswerMethod.DOCUMENT:
            waits.append(wait)
    # What came while the customer waited on a press answered it, also when it sent them on to another document.
    waits += [
        _opening(event, documents, done, timeline, events, busy)
        for event in documents
        if not event.data.get("history")
        and (
            event in addressed
            or not any(w.what == "press" and w.from_ms - SLACK_MS <= event.t_ms <= w.ready_ms for w in waits)
        )
    ]
    for mail in mails.items:
        waits.append(_mail(mail, waits))
    return Waits(items=tuple(sorted(waits, key=lambda wait: wait.from_ms)))


def _waits_from(gesture: Gesture, events: Sequence[Event]) -> float | None:
    """Since when an answer is waited for; None: none is."""
    if gesture.kind is GestureKind.KEY:
        return gesture.t_ms if gesture.field_kind in _COMMAND_KEYS else None
    if gesture.kind is GestureKind.CHOICE:  # it began when the list was opened, and was made later
        made = (e.t_ms for e in events if e.kind == "gesture/chosen" and e.t_ms >= gesture.t_ms)
        return next(made, gesture.t_ms)
    return gesture.t_ms if gesture.kind in PRESSES and gesture.target.clickable else None


def _after(gesture: Gesture, since: float, horizon: float, events: Sequence[Event], busy: Sequence[Span]) -> Wait:
    """The wait after a press."""
    answer = first_answer(gesture.page, since, horizon, events)
    watched = max(0.0, horizon - since)
    if answer is None:
        answer_ms, ready_ms = None, since + min(watched, IN_VAIN_MS)
    else:
        answer_ms = since if answer.untimed else answer.t_ms
        ready_ms = _rest(busy, answer_ms, horizon, since)
    return Wait(
        step=gesture.step,
        from_ms=since,
        answer_ms=answer_ms,
        ready_ms=ready_ms,
        watched_ms=watched,
        method=answer.method if answer else AnswerMethod.NONE,
        what="press",
        target=gesture.target,
        part_of_popup=gesture.target.popup is not None,
        never_settled=ready_ms >= since + CAP_MS,
        still_busy=still_busy(gesture.page, since, ready_ms, events) if ready_ms >= since + CAP_MS else "",
        untimed=answer.untimed if answer else "",
    )


def _rest(busy: Sequence[Span], answer_ms: float, horizon: float, since: float) -> float:
    """When the page had come to rest; at the cap it has to have been quiet as long as elsewhere."""
    limit = min(horizon, since + CAP_MS)
    return min(limit, rest_after(busy, min(answer_ms, limit), min(horizon, limit + QUIET_MS), since))


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
        still_busy=still_busy(document.page, since, ready_ms, events) if ready_ms >= since + CAP_MS else "",
    )


def _mail(mail: MailWait, waits: Sequence[Wait]) -> Wait:
    """From when the page had come to rest after asking, for until then the customer waited for the page.

    What the mailbox's own servers took was no waiting for the site.
    """
    arrived = mail.asked_ms + mail.by_site_ms
    page_ready = max((w.ready_ms for w in waits if w.from_ms < arrived), default=mail.asked_ms)
    since = max(mail.asked_ms, page_ready)
    return Wait(
        step=mail.step,
        from_ms=since,
        answer_ms=None if mail.arrived_ms is None else arrived,
        ready_ms=max(since, arrived),
        watched_ms=mail.until_ms - mail.asked_ms,
        method=AnswerMethod.NONE,
        what="mail",
    )

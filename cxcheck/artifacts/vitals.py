"""Web vitals, screen by screen, from the browser's own entries."""

from __future__ import annotations

from collections import defaultdict
from math import inf
from typing import TYPE_CHECKING, Any

from cxcheck.artifacts.pages import SAME_MS, screen_at
from cxcheck.artifacts.shifts import bursts, score
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.vitals import VITALS, Interaction, LargestPaint, LongFrames, ScreenVitals, VitalName, Vitals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxcheck.model.event import Event
    from cxcheck.model.page import Screens, Shifts

_ROUNDED_TO_MS = 8  # Event Timing's durations; what rounds to nothing took up to as long (web-vitals says 8 as well)
_SLACK_MS = 5  # two stamps of the browser for one moment may differ by this
_SAME_ACT_MS = 300  # an interaction begins at the pointer's press, release or click, which follow each other so closely
_ACTS = {"gesture/pressed", "gesture/key"}

_UNPAINTED = "nothing was painted while the customer was there"
_NONE_LARGEST = "the browser named no largest paint before the customer acted"
_NOT_LED_TO = "no act of the customer's led to new content that the browser times"
_NO_REQUEST = "no request of its own"
_NO_FIRST_BYTE = "the browser does not tell when the first byte came"
_NO_ACT = "no click, tap or key that the browser times"
_LEFT = "the page was left before it had shown what the customer's act set off"
_QUICK = "each act showed within 16 ms, and the browser times only what took longer"

#: Reasons that say there was nothing to measure, and not that it could not be.
NOTHING_TO_MEASURE = frozenset({_NO_REQUEST, _NO_ACT, _QUICK})

_Row = dict[str, Any]


def build(
    events: Sequence[Event], screens: Screens, shifts: Shifts | NotRecorded, unsupported: Mapping[str, str]
) -> Vitals:
    """One row a screen. ``unsupported`` says which probes the browser had nothing for, and why."""
    shown = [event for event in events if event.kind in {"screen/document", "screen/route"}]
    happened: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        if event.kind in {"interaction/shown", "page/long-frame"} or _is_act(event):
            happened[screen_at(screens, event)].append(event)
    rows = []
    for number, screen in enumerate(shown, start=1):
        mine = happened[number]
        is_route = screen.kind == "screen/route"
        row = _route_paints(number, events, screens) if is_route else _paints(screen, events)
        if is_route or "fcp_ms" in row or "paints" in unsupported:
            row |= _stability(number, shifts)  # what was never painted moved for nobody; web-vitals sees it so, too
        left_unshown = _left_unshown(screen, mine, shown)
        row |= _slowest(mine) | ({} if "longframes" in unsupported else _long_frames(mine))
        why = _why_not(screen, mine, shifts, unsupported, painted="fcp_ms" in row, left_unshown=left_unshown)
        rows.append(
            ScreenVitals(
                screen=number,
                step=screens.items[number - 1].step,
                left_unshown=left_unshown,
                reasons={name: why[name] for name in VITALS if name not in row},
                **row,
            )
        )
    return Vitals(items=tuple(rows))


def _is_act(event: Event) -> bool:
    return event.kind in _ACTS and bool(event.data.get("trusted", True))


def _paints(document: Event, events: Sequence[Event]) -> _Row:
    """Of a document: what is painted after the customer's first act in it is no part of its coming."""
    from_ms = document.t_ms + float(document.data.get("activated_ms", 0))
    paints = [
        event
        for event in events
        if event.kind == "page/painted" and event.page == document.page
        if abs(float(event.data.get("origin_ms", -inf)) - document.t_ms) <= SAME_MS
    ]  # fmt: skip
    first_ms = min((event.t_ms for event in paints), default=inf)
    acts = (e.t_ms for e in events if _is_act(e) and e.page == document.page and e.t_ms >= first_ms)
    first_act_ms = min(acts, default=inf)
    row: _Row = {}
    for event in paints:
        if event.data["what"] == "first":
            row["fcp_ms"] = _since(from_ms, event.t_ms)
        elif event.t_ms <= first_act_ms:
            row |= {"lcp_ms": _since(from_ms, event.t_ms), "largest": _largest(event)}
    first_byte_ms = document.data.get("first_byte_ms")
    return row if first_byte_ms is None else row | {"ttfb_ms": _since(from_ms, document.t_ms + first_byte_ms)}


def _route_paints(number: int, events: Sequence[Event], screens: Screens) -> _Row:
    row: _Row = {}
    for event in events:
        if event.kind != "route/painted" or _route_of(event, screens) != number:
            continue
        took_ms = _since(float(event.data["began_ms"]), event.t_ms)
        if event.data["what"] == "first":
            row["fcp_ms"] = took_ms
        else:
            row |= {"lcp_ms": took_ms, "largest": _largest(event)}
    return row


def _route_of(painted: Event, screens: Screens) -> int:
    """The first route after the act with the address that the browser gives it, else the first; 0 without any."""
    since_ms = float(painted.data["began_ms"]) - _SLACK_MS
    coming = [
        (screen.url != painted.data.get("url"), number)
        for number, screen in enumerate(screens.items, start=1)
        if screen.how == "route" and screen.page == painted.page and screen.t_ms >= since_ms
    ]
    return min(coming, default=(False, 0))[1]


def _since(from_ms: float, t_ms: float) -> float:
    return max(0.0, round(t_ms - from_ms, 1))


def _largest(painted: Event) -> LargestPaint:
    data = painted.data
    return LargestPaint(
        selector=data.get("selector", ""), area_px2=data.get("area_px2", 0), image=data.get("image", "")
    )


def _stability(number: int, shifts: Shifts | NotRecorded) -> _Row:
    if isinstance(shifts, NotRecorded):
        return {}
    unasked = [shift for shift in shifts.items if shift.screen == number and not shift.by_input]
    return {"cls": max(map(score, bursts(unasked)), default=0.0)}


def _slowest(mine: Sequence[Event]) -> _Row:
    timed = [event for event in mine if event.kind == "interaction/shown"]
    if not timed:
        return {}
    worst = max(timed, key=lambda event: float(event.data["duration_ms"]))
    return {
        "inp_ms": max(float(_ROUNDED_TO_MS), float(worst.data["duration_ms"])),
        "slowest": Interaction(t_ms=worst.t_ms, event=worst.data["event"], selector=worst.data.get("selector", "")),
    }


def _long_frames(mine: Sequence[Event]) -> _Row:
    frames = [event.data for event in mine if event.kind == "page/long-frame"]
    worst = max(frames, key=lambda data: float(data["duration_ms"]), default={})
    return {
        "long_frames": LongFrames(
            count=len(frames),
            worst_ms=worst.get("duration_ms", 0),
            blocking_ms=sum(float(data["blocking_ms"]) for data in frames),
            at_least=any(data.get("more") for data in frames),
            invoker=worst.get("invoker", ""),
            script=worst.get("script", ""),
        )
    }


def _left_unshown(screen: Event, mine: Sequence[Event], shown: Sequence[Event]) -> bool:
    last_ms = max((event.t_ms for event in mine if _is_act(event)), default=inf)
    left = any(
        other.kind == "screen/document" and other.page == screen.page
        and last_ms - _SLACK_MS <= other.t_ms <= last_ms + _SAME_ACT_MS
        for other in shown
    )  # fmt: skip
    return left and not any(
        event.kind == "interaction/shown" and -_SLACK_MS <= event.t_ms - last_ms <= _SAME_ACT_MS for event in mine
    )


def _why_not(
    screen: Event,
    mine: Sequence[Event],
    shifts: Shifts | NotRecorded,
    unsupported: Mapping[str, str],
    *,
    painted: bool,
    left_unshown: bool,
) -> dict[VitalName, str]:
    """What is said of each vital should it be missing."""
    is_route = screen.kind == "screen/route"
    unpainted = unsupported.get("routes" if is_route else "paints") or (_NOT_LED_TO if is_route else _UNPAINTED)
    idle = _LEFT if left_unshown else _QUICK if any(map(_is_act, mine)) else _NO_ACT
    return {
        "lcp_ms": _NONE_LARGEST if painted else unpainted,
        "fcp_ms": unpainted,
        "cls": shifts.reason if isinstance(shifts, NotRecorded) else _UNPAINTED,
        "inp_ms": unsupported.get("interactions", idle),
        "ttfb_ms": _NO_REQUEST if is_route else _NO_FIRST_BYTE,
        "long_frames": unsupported.get("longframes", ""),
    }

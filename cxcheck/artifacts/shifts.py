"""Content that moved, and whether the customer's own doing moved it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.artifacts.pages import screen_at
from cxcheck.model.base import Box
from cxcheck.model.page import Shift, Shifts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.artifact import Timeline
    from cxcheck.model.event import Event
    from cxcheck.model.page import Screens

# A burst ends with a second without a shift, or after five: web-vitals' LayoutShiftManager.
_GAP_MS = 1_000
_LONGEST_MS = 5_000
_RECENT_MS = 500  # how long an input excuses what moves after it (Chromium's, Lighthouse's RECENT_INPUT_WINDOW)
_SLACK_MS = 50  # a gesture's stamp is that of its press, a shift's that of the frame
_INPUTS = {"gesture/pressed", "gesture/typed", "gesture/chosen", "gesture/ticked", "gesture/key"}


def build(events: Sequence[Event], timeline: Timeline, screens: Screens) -> Shifts:
    """In order of happening; what moved before its document had been painted nobody saw, and it is left out.

    The browser's own mark is not enough: emulating a phone counts as an input, so that early shifts on every new
    document carry it. Only what the customer was seen to do in that document excuses a shift.
    """
    return Shifts(
        items=tuple(
            Shift(
                t_ms=event.t_ms,
                step=timeline.step_at(event.t_ms),
                screen=screen_at(screens, event),
                value=float(event.data["value"]),
                by_input=bool(event.data["recent_input"]) and _did_something(event, events),
                box=Box.model_validate(event.data["box"]) if event.data.get("box") else None,
                moved_px=float(event.data.get("moved_px", 0)),
                selector=str(event.data.get("selector", "")),
            )
            for event in events
            if event.kind == "page/shifted" and _seen(event, events)
        )
    )


def bursts(shifts: Sequence[Shift]) -> list[list[Shift]]:
    """The shifts of one screen, in order, as web-vitals' session windows."""
    found: list[list[Shift]] = []
    for shift in shifts:
        last = found[-1] if found else []
        if last and shift.t_ms - last[-1].t_ms < _GAP_MS and shift.t_ms - last[0].t_ms < _LONGEST_MS:
            last.append(shift)
        else:
            found.append([shift])
    return found


def score(burst: Sequence[Shift]) -> float:
    """Of a burst, what the browser gave its shifts together."""
    return round(sum(shift.value for shift in burst), 4)


def _came_ms(shift: Event, events: Sequence[Event]) -> float:
    """When its document began."""
    before = [e.t_ms for e in events if e.kind == "screen/document" and e.page == shift.page and e.t_ms <= shift.t_ms]
    return float(shift.data.get("origin_ms", max(before, default=0.0)))


def _seen(shift: Event, events: Sequence[Event]) -> bool:
    came_ms = _came_ms(shift, events)
    paints = [e.t_ms for e in events if e.kind == "page/painted" and e.page == shift.page and e.t_ms >= came_ms]
    return shift.t_ms > min(paints, default=came_ms)


def _did_something(shift: Event, events: Sequence[Event]) -> bool:
    came_ms = _came_ms(shift, events)
    return any(
        shift.t_ms - max(event.t_ms, float(event.data.get("until_ms", 0))) <= _RECENT_MS + _SLACK_MS
        for event in events
        if event.kind in _INPUTS and event.page == shift.page and event.data.get("trusted", True)
        if came_ms <= event.t_ms <= shift.t_ms
    )

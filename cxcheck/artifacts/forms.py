"""Fields filled in, and forms refused, as the customer's verbs tell; plain Playwright calls do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.artifacts.pages import screen_at
from cxcheck.model.artifact import NotRecorded, Timeline
from cxcheck.model.form import Filling, Fillings, Refusal, Refusals
from cxcheck.model.gesture import Gesture, GestureKind, Gestures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.event import Event
    from cxcheck.model.page import Screens

_FILLED = {GestureKind.FIELD, GestureKind.CHOICE, GestureKind.TICK}
_UNTOLD = NotRecorded(reason="fields were filled in by plain Playwright calls, which do not say what they ask for")


def fillings(
    events: Sequence[Event], timeline: Timeline, screens: Screens, gestures: Gestures | NotRecorded
) -> Fillings | NotRecorded:
    """Each with the gesture that did it."""
    made = [] if isinstance(gestures, NotRecorded) else [g for g in gestures.items if g.trusted]
    told = [event for event in events if event.kind == "customer/filled"]
    typed = {g.step for g in made if g.kind is GestureKind.FIELD and g.target.popup is None}
    untold = typed - {timeline.step_at(event.t_ms) for event in told}
    if untold and not told:
        return _UNTOLD
    return Fillings(
        items=tuple(_filling(event, timeline, screens, made) for event in told),
        untold_step=min(untold, default=0),
    )


def _filling(event: Event, timeline: Timeline, screens: Screens, made: Sequence[Gesture]) -> Filling:
    data = event.data
    selector = str(data.get("selector", ""))
    mine = [
        gesture.t_ms
        for gesture in made
        if gesture.kind in _FILLED and gesture.page == event.page and gesture.target.selector == selector != ""
    ]
    return Filling(
        t_ms=event.t_ms,
        step=timeline.step_at(event.t_ms),
        page=event.page,
        screen=screen_at(screens, event),
        form=int(data.get("form", -1)),
        what=str(data["what"]),
        label=str(data["label"]),
        selector=selector,
        again=bool(data.get("again", False)),
        credentials=bool(data.get("credentials", False)),
        repeat=bool(data.get("repeat", False)),
        gesture_ms=min(mine, key=lambda t_ms: abs(t_ms - event.t_ms), default=None),
    )


def refusals(events: Sequence[Event], timeline: Timeline, filled: Fillings | NotRecorded) -> Refusals | NotRecorded:
    """None seen tells nothing when there were forms that plain calls filled in and sent, which nobody watches."""
    found = tuple(_refusal(event, timeline) for event in events if event.kind == "customer/refused")
    if not found and (isinstance(filled, NotRecorded) or filled.untold_step):
        return _UNTOLD
    return Refusals(items=found)


def _refusal(event: Event, timeline: Timeline) -> Refusal:
    data = event.data
    says, fields, lost, lost_secret = (
        tuple(map(str, data.get(key) or ())) for key in ("says", "fields", "lost", "lost_secret")
    )
    return Refusal(
        t_ms=event.t_ms,
        step=timeline.step_at(event.t_ms),
        page=event.page,
        says=says,
        fields=fields,
        lost=lost,
        lost_secret=lost_secret,
        what=str(data.get("what", "")),
        rule_shown=data.get("rule_shown"),
    )

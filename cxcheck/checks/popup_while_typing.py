"""A pop-up that nobody asked for comes while the customer fills in a form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxcheck.checks.run import NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.gesture import PRESSES, Gesture, GestureKind, Gestures
from cxcheck.model.page import Screens
from cxcheck.model.popup import Popup, PopupKind, Popups

_FILLING = {GestureKind.FIELD, GestureKind.CHOICE, GestureKind.TICK}
_SENDING_KEYS = {"Enter", "Space"}

META = CheckMeta(
    id="popup-while-typing",
    attribute=Attribute.EASE,
    severity=Severity.CRITICAL,
    passes="Nothing came between the customer and the form they were filling in",
    fails="A pop-up came while the customer was filling in a form",
    why="An interruption within a task costs 3 to 27 % more time and twice the errors; what was in mind is gone",
    remedy="Hold it back until the form has been sent; an offer can wait, or stand in the page",
    threshold="any between the first field and the press that sends the form; toasts aside, which nobody has to close",
    source="Bailey & Konstan 2006; WCAG 2.2, 2.2.4 Interruptions",
)


def check(popups: Popups, gestures: Gestures, screens: Screens) -> Iterator[Finding | NotApplicable]:
    """A finding for each overlay that came into a form; what comes up beside the page has checks of its own."""
    acts = [one for one in gestures.items if one.trusted and one.target.popup is None]
    if not any(act.kind in _FILLING for act in acts):
        yield NotApplicable("nothing was filled in on this journey")
    for popup in popups.over_the_page:
        field = _field_left(popup, acts, screens)
        if popup.kind is PopupKind.TOAST or field is None:
            continue
        yield META.finding(
            popup,
            f"A {popup.called} came up while the customer was filling in {_named(field)}.",
            value=1,
            unit="count",
            limit=0,
            target=field.target,
            popup=popup.id,
        )


def _field_left(popup: Popup, acts: Sequence[Gesture], screens: Screens) -> Gesture | None:
    """The field filled last before it came, unless the form was sent: nothing pressed since, or more filled later."""
    from_ms = max((one.t_ms for one in screens.items if one.t_ms <= popup.t_ms), default=float("-inf"))
    until_ms = min((one.t_ms for one in screens.items if one.t_ms > popup.t_ms), default=float("inf"))
    here = [act for act in acts if from_ms <= act.t_ms < until_ms and act.page == popup.page]
    before = [act for act in here if act.t_ms < popup.t_ms]
    filled = [act for act in before if act.kind in _FILLING]
    if not filled:
        return None
    sent = any(_sends(act) for act in before if act.t_ms > filled[-1].t_ms)
    goes_on = any(act.kind in _FILLING for act in here if act.t_ms >= popup.t_ms)
    return filled[-1] if goes_on or not sent else None


def _sends(act: Gesture) -> bool:
    return act.kind in PRESSES or (act.kind is GestureKind.KEY and act.field_kind in _SENDING_KEYS)


def _named(field: Gesture) -> str:
    return f"“{field.target.name}”" if field.target.name else "a form"

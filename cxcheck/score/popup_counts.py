"""How many pop-ups there were, when, how many at once, and what the customer pressed to be rid of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.artifact import Artifacts, NotRecorded
from cxcheck.model.gesture import Gesture, GestureKind
from cxcheck.model.popup import Popup, PopupKind, Way
from cxcheck.model.scorecard import PopupCounts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.persona import Persona

_NO_ACT = {GestureKind.SCROLL, GestureKind.BACK, GestureKind.SWITCH}
_PRESSED = {GestureKind.CLICK, GestureKind.TAP, GestureKind.TICK, GestureKind.CHOICE}
_PRESSING_KEYS = {"Enter", "Space", "Escape"}
_BESIDE = {PopupKind.WINDOW, PopupKind.PERMISSION}  # they lie over nothing


def popup_counts(artifacts: Artifacts, persona: Persona) -> PopupCounts | None:
    """None: pop-ups were not measured."""
    if isinstance(artifacts.popups, NotRecorded):
        return None
    unasked = artifacts.popups.unasked
    done = () if isinstance(artifacts.gestures, NotRecorded) else artifacts.gestures.items
    acts = (g.t_ms for g in done if g.trusted and g.target.popup is None and g.kind not in _NO_ACT)
    known = not isinstance(artifacts.gestures, NotRecorded)
    product_ms = None if isinstance(artifacts.searches, NotRecorded) else artifacts.searches.product_ms
    refuses = persona.manners.cookies == "reject"
    return PopupCounts(
        unasked=len(unasked),
        asked_for=len(artifacts.popups.items) - len(unasked),
        before_act=_before(unasked, min(acts, default=float("inf"))) if known else None,
        before_product=None if product_ms is None else _before(unasked, product_ms),
        at_once=max((_with(popup, artifacts.popups.items) for popup in unasked), default=0),
        presses=sum(presses_in(popup, done) for popup in unasked) if known else None,
        agreed=sum(refuses and was_agreed_to(popup) for popup in unasked),
    )


def presses_in(popup: Popup, gestures: Sequence[Gesture]) -> int:
    """What the customer pressed in it, or tried on it by a key or beside it."""
    inside = sum(gesture.trusted and gesture.target.popup == popup.id and _is_press(gesture) for gesture in gestures)
    return max(inside, len(popup.attempts))


def was_agreed_to(popup: Popup) -> bool:
    """Whether a question about cookies went because the customer agreed."""
    return popup.kind is PopupKind.CONSENT and any(
        attempt.worked and attempt.way is Way.ACCEPT for attempt in popup.attempts
    )


def _before(popups: Sequence[Popup], t_ms: float) -> int:
    return sum(popup.t_ms < t_ms for popup in popups)


def _with(popup: Popup, popups: Sequence[Popup]) -> int:
    """How many nobody asked for stood there when this one came, itself among them."""
    there = [other for other in popups if _stands(other, popup)]
    return max(sum(not other.asked_for for other in there), popup.at_once - sum(other.asked_for for other in there))


def _stands(other: Popup, popup: Popup) -> bool:
    """Whether it stood there when this one came. What goes unclosed just then is not gone: it lies below."""
    if other.id == popup.id:
        return True
    if other.page != popup.page or other.t_ms > popup.t_ms or not {other.kind, popup.kind}.isdisjoint(_BESIDE):
        return False
    below = other.gone_ms == popup.t_ms and other.close_press_ms is None
    return other.gone_ms is None or other.gone_ms > popup.t_ms or below


def _is_press(gesture: Gesture) -> bool:
    return gesture.kind in _PRESSED or (gesture.kind is GestureKind.KEY and gesture.field_kind in _PRESSING_KEYS)

"""What a pop-up costs: noticing, reading, what was done in it, finding the way back, and the time until it was gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.gesture import GestureKind
from cxcheck.model.reading import Text
from cxcheck.score import klm
from cxcheck.score.reading import reading_ms
from cxcheck.score.weights import weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.page import Screens
    from cxcheck.model.persona import Hands
    from cxcheck.model.popup import Popup
    from cxcheck.score.effort import Doing

_FILLING = {GestureKind.FIELD, GestureKind.CHOICE, GestureKind.TICK}


def interruption_ms(popup: Popup, hands: Hands, doings: Sequence[Doing], language: str) -> float:
    """Predicted handling plus measured closing; one that was asked for, or never touched the customer, is cheaper.

    What was done in it is among ``doings``; where nothing was, closing it takes one press.
    """
    if popup.asked_for:
        return 0.0
    times = weights()
    thought = times.effort.mental.value
    inside = [one for one in doings if one.gesture.target.popup == popup.id]
    if not inside and not _handled(popup):
        return thought  # seen, and left where it is
    whole_ms = reading_ms(Text(words=popup.words, characters=popup.characters), language)
    reading = times.interruption.read_ratio.value * whole_ms
    closing = 0.0
    if popup.gone_ms is not None and popup.close_press_ms is not None:
        closing = min(max(0.0, popup.gone_ms - popup.close_press_ms), times.interruption.closing_most.value)
    if inside:
        doing = sum(one.total_ms for one in inside)
        notice = 0.0 if inside[0].think_ms else thought  # never two thoughts in a row
    else:
        doing = klm.point_ms(hands, None, 1) + klm.press_ms(hands)
        notice = thought
    return notice + reading + doing + thought + closing


def slowed_ms(popup: Popup, doings: Sequence[Doing], screens: Screens) -> float:
    """How much longer the rest of a form takes because the pop-up came while it was being filled in.

    The form is what is filled in on one screen, before and after. Nothing is added for a pop-up that was asked for, or
    left where it is.
    """
    if popup.asked_for or not _handled(popup):
        return 0.0
    from_ms = max((one.t_ms for one in screens.items if one.t_ms <= popup.t_ms), default=float("-inf"))
    until_ms = min((one.t_ms for one in screens.items if one.t_ms > popup.t_ms), default=float("inf"))
    own = [one for one in doings if one.gesture.target.popup is None]
    here = [one for one in own if from_ms <= one.gesture.t_ms < until_ms]
    before = [one for one in here if one.gesture.t_ms < popup.t_ms]
    rest = [one for one in here if one.gesture.t_ms >= popup.t_ms]
    if not all(any(one.gesture.kind in _FILLING for one in part) for part in (before, rest)):
        return 0.0
    return (weights().interruption.mid_form.value - 1) * sum(one.total_ms for one in rest)


def _handled(popup: Popup) -> bool:
    return popup.close_press_ms is not None or popup.blocks

"""What a pop-up costs: noticing, reading, closing and finding the way back, and the time until it was gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.reading import Text
from cxcheck.score import klm
from cxcheck.score.reading import reading_ms
from cxcheck.score.weights import weights

if TYPE_CHECKING:
    from cxcheck.model.persona import Hands
    from cxcheck.model.popup import Popup

_CLOSING_AT_MOST_MS = 10_000  # attention limit: longer is not closing any more


def interruption_ms(popup: Popup, hands: Hands) -> float:
    """Predicted handling plus measured closing; one that was asked for, or never touched the customer, is cheaper."""
    if popup.asked_for:
        return 0.0
    times = weights()
    notice = times.effort.mental.value
    if popup.close_press_ms is None and not popup.blocks:
        return notice  # seen, and left where it is
    reading = times.interruption.read_ratio.value * reading_ms(Text(words=popup.words, characters=0), "en")
    closing = 0.0
    if popup.gone_ms is not None and popup.close_press_ms is not None:
        closing = min(max(0.0, popup.gone_ms - popup.close_press_ms), _CLOSING_AT_MOST_MS)
    pressing = klm.point_ms(hands, None, 1) + klm.press_ms(hands)
    return notice + reading + pressing + times.effort.mental.value + closing

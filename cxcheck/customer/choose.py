"""Choosing among what is seen: which control is meant by an intent. Pure; no page in sight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxcheck import lexicon
from cxcheck.lexicon.likeness import ENOUGH, likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.customer.sight import Control

SURE_BY = 0.08  # our choice: a smaller lead over the next one is a guess


@dataclass(frozen=True)
class Choice:
    """The control chosen; ``sure`` False: another was about as likely."""

    control: Control
    sure: bool


def choose(controls: Sequence[Control], intent: str, spoken: tuple[str, ...]) -> Choice | None:
    """The control that a person would press to get ``intent``, or None when none comes near."""
    phrases = lexicon.phrases("intents", intent, spoken)
    rated = sorted(
        ((_plausibility(control, likeness(control.name, phrases)), control) for control in controls),
        key=lambda pair: -pair[0],
    )
    if not rated or rated[0][0] < ENOUGH:
        return None
    score, best = rated[0]
    rivals = [other for value, other in rated[1:] if score - value < SURE_BY]
    same = all(other.href == best.href != "" or other.name == best.name for other in rivals)
    return Choice(best, sure=same)


def _plausibility(control: Control, like: float) -> float:
    if like == 0 or not control.enabled:
        return 0.0
    far = 0.15 * (control.region in {"footer", "contentinfo"}) + 0.05 * (not control.in_view)
    return like - far + 0.02 * (control.overlay is not None)  # what lies on top was put there to be used

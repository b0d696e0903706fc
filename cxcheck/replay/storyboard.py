"""The story without a player, for print and where no script runs: one picture a step, and what it came to."""

from __future__ import annotations

from dataclasses import dataclass

from cxcheck.model.scorecard import StepCost
from cxcheck.replay.clock import recorded
from cxcheck.replay.film import Shown
from cxcheck.replay.moments import Moment
from cxcheck.replay.story import Story
from cxcheck.report.costs import gestures
from cxcheck.report.words import at_least, duration


@dataclass(frozen=True)
class Panel:
    """One step; ``picture`` None: none was taken."""

    step: StepCost
    took: str
    did: tuple[str, ...]
    picture: Shown | None
    moments: tuple[Moment, ...]


def panels(told: Story) -> list[Panel]:
    """In order of the steps; what was found before the first stands there."""
    steps = told.visit.scorecard.steps
    first = steps[0].index if steps else 0
    return [
        Panel(
            step=step,
            took=took(step.total_ms, step.waiting_ms, step.interruption_ms),
            did=gestures(step),
            picture=_picture(told, step.index),
            moments=tuple(one.what for one in told.moments if (one.what.step or first) == step.index),
        )
        for step in steps
    ]


def took(total_ms: float | None, waiting_ms: float | None, interruption_ms: float | None) -> str:
    """``at least 14 s, of which 6 s waiting for us and 3 s on pop-ups``."""
    said = at_least(duration(total_ms))
    parts = ((waiting_ms, "waiting for us"), (interruption_ms, "on pop-ups"))
    known = [f"{duration(ms)} {what}" for ms, what in parts if ms]
    return f"{said}, of which {' and '.join(known)}" if known and total_ms is not None else said


def _picture(told: Story, index: int) -> Shown | None:
    """The sharp one that was taken as the step ended, else the last one shown until then."""
    taken = recorded(told.visit.artifacts.pictures)
    of_step = [one for one in taken.items if one.step == index and one.popup is None] if taken else []
    by_file = {one.file: one for one in told.film}
    if of_step and of_step[-1].file in by_file:
        return by_file[of_step[-1].file]
    until = next((one.until for one in told.chapters if one.what.index == index), 0.0)
    return next((one for one in reversed(told.film) if one.at <= until), None)

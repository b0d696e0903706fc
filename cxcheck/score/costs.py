"""Customer time, step by step: waiting, effort and interruptions, each moment in exactly one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.artifact import Artifacts, NotRecorded
from cxcheck.model.gesture import Gesture, GestureKind
from cxcheck.model.page import Screen
from cxcheck.model.scorecard import Counts, StepCost
from cxcheck.score.effort import effort
from cxcheck.score.interruption import interruption_ms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxcheck.model.persona import Persona

_NOTICED_FROM_MS = 100  # shorter waits feel instantaneous (Nielsen): nobody waits for them
_PRESSES = (GestureKind.CLICK, GestureKind.TAP)


def waiting(artifacts: Artifacts) -> dict[int, float] | None:
    """Milliseconds waited for the site, by step; None when not measured."""
    if isinstance(artifacts.waits, NotRecorded):
        return None
    total: dict[int, float] = {}
    for wait in artifacts.waits.items:
        if not wait.part_of_popup:
            total[wait.step] = total.get(wait.step, 0.0) + max(0.0, wait.duration_ms - _NOTICED_FROM_MS)
    return total


def own_effort(artifacts: Artifacts, persona: Persona) -> dict[int, float] | None:
    """Milliseconds of the customer's own doing, predicted, by step."""
    if isinstance(artifacts.gestures, NotRecorded):
        return None
    total: dict[int, float] = {}
    for gesture, cost_ms in effort(artifacts.gestures.items, persona.hands):
        total[gesture.step] = total.get(gesture.step, 0.0) + cost_ms
    return total


def interruptions(artifacts: Artifacts, persona: Persona) -> dict[int, float] | None:
    """Milliseconds lost to pop-ups, by step."""
    if isinstance(artifacts.popups, NotRecorded):
        return None
    total: dict[int, float] = {}
    for popup in artifacts.popups.items:
        total[popup.step] = total.get(popup.step, 0.0) + interruption_ms(popup, persona.hands)
    return total


def steps(artifacts: Artifacts, persona: Persona) -> tuple[StepCost, ...]:
    """Each step's costs; what happened before the first step counts there."""
    parts = (waiting(artifacts), own_effort(artifacts, persona), interruptions(artifacts, persona))
    first = min((step.index for step in artifacts.timeline.steps), default=0)

    def of(part: dict[int, float] | None, index: int) -> float | None:
        if part is None:
            return None
        return part.get(index, 0.0) + (part.get(0, 0.0) if index == first else 0.0)

    def number(items: Iterable[Screen | Gesture] | None, index: int) -> int | None:
        """How many of them fall into the step."""
        if items is None:
            return None
        return sum(item.step == index or (item.step == 0 and index == first) for item in items)

    seen = None if isinstance(artifacts.screens, NotRecorded) else artifacts.screens.items
    done = None if isinstance(artifacts.gestures, NotRecorded) else artifacts.gestures.items
    presses = None if done is None else [g for g in done if g.kind in _PRESSES and g.trusted]
    fields = None if done is None else [g for g in done if g.kind is GestureKind.FIELD]
    return tuple(
        StepCost(
            index=step.index,
            title=step.title,
            moment_of_truth=step.moment_of_truth,
            finished=step.finished,
            waiting_ms=of(parts[0], step.index),
            effort_ms=of(parts[1], step.index),
            interruption_ms=of(parts[2], step.index),
            screens=number(seen, step.index),
            clicks=number(presses, step.index),
            fields=number(fields, step.index),
        )
        for step in artifacts.timeline.steps
    )


def counts(artifacts: Artifacts) -> Counts:
    """What the customer did and met."""
    screens, gestures, popups = artifacts.screens, artifacts.gestures, artifacts.popups
    found: dict[str, int] = {}
    if not isinstance(screens, NotRecorded):
        found |= {"screens": len(screens.items), "documents": screens.documents}
    if not isinstance(gestures, NotRecorded):
        found |= {
            "clicks": gestures.count(*_PRESSES, in_popups=False),
            "fields": gestures.count(GestureKind.FIELD),
            "characters": sum(gesture.characters for gesture in gestures.items),
            "choices": gestures.count(GestureKind.CHOICE, GestureKind.TICK),
            "keys": gestures.count(GestureKind.KEY, in_popups=False),
            "popup_gestures": gestures.count(*GestureKind, in_popups=True),
        }
    if not isinstance(popups, NotRecorded):
        found["popups"] = len(popups.unasked)
    if not isinstance(artifacts.mails, NotRecorded):
        found["mails"] = sum(mail.arrived_ms is not None for mail in artifacts.mails.items)
    if not isinstance(artifacts.searches, NotRecorded):
        found["hints"] = sum(search.hint for search in artifacts.searches.items)
    return Counts(**found)

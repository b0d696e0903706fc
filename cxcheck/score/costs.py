"""Customer time, step by step: waiting, effort and interruptions, each moment in exactly one of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from cxcheck.model.artifact import Artifacts, NotRecorded
from cxcheck.model.gesture import PRESSES, Gesture, GestureKind
from cxcheck.model.page import Screens
from cxcheck.model.reading import Readings
from cxcheck.model.scorecard import Counts, StepCost
from cxcheck.model.spent import Spell, Spent
from cxcheck.score.effort import visit_effort
from cxcheck.score.interruption import interruption_ms, slowed_ms
from cxcheck.score.klm import decide_ms
from cxcheck.score.reading import reading_ms
from cxcheck.score.weights import weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.persona import Persona

_MOST_TYPE_WPM = 40  # at the least; Card, Moran & Newell 1983: an average typist who is no secretary
_PRESSING_KEYS = {"Enter", "Space"}


def waiting(artifacts: Artifacts) -> dict[int, float] | None:
    """Milliseconds waited for the site, by step; None when not measured."""
    return _by_step(_waits(artifacts))


def reading(artifacts: Artifacts, persona: Persona) -> dict[int, float] | None:
    """Milliseconds of reading what the task demands, and of weighing up what it offers, by step."""
    return _by_step(_reads(artifacts, persona))


def own_effort(artifacts: Artifacts, persona: Persona) -> dict[int, float] | None:
    """Milliseconds of the customer's own doing, predicted, by step; with the reading, where that was recorded."""
    return _by_step(_efforts(artifacts, persona))


def interruptions(artifacts: Artifacts, persona: Persona) -> dict[int, float] | None:
    """Milliseconds lost to pop-ups, by step."""
    return _by_step(_popups(artifacts, persona))


def spent(artifacts: Artifacts, persona: Persona) -> Spent | NotRecorded:
    """What the site asked of the customer, each moment for itself; not recorded where gestures or reading were not.

    That somebody types slower than most is not the site's doing, and left out.
    """
    for table in (artifacts.gestures, artifacts.readings):
        if isinstance(table, NotRecorded):
            return table
    hands = persona.hands.model_copy(update={"typing_wpm": max(persona.hands.typing_wpm, _MOST_TYPE_WPM)})
    return Spent(items=tuple(_efforts(artifacts, persona.model_copy(update={"hands": hands})) or ()))


def _by_step(spells: Sequence[Spell] | None) -> dict[int, float] | None:
    if spells is None:
        return None
    total: dict[int, float] = {}
    for spell in spells:
        total[spell.step] = total.get(spell.step, 0.0) + spell.took_ms
    return total


def _waits(artifacts: Artifacts) -> list[Spell] | None:
    if isinstance(artifacts.waits, NotRecorded):
        return None
    noticed_ms = weights().waiting.noticed.value
    return [
        Spell(t_ms=wait.from_ms, step=wait.step, took_ms=max(0.0, wait.duration_ms - noticed_ms))
        for wait in artifacts.waits.items
        if not wait.part_of_popup
    ]


def _reads(artifacts: Artifacts, persona: Persona) -> list[Spell] | None:
    if isinstance(artifacts.readings, NotRecorded):
        return None
    spoken = persona.browser.locale
    reads = [
        Spell(t_ms=read.t_ms, step=read.step, took_ms=reading_ms(read.text, read.language or spoken))
        for read in artifacts.readings.items
    ]
    return reads + [
        Spell(t_ms=decision.t_ms, step=decision.step, took_ms=decide_ms(decision.options))
        for decision in artifacts.readings.decisions
    ]


def _efforts(artifacts: Artifacts, persona: Persona) -> list[Spell] | None:
    if isinstance(artifacts.gestures, NotRecorded):
        return None
    return (_reads(artifacts, persona) or []) + [
        Spell(t_ms=doing.gesture.t_ms, step=doing.gesture.step, took_ms=doing.total_ms)
        for doing in visit_effort(artifacts, persona.hands)
        if doing.gesture.target.popup is None
    ]


def _popups(artifacts: Artifacts, persona: Persona) -> list[Spell] | None:
    if isinstance(artifacts.popups, NotRecorded):
        return None
    handling = popup_costs(artifacts, persona)
    return [Spell(t_ms=popup.t_ms, step=popup.step, took_ms=handling[popup.id]) for popup in artifacts.popups.items]


def popup_costs(artifacts: Artifacts, persona: Persona) -> dict[int, float]:
    """Milliseconds that each pop-up took, by its number."""
    if isinstance(artifacts.popups, NotRecorded):
        return {}
    doings = visit_effort(artifacts, persona.hands)
    screens = Screens() if isinstance(artifacts.screens, NotRecorded) else artifacts.screens
    spoken = Readings() if isinstance(artifacts.readings, NotRecorded) else artifacts.readings
    return {
        popup.id: interruption_ms(
            popup, persona.hands, doings, spoken.language_at(popup.t_ms) or persona.browser.locale
        )
        + slowed_ms(popup, doings, screens)
        for popup in artifacts.popups.items
    }


def steps(artifacts: Artifacts, persona: Persona) -> tuple[StepCost, ...]:
    """Each step's costs; what happened before the first step counts there."""
    parts = (waiting(artifacts), own_effort(artifacts, persona), interruptions(artifacts, persona))
    read = reading(artifacts, persona)
    first = min((step.index for step in artifacts.timeline.steps), default=0)

    def of(part: dict[int, float] | None, index: int) -> float | None:
        if part is None:
            return None
        return part.get(index, 0.0) + (part.get(0, 0.0) if index == first else 0.0)

    def inside(step: int, index: int) -> bool:
        return step == index or (step == 0 and index == first)

    seen = None if isinstance(artifacts.screens, NotRecorded) else artifacts.screens.items
    done = None if isinstance(artifacts.gestures, NotRecorded) else artifacts.gestures.items
    return tuple(
        StepCost(
            index=step.index,
            title=step.title,
            moment_of_truth=step.moment_of_truth,
            finished=step.finished,
            waiting_ms=of(parts[0], step.index),
            effort_ms=of(parts[1], step.index),
            reading_ms=of(read, step.index),
            interruption_ms=of(parts[2], step.index),
            screens=None if seen is None else sum(inside(screen.step, step.index) for screen in seen),
            **({} if done is None else _done([gesture for gesture in done if inside(gesture.step, step.index)])),
        )
        for step in artifacts.timeline.steps
    )


def counts(artifacts: Artifacts) -> Counts:
    """What the customer did and met."""
    screens, gestures, popups = artifacts.screens, artifacts.gestures, artifacts.popups
    found: dict[str, Any] = {}
    if not isinstance(screens, NotRecorded):
        found |= {"screens": len(screens.items), "documents": screens.documents}
    if not isinstance(gestures, NotRecorded):
        found |= _done(gestures.items)
    if not isinstance(popups, NotRecorded):
        found["popups"] = len(popups.unasked)
    if not isinstance(artifacts.mails, NotRecorded):
        found["mails"] = sum(mail.arrived_ms is not None for mail in artifacts.mails.items)
        found["marketing_mails"] = artifacts.mails.marketing
    if not isinstance(artifacts.searches, NotRecorded):
        found["hints"] = sum(search.hint for search in artifacts.searches.items)
    return Counts(**found)


def _done(gestures: Sequence[Gesture]) -> dict[str, Any]:
    """The fields of ``GestureCounts``."""
    trusted = [gesture for gesture in gestures if gesture.trusted]
    outside = [gesture for gesture in trusted if gesture.target.popup is None]
    count = Counter(gesture.kind for gesture in outside)
    keys = Counter(gesture.field_kind for gesture in outside if gesture.kind is GestureKind.KEY)
    where_to = Counter(gesture.field_kind for gesture in outside if gesture.kind is GestureKind.SWITCH)
    return {
        "presses": sum(count[kind] for kind in PRESSES) + sum(keys[key] for key in _PRESSING_KEYS),
        "clicks": count[GestureKind.CLICK],
        "taps": count[GestureKind.TAP],
        "keys": count[GestureKind.KEY],
        "tabs": keys["Tab"],
        "fields": count[GestureKind.FIELD],
        "characters": sum(gesture.characters for gesture in outside),
        "choices": count[GestureKind.CHOICE],
        "ticks": count[GestureKind.TICK],
        "screenfuls": round(sum(gesture.screenfuls for gesture in outside), 1),
        "backs": count[GestureKind.BACK],
        "switches": where_to["mailbox"],
        "popup_gestures": len(trusted) - len(outside),
    }

"""What visits and steps cost the customer, as bars and numbers."""

from __future__ import annotations

from dataclasses import dataclass

from cxcheck.model.artifact import Outcome
from cxcheck.model.run import JudgedVisit
from cxcheck.model.scorecard import Counts, GestureCounts, Scorecard, StepCost
from cxcheck.report.svg import Bar, bar
from cxcheck.report.words import NOT_MEASURED, at_least, duration, parts_of, plural

PARTS = {"waiting": "Waiting for the site", "effort": "Own effort", "interruption": "Interruptions"}


@dataclass(frozen=True)
class Cost:
    """The three parts of customer time, each with its key in ``PARTS``, and their sum."""

    bar: Bar
    parts: tuple[tuple[str, str, str], ...]
    total: str  # empty when a part was not measured
    note: str

    @property
    def known(self) -> bool:
        """Whether any part was measured."""
        return any(amount != NOT_MEASURED for _, _, amount in self.parts)


def cost(visit: JudgedVisit, whole_ms: float) -> Cost:
    """A visit's customer time; ``whole_ms`` is what a full bar stands for."""
    card = visit.scorecard
    waiting, effort, interruption = parts_of(card)
    shown = dict(zip(PARTS, (waiting, at_least(effort), interruption), strict=True))
    words = "; ".join(f"{PARTS[kind]}: {amount}" for kind, amount in shown.items())
    return Cost(
        bar=bar(_known(card), whole_ms, words),
        parts=tuple((kind, PARTS[kind], amount) for kind, amount in shown.items()),
        total=at_least(duration(card.total_ms)) if card.total_ms is not None else "",
        note=_note(visit),
    )


def longest(cards: list[Scorecard]) -> float:
    """The most customer time any of them took, as far as measured, in milliseconds."""
    return max((sum(ms or 0 for ms in _known(card).values()) for card in cards), default=0)


def step_bar(step: StepCost, whole_ms: float) -> Bar:
    """A step's customer time, as a share of the visit's longest step."""
    known = _known(step)
    words = "; ".join(f"{PARTS[kind]}: {duration(ms)}" for kind, ms in known.items())
    return bar(known, whole_ms, words)


def step_ms(step: StepCost) -> float:
    """A step's customer time as far as it was measured."""
    return sum(ms or 0 for ms in _known(step).values())


def highlights(counts: Counts) -> tuple[str, ...]:
    """The counts that lead: ``2 pop-ups``, ``5 screens``, ``3 clicks`` …; the first two say when not measured."""
    if counts == Counts():
        return ("nothing counted",)
    leading = ((counts.popups, "pop-up"), (counts.screens, "screen"))
    return (
        *(f"{what}s {NOT_MEASURED}" if count is None else plural(count, what) for count, what in leading),
        *gestures(counts),
    )


def gestures(done: GestureCounts) -> tuple[str, ...]:
    """What the customer did, without what they did not: ``14 clicks``, ``11 fields, 148 characters``, …."""
    if done.clicks is None:
        return (f"gestures {NOT_MEASURED}",)
    screenfuls = done.screenfuls or 0
    tabs = f" ({done.tabs} Tab)" if done.tabs else ""
    characters = f", {plural(done.characters, 'character')}" if done.characters else ""
    named = (
        (done.clicks, plural(done.clicks or 0, "click")),
        (done.taps, plural(done.taps or 0, "tap")),
        (done.keys, plural(done.keys or 0, "key") + tabs),
        (done.fields, plural(done.fields or 0, "field") + characters),
        (done.choices, plural(done.choices or 0, "choice")),
        (done.ticks, plural(done.ticks or 0, "tick")),
        (screenfuls, f"{screenfuls:g} {'screenful' if screenfuls == 1 else 'screenfuls'} scrolled"),
        (done.backs, f"{done.backs} × back"),
        (done.switches, f"{plural(done.switches or 0, 'trip')} to the mailbox"),
    )
    return tuple(words for count, words in named if count)


def all_counts(counts: Counts) -> tuple[tuple[str, str], ...]:
    """Every count with its name."""
    return tuple(
        (name, NOT_MEASURED if count is None else f"{count:g}")
        for name, count in (
            ("Pop-ups nobody asked for", counts.popups),
            ("Gestures spent on pop-ups", counts.popup_gestures),
            ("Screens seen", counts.screens),
            ("Whole pages loaded", counts.documents),
            ("Pressed in all, by mouse, finger or key", counts.presses),
            ("Clicks", counts.clicks),
            ("Taps", counts.taps),
            ("Command keys", counts.keys),
            ("… of them Tab", counts.tabs),
            ("Fields filled", counts.fields),
            ("Characters typed", counts.characters),
            ("Choices made in lists", counts.choices),
            ("Boxes ticked", counts.ticks),
            ("Screenfuls scrolled", counts.screenfuls),
            ("Times gone back", counts.backs),
            ("Trips to the mailbox", counts.switches),
            ("E-mails waited for", counts.mails),
            ("Marketing mails until the visit ended", counts.marketing_mails),
            ("Site hints needed", counts.hints),
        )
    )


def _known(card: Scorecard | StepCost) -> dict[str, float | None]:
    return dict(zip(PARTS, (card.waiting_ms, card.effort_ms, card.interruption_ms), strict=True))


def _note(visit: JudgedVisit) -> str:
    match visit.artifacts.timeline.outcome:
        case Outcome.CUT_OFF:
            return "until the recording stopped"
        case Outcome.NOT_FINISHED:
            return "until it could go no further"
        case _:
            return ""

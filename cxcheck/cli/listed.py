"""Journeys, their steps and who walks them, as text and as data."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from cxcheck.cli.traits import traits
from cxcheck.model.journey import Budget, Journey
from cxcheck.model.persona import Persona
from cxcheck.plugin.steps import Plan, PlannedStep, When
from cxcheck.report.foreign import on_one_line
from cxcheck.report.words import plural

_LABEL = 10  # columns, so that what follows stands below each other
_OPEN = " …  the source alone does not say which steps a visit has"
_NOTES = {When.ALWAYS: "", When.SOMETIMES: "not always", When.REPEATED: "repeated"}


@dataclass
class ListedJourney:
    """A journey with its file, as this folder names it, its steps, its personas, and how many visits it makes.

    ``own`` is the budget beside it; its journey has that with what settings add.
    """

    journey: Journey
    file: str
    plan: Plan
    personas: list[Persona] = field(default_factory=list)
    visits: int = 0
    own: Budget = field(default_factory=Budget)


def as_data(journeys: Sequence[ListedJourney]) -> dict[str, Any]:
    """For ``--json``. A step's ``title`` is null where it is computed; ``expression`` is its source."""
    return {
        "journeys": [
            {
                **one.journey.model_dump(mode="json", include={"key", "title", "goal"}),
                "file": one.file,
                "line": one.journey.line,
                "budget": one.journey.budget.model_dump(mode="json", exclude_defaults=True),
                "personas": [persona.key for persona in one.personas],
                "steps": [step.model_dump(mode="json") for step in one.plan.steps],
                "steps_complete": one.plan.complete,
                "visits": one.visits,
            }
            for one in journeys
        ],
        "personas": [
            {**persona.model_dump(mode="json", include={"key", "title", "summary"}), "traits": traits(persona)}
            for persona in _all(journeys)
        ],
        "visits": sum(one.visits for one in journeys),
    }


def as_text(journeys: Sequence[ListedJourney], *, width: int, bold: bool) -> str:
    """For people: a paragraph for each journey, a table of the personas, and what that makes."""
    lines: list[str] = []
    for one in journeys:
        lines += [*_journey(one, width, bold=bold), ""]
    personas = _all(journeys)
    lines.append(heading("Personas", bold=bold))
    column = max(len(persona.key) for persona in personas) + 2
    for persona in personas:
        lines += wrapped(persona.key, persona.title, width, column)
        lines += wrapped("", ", ".join(traits(persona)), width, column)
    visits = plural(sum(one.visits for one in journeys), "visit")
    lines += ["", f"{plural(len(journeys), 'journey')}, {plural(len(personas), 'persona')}: {visits}"]
    return "\n".join(lines)


def budget_words(budget: Budget) -> str:
    """``3 minutes, 1 pop-up``."""
    limits = (
        (budget.minutes, "minute", "minutes"),
        (budget.waiting_seconds, "second of waiting", "seconds of waiting"),
        (budget.popups, "pop-up", "pop-ups"),
    )
    said = [f"{limit:g} {one if limit == 1 else many}" for limit, one, many in limits if limit is not None]
    if budget.score is not None:
        said.append(f"a score of {budget.score:g} or more")
    said += [f"{limit.says} {'' if limit.at_most is None else 'at most '}{limit.bound}" for limit in budget.limits]
    return ", ".join(said) or "none"


def _journey(one: ListedJourney, width: int, *, bold: bool) -> Iterator[str]:
    yield heading(one.journey.title, bold=bold)
    rows = {
        "goal": one.journey.goal,
        "budget": budget_words(one.journey.budget),
        "walked by": ", ".join(persona.key for persona in one.personas),
        "file": f"{one.file}:{one.journey.line}",
    }
    for label, text in rows.items():
        yield from wrapped(label, text, width) if text else ()
    for number, step in enumerate(one.plan.steps, start=1):
        yield from wrapped("steps" if number == 1 else "", f"{number:>2}  {_step(step)}", width, hang=4)
    if not one.plan.complete:
        yield from wrapped("" if one.plan.steps else "steps", _OPEN, width, hang=4)
    elif not one.plan.steps:
        yield from wrapped("steps", "none", width)


def _step(step: PlannedStep) -> str:
    title = step.title if step.title is not None else f"computed: {step.expression}"
    notes = ", ".join(filter(None, ["moment of truth" if step.moment_of_truth else "", _NOTES[step.when]]))
    return f"{title}  ({notes})" if notes else title


def heading(text: str, *, bold: bool) -> str:
    """A line that stands out where the terminal can do that."""
    text = on_one_line(text)
    return f"\x1b[1m{text}\x1b[0m" if bold else text


def wrapped(label: str, text: str, width: int, column: int = _LABEL, hang: int = 0) -> list[str]:
    """A label and what belongs to it, on lines no longer than ``width``."""
    first = f"  {label:<{column}}"
    number, text = text[:hang], on_one_line(text[hang:])
    return textwrap.wrap(text, width, initial_indent=first + number, subsequent_indent=" " * (len(first) + hang))


def _all(journeys: Iterable[ListedJourney]) -> list[Persona]:
    """Everybody who walks, once each."""
    return list({persona.key: persona for one in journeys for persona in one.personas}.values())

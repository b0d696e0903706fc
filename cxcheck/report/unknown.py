"""What could not be measured anywhere in a run, each thing once, with the visits in which it was not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxcheck.model.run import JudgedVisit
from cxcheck.report.names import names
from cxcheck.report.words import capital, few, listed, plural

_JOURNEYS = 5  # our choice: so many are named
Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Unknown:
    """``where`` names customers and journeys."""

    what: str
    reason: str
    where: str
    visits: int


def of_visit(visit: JudgedVisit) -> Facts:
    """What and why, of one visit."""
    return tuple((capital(listed(one.what)), one.reason) for one in visit.scorecard.unmeasured)


def of_run(visits: Sequence[JudgedVisit]) -> tuple[Unknown, ...]:
    """In the order in which the run met them."""
    called = names(visits)
    met: dict[tuple[str, str], list[JudgedVisit]] = {}
    for visit in visits:
        for fact in of_visit(visit):
            met.setdefault(fact, []).append(visit)
    return tuple(Unknown(*fact, _where(found, visits, called), len(found)) for fact, found in met.items())


def counted(found: Sequence[Unknown]) -> str:
    """``3 things were not measured``; empty when everything was."""
    return f"{plural(len(found), 'thing')} {'was' if len(found) == 1 else 'were'} not measured" if found else ""


def _where(found: Sequence[JudgedVisit], run: Sequence[JudgedVisit], called: dict[str, str]) -> str:
    if len(found) == len(run):
        return "in this visit" if len(run) == 1 else "in all visits"
    by_journey: dict[str, list[str]] = {}
    for visit in found:
        by_journey.setdefault(visit.info.journey.title, []).append(called[visit.info.persona.key])
    said = [f"{journey}: {few(list(dict.fromkeys(people)))}" for journey, people in by_journey.items()]
    more = [f"and {len(said) - _JOURNEYS} more journeys"] if len(said) > _JOURNEYS else []
    return f"in {len(found)} of {len(run)} visits ({'; '.join([*said[:_JOURNEYS], *more])})"

"""What customers are called where room is short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from cxcheck.model.persona import Persona
from cxcheck.model.run import JudgedVisit
from cxcheck.report.words import clipped, listed, plural

LONGEST_NAME = 24  # our choice, as is the next: what a narrow column holds on two lines
NAMED = 5


def names(visits: Sequence[JudgedVisit]) -> dict[str, str]:
    """By persona's key: ``Maria, one hand on the pram`` is Maria, unless another one would be called so too."""
    personas = {visit.info.persona.key: visit.info.persona for visit in visits}
    shared = Counter(map(_short, personas.values()))
    return {
        key: clipped(persona.title if shared[_short(persona)] > 1 else _short(persona), LONGEST_NAME)
        for key, persona in personas.items()
    }


def who(visits: Iterable[JudgedVisit], named: Mapping[str, str], run: Sequence[JudgedVisit] = ()) -> str:
    """The customers of these visits: ``Tom, Maria and Claire``; of many the first ones and how many others.

    With the whole ``run``, those who walked a journey several times have in how many: ``Tom and Maria (1 of 3)``.
    """
    count = _count(visits)
    journeys = {journey for _, journey in count}
    often = _count(visit for visit in run if visit.info.journey.key in journeys)
    keys = dict.fromkeys(persona for persona, _ in count)
    all_of_them = list(dict.fromkeys(named[key] + _of(key, count, often) for key in keys))
    if len(all_of_them) <= NAMED:
        return listed(all_of_them)
    shown = all_of_them[: NAMED - 1]
    return listed([*shown, plural(len(all_of_them) - len(shown), "other")])


def traits(visits: Iterable[JudgedVisit]) -> dict[str, str]:
    """By persona's key, what the title says beyond the name: ``one hand on the pram``."""
    return {visit.info.persona.key: visit.info.persona.title.partition(",")[2].strip() for visit in visits}


def _count(visits: Iterable[JudgedVisit]) -> Counter[tuple[str, str]]:
    """Visits by persona and journey."""
    return Counter((visit.info.persona.key, visit.info.journey.key) for visit in visits)


def _of(persona: str, count: Counter[tuple[str, str]], often: Counter[tuple[str, str]]) -> str:
    mine = {pair: number for pair, number in often.items() if pair[0] == persona and pair in count}
    seen, of = sum(count[pair] for pair in mine), sum(mine.values())
    return f" ({seen} of {of})" if seen < of and max(mine.values()) > 1 else ""


def _short(persona: Persona) -> str:
    return persona.title.partition(",")[0].strip() or persona.key

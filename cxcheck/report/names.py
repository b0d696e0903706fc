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


def who(visits: Iterable[JudgedVisit], named: Mapping[str, str]) -> str:
    """The customers of these visits: ``Tom, Maria and Claire``; of many the first ones and how many others."""
    all_of_them = list(dict.fromkeys(named[visit.info.persona.key] for visit in visits))
    if len(all_of_them) <= NAMED:
        return listed(all_of_them)
    shown = all_of_them[: NAMED - 1]
    return listed([*shown, plural(len(all_of_them) - len(shown), "other")])


def traits(visits: Iterable[JudgedVisit]) -> dict[str, str]:
    """By persona's key, what the title says beyond the name: ``one hand on the pram``."""
    return {visit.info.persona.key: visit.info.persona.title.partition(",")[2].strip() for visit in visits}


def _short(persona: Persona) -> str:
    return persona.title.partition(",")[0].strip() or persona.key

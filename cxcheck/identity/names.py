"""Given and family name of a person, in their own script and in Latin letters."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from cxcheck.identity.latin import latin

if TYPE_CHECKING:
    from random import Random

    from faker import Faker

    from cxcheck.model.persona import IdentityTraits


@dataclass(frozen=True)
class Name:
    """``latin`` is given name and family name, each '' where nobody can tell. ``whole`` is in the country's order."""

    given: str
    family: str
    latin: tuple[str, str]
    whole: str


def name_of(traits: IdentityTraits, fake: Faker, chance: Random) -> Name:
    """A name by locale and gender, or the persona's own."""
    language = traits.locale.partition("_")[0]
    own = _file().get(language)
    gender: str = traits.gender or chance.choice(("female", "male"))
    if own:
        given = traits.given_name or chance.choice([*own[gender]])
        family = traits.family_name or chance.choice([*own["family"]])
    else:
        given = traits.given_name or _by(fake, "first_name", gender)
        family = traits.family_name or _by(fake, "last_name", gender)
    spelt = ({**own["female"], **own["male"]} if own else {}, own["family"] if own else {})
    in_latin = (
        traits.latin_name or spelt[0].get(given) or latin(given, beside=family),
        spelt[1].get(family) or latin(family, beside=given),
    )
    last_first = own is not None and "apart" in own
    whole = f"{family}{own['apart']}{given}" if own and last_first else f"{given} {family}"
    return Name(given, family, in_latin, whole)


def _by(fake: Faker, what: str, gender: str) -> str:
    """Where the language has names for women and for men, one of these."""
    return str(getattr(fake, f"{what}_{gender}", getattr(fake, what))())


@cache
def _file() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files(__package__) / "names.toml").read_text(encoding="utf-8"))

"""A page of all personas with their portraits, for whoever wants to know the customers: one file, without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from cxcheck.report.avatar import avatar
from cxcheck.report.foreign import visible
from cxcheck.report.words import capital

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from cxcheck.model.identity import Identity
    from cxcheck.model.persona import Persona


class Shown(NamedTuple):
    """A persona, what sets them apart, their temper, and people they may be."""

    persona: Persona
    traits: Sequence[str]
    temper: Sequence[str]
    people: Sequence[Identity]


def page(groups: Mapping[str, Sequence[Shown]]) -> str:
    """The whole page; ``groups`` by their headings."""
    environment = Environment(
        loader=PackageLoader("cxcheck.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    environment.filters["capital"] = capital
    shown = [(title, group) for title, group in groups.items() if group]
    return environment.get_template("people.jinja").render(groups=shown, avatar=avatar)


def _harmless(value: Any) -> Any:
    return visible(value) if type(value) is str else value

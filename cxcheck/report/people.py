"""A page of all personas with their portraits, for whoever wants to know the customers: one file, without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxcheck.report.avatar import avatar
from cxcheck.report.pages import environment
from cxcheck.report.words import capital

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
    templates = environment("cxcheck.report")
    templates.filters["capital"] = capital
    shown = [(title, group) for title, group in groups.items() if group]
    return templates.get_template("people.jinja").render(groups=shown, avatar=avatar)

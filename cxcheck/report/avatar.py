"""A persona's portrait: one small SVG put together from the parts in ``static/avatar.toml``."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from cxcheck.report.foreign import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxcheck.model.avatar import Avatar
    from cxcheck.model.persona import Persona
    from cxcheck.model.run import JudgedVisit

_LINE = "#2b2430"
_NEUTRAL = ("#d8d4cb", "#3c4257")
_SHOULDERS = "M14 80.5C18 70 30 67 39 65c3 6 15 6 18 0 9 2 21 5 25 15.5A47 47 0 0 1 14 80.5z"
_OVER_THE_EARS = {"headscarf", "long", "bob"}


def avatar(persona: Persona, size_px: int = 48) -> Markup:
    """The persona's portrait, decorative: the name stands beside it. One without a drawing gets an initial."""
    return Markup(  # noqa: S704  # of our own parts; what a file says is escaped in _initial
        f'<svg class="cx-avatar" viewBox="0 0 96 96" width="{size_px}" height="{size_px}" aria-hidden="true" '
        f'focusable="false">{_drawn(persona)}</svg>'
    )


def gallery(visits: Iterable[JudgedVisit]) -> Markup:
    """Each customer's portrait once, for a page that shows it in many places by ``shown``; draws nothing itself."""
    personas = {visit.info.persona.key: visit.info.persona for visit in visits if not visit.info.journey.test}
    symbols = (
        f'<symbol id="cx-who-{key}" viewBox="0 0 96 96">{_drawn(persona)}</symbol>' for key, persona in personas.items()
    )
    return Markup(f'<svg class="cx-avatars" width="0" height="0" aria-hidden="true">{"".join(symbols)}</svg>')  # noqa: S704


def shown(visit: JudgedVisit, size_px: int) -> Markup:
    """The portrait of a visit's customer, out of the page's ``gallery``; nothing for an ordinary test."""
    if visit.info.journey.test:
        return Markup()
    key = visit.info.persona.key  # letters, digits, - and _
    return Markup(  # noqa: S704
        f'<svg class="cx-avatar" width="{size_px}" height="{size_px}" aria-hidden="true" focusable="false">'
        f'<use href="#cx-who-{key}"/></svg>'
    )


def _drawn(persona: Persona) -> str:
    return _portrait(persona.avatar) if persona.avatar else _initial(persona.title)


def _portrait(traits: Avatar) -> str:
    """From the back to the front."""
    parts = _parts()
    skin, hair = parts["skin"][traits.skin], parts["hair_color"][traits.hair_color]
    filled = {"skin": skin, "hair": hair, "line": _LINE}
    head = {name: drawn.format(**filled) for name, drawn in parts["head"].items()}
    extras = {name: parts["extras"][name].format(**filled) for name in traits.extras}
    drawn = [
        f'<circle cx="48" cy="48" r="47" fill="{parts["background"][traits.background]}"/>',
        f'<g fill="{hair}">{parts["behind"].get(traits.hair, "")}</g>',
        f'<path d="M40 60h16v13H40z" fill="{skin}"/>',
        f'<path d="M40 64c4 5 12 5 16 1v5c-4 4-12 4-16 0z" fill="{_LINE}" fill-opacity=".14"/>',
        f'<path d="{_SHOULDERS}" fill="{parts["top"][traits.top]}"/>',
        parts["collar"][traits.collar].format(**filled),
        "" if traits.hair in _OVER_THE_EARS else head["ears"],
        head["face"],
        extras.pop("freckles", ""),
        extras.pop("beard", ""),
        head["features"],
        extras.pop("moustache", ""),
        f'<g fill="{hair}">{parts["hair"][traits.hair]}</g>',
        *extras.values(),
    ]
    return "".join(drawn)


@cache
def _parts() -> dict[str, dict[str, str]]:
    return tomllib.loads((files(__package__) / "static" / "avatar.toml").read_text(encoding="utf-8"))


def _initial(title: str) -> str:
    """The first letter of a name, whatever its script."""
    letter = next((char for char in visible(title) if unicodedata.category(char)[0] in "LN"), "?").upper()
    ground, ink = _NEUTRAL
    return (
        f'<circle cx="48" cy="48" r="47" fill="{ground}"/><text x="48" y="48" dy=".35em" text-anchor="middle" '
        f'font-size="44" font-weight="600" fill="{ink}">{escape(letter)}</text>'
    )

"""How a persona is drawn: parts to choose from, put together by ``report/avatar.py``."""

from __future__ import annotations

from typing import Literal

from cxcheck.model.base import Model


class Avatar(Model):
    """A head and shoulders. The words are those of the drawing's parts; colours are one palette for all personas."""

    skin: Literal["pale", "fair", "tan", "olive", "brown", "deep"] = "fair"
    hair: Literal["short", "crop", "curly", "bob", "long", "bun", "parted", "fringe", "thin", "headscarf"] = "short"
    hair_color: Literal["black", "brown", "auburn", "blond", "grey", "white", "teal", "plum"] = "brown"
    top: Literal["red", "blue", "green", "yellow", "plum", "teal", "ink", "sand"] = "blue"
    collar: Literal["round", "shirt", "hood", "scarf"] = "round"
    background: Literal["mint", "sky", "peach", "lilac", "butter", "rose", "sage", "stone"] = "sky"
    extras: tuple[Literal["glasses", "beard", "moustache", "earrings", "freckles", "headphones"], ...] = ()

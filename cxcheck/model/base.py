"""What all models share: they never change, and they refuse what they do not know."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

_GIVEN: dict[frozenset[str], set[str]] = {}


class Model(BaseModel):
    """Frozen and strict about keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    def model_post_init(self, context: Any, /) -> None:
        """Share the set of given fields with all that were given the same: it is a third of a stored visit's memory."""
        del context
        given = frozenset(self.__pydantic_fields_set__)
        object.__setattr__(self, "__pydantic_fields_set__", _GIVEN.setdefault(given, set(given)))


class Box(Model):
    """A rectangle in the page's viewport, in CSS pixels."""

    x_px: float
    y_px: float
    width_px: float
    height_px: float

"""What all models share: they never change, and they refuse what they do not know."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """Frozen and strict about keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Box(Model):
    """A rectangle in the page's viewport, in CSS pixels."""

    x_px: float
    y_px: float
    width_px: float
    height_px: float

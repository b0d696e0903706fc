"""The constants, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from cxcheck.model.base import Model


class Severities(Model):
    """Points by severity."""

    because: str
    critical: float
    serious: float
    moderate: float
    minor: float


class Grades(Model):
    """Lowest score of each grade; below D it is F."""

    because: str
    A: float
    B: float
    C: float
    D: float


class Caps(Model):
    """Highest score when something is true."""

    because: str
    not_finished: float
    critical: float


class EffortTimes(Model):
    """Operators of the keystroke-level model, in milliseconds."""

    because: str
    mental: float
    point_mouse: float
    press_mouse: float
    point_touch: float
    press_touch: float
    home: float
    key: float
    key_secret: float
    scroll: float
    mailbox: float


class InterruptionTimes(Model):
    """What handling a pop-up takes beside pointing and pressing."""

    because: str
    read_ratio: float
    words_per_minute: float


class Weights(Model):
    """One version of all constants."""

    version: str
    severity: Severities
    grades: Grades
    caps: Caps
    effort: EffortTimes
    interruption: InterruptionTimes


@cache
def weights() -> Weights:
    """The constants as shipped."""
    text = files(__package__).joinpath("weights.toml").read_text(encoding="utf-8")
    return Weights.model_validate(tomllib.loads(text))

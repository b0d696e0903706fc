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


class Constant(Model):
    """A number with its unit ("" for a ratio), what it stands for, and where it comes from."""

    value: float
    unit: str
    means: str
    source: str


class EffortTimes(Model):
    """Operators of the keystroke-level model."""

    because: str
    mental: Constant
    point_mouse: Constant
    point_mouse_least: Constant
    point_mouse_bit: Constant
    point_mouse_most: Constant
    press_mouse: Constant
    point_touch: Constant
    press_touch: Constant
    home: Constant
    key_secret: Constant
    scroll: Constant
    other_app: Constant
    decide_bit: Constant


class ReadingSpeeds(Model):
    """Reading aloud, a minute: by language in words, or in signs where no space parts the words."""

    because: str
    silent_ratio: Constant
    characters: Constant
    words: dict[str, float]
    signs: dict[str, float]


class InterruptionTimes(Model):
    """What handling a pop-up takes beside thinking, pointing, pressing and reading."""

    because: str
    read_ratio: Constant
    mid_form: Constant


class Weights(Model):
    """One version of all constants."""

    version: str
    severity: Severities
    grades: Grades
    caps: Caps
    effort: EffortTimes
    reading: ReadingSpeeds
    interruption: InterruptionTimes


@cache
def weights() -> Weights:
    """The constants as shipped."""
    text = files(__package__).joinpath("weights.toml").read_text(encoding="utf-8")
    return Weights.model_validate(tomllib.loads(text))

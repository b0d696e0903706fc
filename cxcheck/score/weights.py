"""The constants: read once, and those that are scored with just now."""

from __future__ import annotations

import tomllib
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, model_validator

from cxcheck.model import limits
from cxcheck.model.base import Model
from cxcheck.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

_AboveNought = Annotated[float, Field(gt=0)]  # what is divided by
_FromNought = Annotated[float, Field(ge=0)]
_Score = Annotated[float, Field(ge=0, le=100)]


class Severities(Model):
    """Points by severity."""

    because: str
    critical: _AboveNought
    serious: _AboveNought
    moderate: _AboveNought
    minor: _AboveNought


class AttributeWeights(Model):
    """What each attribute counts for in the journey's score; 0: it is shown, and does not count."""

    because: str
    speed: _FromNought
    ease: _FromNought
    convenience: _FromNought
    certainty: _FromNought
    consistency: _FromNought
    resolution: _FromNought
    relevance: _FromNought
    personalisation: _FromNought
    omnichannel: _FromNought


class Grades(Model):
    """Lowest score of each grade; below D it is F."""

    because: str
    A: _Score
    B: _Score
    C: _Score
    D: _Score

    @model_validator(mode="after")
    def _fall(self) -> Grades:
        if not self.A > self.B > self.C > self.D:
            raise ValueError("each grade must begin below the one before")
        return self


class Caps(Model):
    """Highest score when something is true."""

    because: str
    not_finished: _Score
    critical: _Score


class Constant(Model):
    """A number with its unit ("" for a ratio), what it stands for, and where it comes from."""

    value: _FromNought
    unit: str
    means: str
    source: str


class Divisor(Constant):
    """One that is divided by."""

    value: _AboveNought


class WaitingTimes(Model):
    """Which waits count."""

    because: str
    noticed: Constant


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
    silent_ratio: Divisor
    characters: Divisor
    words: dict[str, _AboveNought]
    signs: dict[str, _AboveNought]


class InterruptionTimes(Model):
    """What handling a pop-up takes beside thinking, pointing, pressing and reading."""

    because: str
    read_ratio: Constant
    mid_form: Constant
    closing_most: Constant


class CheckConstants(Model):
    """What is set otherwise than a check itself says: how bad it is, its curve (p10, median), its limits.

    What it finds worse or milder than itself stays so, by as many grades.
    """

    severity: Severity | None = None
    curve: tuple[_AboveNought, _AboveNought] | None = None
    limits: dict[str, _AboveNought] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _falls(self) -> CheckConstants:
        if self.curve is not None and self.curve[0] >= self.curve[1]:
            raise ValueError("the first number of a curve must be below the second")
        return self


class Weights(Model):
    """One version of all constants; ``checks`` has those for which something was set, by id."""

    version: str
    severity: Severities
    attributes: AttributeWeights
    grades: Grades
    caps: Caps
    waiting: WaitingTimes
    effort: EffortTimes
    reading: ReadingSpeeds
    interruption: InterruptionTimes
    checks: dict[str, CheckConstants] = Field(default_factory=dict)


def shipped_tables() -> dict[str, Any]:
    """The file of constants as it stands; a new copy each time."""
    return tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))


@cache
def shipped() -> Weights:
    """The constants as shipped."""
    return Weights.model_validate(shipped_tables())


_in_use: list[Weights] = []  # no context variable: Playwright's greenlets would not see it


def weights() -> Weights:
    """What is scored with: the constants as shipped, unless others are in use."""
    return _in_use[-1] if _in_use else shipped()


def use(constants: Weights) -> None:
    """Score with these for the rest of the process, which has one run."""
    _in_use[:] = [constants]
    _tell_limits()


@contextmanager
def using(constants: Weights) -> Iterator[None]:
    """Score with these for a while."""
    _in_use.append(constants)
    _tell_limits()
    try:
        yield
    finally:
        _in_use.pop()
        _tell_limits()


def _tell_limits() -> None:
    """Checks, which know nothing of scores, have theirs in a place of their own."""
    limits.use({check: constants.limits for check, constants in weights().checks.items()})

"""The ups and downs of a journey as a line: the worse what was found in a step, the lower it runs there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from cxcheck.model.finding import Severity

WORDS = ("nothing found", *(kind.value for kind in reversed(list(Severity))))  # by level, 0 to 4
LOWEST = len(WORDS) - 1
_MARGIN, _DEPTH = 6, 38  # our choice, in a box of 100 x 50: where the line runs at level 0, and how deep it may go


@dataclass(frozen=True)
class Mood:
    """A step's piece of the line, from its own dot at ``y`` to the next step's: points of SVG shapes, empty at an end.

    ``line`` is the median of those who came here, ``area`` reaches down to the one who was worst off. ``kind`` is the
    worst's severity, or ``none``, and ``words`` says it, with how many it was for.
    """

    kind: str
    words: str
    y: float
    line: str
    area: str


def ups_and_downs(steps: Sequence[Sequence[int]]) -> tuple[Mood | None, ...]:
    """A piece for each step, out of the levels of those who came: indices of ``WORDS``. None: nobody came."""
    following = [*steps[1:], ()]
    return tuple(_mood(here, after) if here else None for here, after in zip(steps, following, strict=False))


def _mood(here: Sequence[int], after: Sequence[int]) -> Mood:
    worst = max(here)
    alone = f" for {list(here).count(worst)} of {len(here)}" if worst > min(here) else ""
    start, low = _y(median(here)), _y(worst)
    line = f"0,{start:g} 100,{_y(median(after)):g}" if after else ""
    area = f"{line} 100,{_y(max(after)):g} 0,{low:g}" if after else ""
    return Mood(WORDS[worst] if worst else "none", WORDS[worst] + alone, start, line, area)


def _y(level: float) -> float:
    return round(_MARGIN + level * _DEPTH / LOWEST, 1)

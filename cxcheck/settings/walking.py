"""How customers walk: how often, how fast, what is kept, and what a broken budget comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast, get_args

from cxcheck.errors import SettingsError, nearest, problem
from cxcheck.model.budget import Level
from cxcheck.model.pace import Pace
from cxcheck.model.run import Record
from cxcheck.settings.layers import Told, told
from cxcheck.settings.project import MOST_REPEATS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def repeats(root: Path, given: str | None) -> int:
    """How often each persona walks each journey; once unless somebody says so.

    Raises:
        SettingsError: That is no such number.
    """
    value, where = told(root, "repeat", given)
    if isinstance(value, str) and (not value.isdecimal() or not 1 <= int(value) <= MOST_REPEATS):
        raise SettingsError(
            problem(
                f"cannot walk {value!r} times",
                where=where,
                expected=f"a whole number from 1 to {MOST_REPEATS}",
                todo="correct the number, or leave it out to walk once",
            )
        )
    return int(value)


def pace(root: Path, given: str | None) -> Pace:
    """How fast customers walk: brisk unless somebody says otherwise.

    Raises:
        SettingsError: That is no pace.
    """
    found = told(root, "pace", given)
    return Pace(_one_of(found, [*Pace], f"unknown pace {found.value!r}", "or leave it out to walk briskly"))


def record(root: Path, given: str | None) -> Record:
    """What is kept beside the events: the frames of the screen unless somebody says otherwise.

    Raises:
        SettingsError: That is nothing that can be kept.
    """
    found = told(root, "record", given)
    return cast("Record", _one_of(found, get_args(Record), f"cannot record {found.value!r}", "or leave it out"))


def budget_level(root: Path, given: str | None) -> Level:
    """What a broken budget comes to: a failure unless somebody says otherwise.

    Raises:
        SettingsError: That is no level.
    """
    found = told(root, "budget", given)
    what = f"a broken budget cannot come to {found.value!r}"
    return cast("Level", _one_of(found, get_args(Level), what, "or leave it out, for fail"))


def _one_of(found: Told, words: Sequence[str], what: str, otherwise: str) -> Any:
    if found.value in words:
        return found.value
    raise SettingsError(
        problem(
            what,
            where=found.where,
            expected="one of: " + ", ".join(words),
            near=nearest(found.value, words),
            todo=f"correct the word, {otherwise}",
        )
    )

"""Constants of the score as people set them: ``[tool.cxcheck.scoring]``, CXCHECK_SCORING, ``--cx-scoring``."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from cxcheck.checks.run import all_checks
from cxcheck.errors import SettingsError, nearest, problem
from cxcheck.score import constants

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cxcheck.model.scoring import Scoring, Value

_OTHERS = {"severity": "severity", "curve": "p10, median"}  # what may be set for a check, and in what


def set_constants(layers: Sequence[tuple[str, Mapping[str, Any] | str]], base: Scoring | None = None) -> Scoring:
    """What to score with, from layers as (where it was set, tables or TOML text), the strongest last.

    ``base``: what a stored run was scored with; None: the constants as shipped.

    Raises:
        SettingsError: A key that is no constant, or a value that cannot be one.
    """
    known = _known()
    values: dict[str, Value] = {}
    told: dict[str, str] = {}
    for where, tables in layers:
        for key, value in _leaves("", _tables(where, tables) if isinstance(tables, str) else tables):
            _check_key(key, value, known, where)
            _check_kind(key, value, known[key], where)
            values[key], told[key] = value, where
    try:
        return constants.scoring(values, told, base)
    except ValidationError as error:
        wrong = error.errors(include_url=False)[0]
        key = _named([str(part) for part in wrong["loc"]], known)
        where = told.get(key) or next((told[one] for one in told if one.startswith(f"{key}.")), layers[-1][0])
        given = values.get(key)
        unit = f" ({known[key]})" if known.get(key) else ""
        message = str(wrong["msg"]).removeprefix("Value error, ")
        raise SettingsError(
            problem(
                f"{key!r} cannot be {given!r}" if given is not None else f"[{key}] does not fit together",
                where=where,
                expected=message[:1].lower() + message[1:] + unit,
                todo="correct the value; 'cxcheck explain score' shows what it is otherwise",
            )
        ) from None


def _known() -> dict[str, str]:
    """Each key that can be set, with its unit."""
    of_checks = {
        f"checks.{check.META.id}.{what}": unit
        for check in all_checks()
        for what, unit in _OTHERS.items()
        if what != "curve" or check.META.curve
    }
    limits = {
        f"checks.{check.META.id}.limits.{name}": _unit(name) for check in all_checks() for name in check.META.limits
    }
    return constants.units() | of_checks | limits


def _unit(limit: str) -> str:
    """By the end of its name; a plain number has none."""
    return next((unit for unit in ("ms", "px") if limit.endswith(f"_{unit}")), "")


def _tables(where: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            problem(
                f"cannot understand {text!r}: {error}",
                where=where,
                expected='a line of TOML, such as: caps.critical = 60, or: checks.slow-answer.severity = "minor"',
                todo="correct it",
            )
        ) from None


def _leaves(key: str, tables: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in tables.items():
        below = f"{key}.{name}" if key else name
        if isinstance(value, dict):
            yield from _leaves(below, value)
        else:
            yield below, tuple(value) if isinstance(value, list) else value


def _check_key(key: str, value: Any, known: Mapping[str, str], where: str) -> None:
    if key in known:
        return
    group = ""
    for part in key.split("."):
        names = _beside(group, known)
        if part in names:
            group = f"{group}.{part}" if group else part
            continue
        raise SettingsError(
            problem(
                f"unknown constant {part!r}" + (f" in [{group}]" if group else ""),
                where=where,
                expected="one of: " + ", ".join(names) if names else f"{group} = a number ({known[group] or 'ratio'})",
                near=nearest(part, names),
                todo="correct the key; 'cxcheck explain score' and 'cxcheck explain effort' list them",
            )
        )
    names = _beside(group, known)
    raise SettingsError(
        problem(
            f"{key!r} cannot be {value!r}",
            where=where,
            expected=f"a table, with any of: {', '.join(names)}",
            todo=f"say which you mean: {key}.{names[0]} = …",
        )
    )


def _check_kind(key: str, value: Any, unit: str, where: str) -> None:
    """Words and yes/no are no numbers, even where one could be made of them."""
    if unit != _OTHERS["severity"] and isinstance(value, (bool, str)):
        raise SettingsError(
            problem(
                f"{key!r} cannot be {value!r}",
                where=where,
                expected=f"two numbers: [{unit}]" if unit == _OTHERS["curve"] else f"a number ({unit or 'ratio'})",
                todo="correct the value; 'cxcheck explain score' shows what it is otherwise",
            )
        )


def _beside(group: str, known: Mapping[str, str]) -> list[str]:
    """What stands directly in a group."""
    start = f"{group}." if group else ""
    return sorted({one.removeprefix(start).split(".")[0] for one in known if one.startswith(start)})


def _named(path: list[str], known: Mapping[str, str]) -> str:
    """The key that a place in the model stands for: ``caps.critical``, ``effort.mental`` without its ``value``."""
    for length in range(len(path), 0, -1):
        if ".".join(path[:length]) in known:
            return ".".join(path[:length])
    return ".".join(path)

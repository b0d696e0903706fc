"""The constants as a flat list, by dotted keys: to be named, set, written down with a run, and read again."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from cxcheck.model.scoring import Scoring, Value
from cxcheck.score.weights import Weights, shipped, shipped_tables

if TYPE_CHECKING:
    from collections.abc import Mapping

_CHECKS = "checks"
_SIGNS = 6  # of a hash; our choice: nobody sets constants in so many ways that two would meet
#: What a plain number of a group stands for; the others say it themselves.
_UNITS = {
    "severity": "weight", "attributes": "weight", "grades": "score of 100", "caps": "score of 100",
    "reading.words": "words a minute", "reading.signs": "signs a minute",
}  # fmt: skip


def flat(weights: Weights) -> dict[str, Value]:
    """Every number, by its key; of the checks what was set."""
    return dict(_flat("", weights.model_dump(mode="json", exclude_none=True)))


def units() -> dict[str, str]:
    """The unit of each constant as shipped, by its key; "" for a ratio."""
    tables = shipped_tables()

    def unit(key: str) -> str:
        group, _, name = key.rpartition(".")
        return _UNITS.get(group) or str(tables[group][name].get("unit", ""))

    return {key: unit(key) for key in flat(shipped())}


def weights_of(values: Mapping[str, Value], version: str) -> Weights:
    """The constants with these values in place of the shipped ones; a key that there is no more is left out.

    Raises:
        ValidationError: A value does not fit, or does not fit the others.
    """
    tables = shipped_tables() | {"version": version}
    for key, value in values.items():
        *path, last = key.split(".")
        table: Any = tables
        for part in path:
            table = table.setdefault(part, {}) if path[0] == _CHECKS else table.get(part, {})
        if isinstance(table.get(last), dict):
            table[last]["value"] = value
        elif last in table or path[0] == _CHECKS:
            table[last] = value
    return Weights.model_validate(tables)


def told(value: Value) -> str:
    """A value as people read it."""
    if isinstance(value, tuple):
        return " and ".join(f"{one:g}" for one in value)
    return value if isinstance(value, str) else f"{value:g}"


def scoring(values: Mapping[str, Value], layers: Mapping[str, str], base: Scoring | None = None) -> Scoring:
    """What to score with: ``values`` over ``base``, or over the shipped constants; who set each is in ``layers``.

    Raises:
        ValidationError: A value does not fit.
    """
    before = Scoring(version=shipped().version, values=flat(shipped()), overridden={}) if base is None else base
    changed = {key: value for key, value in values.items() if before.values.get(key) != value}
    if not changed:
        return before
    overridden = before.overridden | {key: layers[key] for key in changed}
    base_version = before.version.partition("+")[0]
    mine = flat(weights_of({**before.values, **changed}, base_version))
    digest = json.dumps({key: mine[key] for key in overridden}, sort_keys=True)
    version = f"{base_version}+{hashlib.sha256(digest.encode()).hexdigest()[:_SIGNS]}"
    return Scoring(version=version, values=mine, overridden=overridden)


def _flat(key: str, table: Mapping[str, Any]) -> Any:
    for name, value in table.items():
        below = f"{key}.{name}" if key else name
        if isinstance(value, dict):
            yield from [(below, value["value"])] if "value" in value else _flat(below, value)
        elif not isinstance(value, str) or key.startswith(_CHECKS):
            yield below, tuple(value) if isinstance(value, list) else value

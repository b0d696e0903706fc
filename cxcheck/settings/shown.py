"""Every setting with its value and the layer that set it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cxcheck.model.site import Site
from cxcheck.settings.layers import DEFAULT, Told, option, told, typed
from cxcheck.settings.people import choose_personas, personas
from cxcheck.settings.project import project_settings, project_table
from cxcheck.settings.sites import site
from cxcheck.settings.strict import build
from cxcheck.starter_files import folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from cxcheck.model.budget import Budget, Limit
    from cxcheck.model.scoring import Scoring

NOT_SET = "none"


class Shown(NamedTuple):
    """One setting. ``value`` is a text, a number or a list; ``layer`` an option, a variable, a line or ``default``."""

    key: str
    value: Any
    layer: str


def shown(root: Path, given: Mapping[str, Any]) -> Iterator[Shown]:
    """All but budgets and constants; ``given`` is the command line, by option: ``cx_pace``.

    Raises:
        SettingsError: Something cannot be understood, in any of the project's sites too.
    """
    yield from _of_the_site(root, given)
    keys, chosen = tuple(given["cx_persona"]), personas(root)
    own = "personas/" if (root / "personas").is_dir() else f"{DEFAULT}: {folder('personas').name}/ of cxcheck"
    names = [persona.key for persona in choose_personas(chosen, keys)]
    yield Shown("personas", names, option("persona") if keys else own)
    for key in ("pace", "repeat", "record"):
        found = told(root, key, given[f"cx_{key}"])
        yield Shown(key, found.value, found.where)
    yield _given("seed", given["cx_seed"], "random")
    yield _given("tag", given["cx_tag"], "random")
    yield _given("run-dir", given["cx_run_dir"], "reports/<time>-<site>")
    level = told(root, "budget", given["cx_budget"])
    yield Shown("budget.level", level.value, level.where)


def shown_limits(root: Path, journey: str, own: Budget, beside: str) -> Iterator[Shown]:
    """What limits one journey, whose own budget stands ``beside`` it (a file and a line)."""
    budgets, table = project_settings(root).budget, project_table(root)
    effective = budgets.of(journey, own)
    for limit in effective.all_limits:
        named = budgets.journeys.get(journey)
        if named is not None and _has(named, limit):
            where = table.where("budget", "journeys", journey, *_place(named, limit))
        elif _has(own, limit):
            where = beside
        else:
            where = table.where("budget", *_place(budgets, limit))
        rule = f", {limit.aggregate} of repeats" if limit.aggregate else ""
        level = f", {limit.level}" if limit.level != "fail" else ""
        at_most = "" if limit.at_most is None else "at most "
        yield Shown(f"budget.{journey}.{limit.id}", f"{at_most}{limit.bound}{level}{rule}", where)


def shown_constants(root: Path, scoring: Scoring, *, everything: bool) -> Iterator[Shown]:
    """The constants of the score: those that somebody set, or all."""
    table = project_table(root)
    for key, value in scoring.values.items():
        where = scoring.overridden.get(key)
        if where is not None and where.startswith(table.file):
            where = table.where("scoring", *key.split("."))
        if where is not None or everything:
            yield Shown(f"scoring.{key}", list(value) if isinstance(value, tuple) else value, where or DEFAULT)


def _of_the_site(root: Path, given: Mapping[str, Any]) -> Iterator[Shown]:
    sites = project_table(root).below("sites")
    for name in sites.values:
        build(Site, sites.below(name), name=name)  # also those that are not visited now
    found = site(root, given["cx_site"], given["cx_inbox"], given["cx_orders"])
    chosen = typed("site", given["cx_site"])
    if found is None:
        yield Shown("site", NOT_SET, DEFAULT)
        return
    own = sites.below(found.name) if found.name in sites.values else None
    layer = chosen.where if chosen else f"{sites.where(found.name)}, the only one there"
    yield Shown("site", found.name, layer)
    for key in Site.model_fields:
        value = getattr(found, key)
        if key == "name":
            continue
        where = own.where(key) if own is not None and key in own.values else DEFAULT
        if key == "base_url" and own is None:
            where = layer
        if key in {"inbox", "orders"}:
            where = (typed(key, given[f"cx_{key}"]) or Told(None, where)).where
        if key == "allowed_hosts":
            value = list(found.hosts)
        for below, part in _parts(value):
            yield Shown(f"site.{key}{below}", part, where)


def _parts(value: Any) -> Iterator[tuple[str, Any]]:
    """A table's own keys, each by itself; but what has no value."""
    table = value.model_dump() if hasattr(value, "model_dump") else value
    if isinstance(table, dict) and table:
        yield from ((f".{key}", part) for key, part in table.items() if part != "")
    else:
        yield "", NOT_SET if table is None or table == {} else table


def _given(key: str, value: object, otherwise: str) -> Shown:
    return Shown(key, otherwise, DEFAULT) if value is None else Shown(key, value, option(key))


def _has(budget: Budget, limit: Limit) -> bool:
    return any(one.id == limit.id for one in budget.all_limits)


def _place(budget: Budget, limit: Limit) -> Sequence[str | int]:
    """Where a limit stands in a budget's table: under its own key, or in the list."""
    listed = [index for index, one in enumerate(budget.limits) if one.id == limit.id]
    return ("limits", listed[0]) if listed else (limit.measure,)

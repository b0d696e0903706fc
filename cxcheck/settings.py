"""What people configure: personas, sites, walking, scoring. Command line > environment > pyproject > defaults."""

from __future__ import annotations

import os
import tomllib
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args

from pydantic import BaseModel, ValidationError

from cxcheck import starter_files
from cxcheck.errors import SettingsError, nearest, problem
from cxcheck.model.journey import ID_PATTERN
from cxcheck.model.pace import Pace
from cxcheck.model.persona import Persona
from cxcheck.model.run import Record
from cxcheck.model.site import InboxSettings, Site

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

M = TypeVar("M", bound=BaseModel)
ENVIRONMENT = {
    "site": "CXCHECK_SITE",
    "inbox": "CXCHECK_INBOX",
    "orders": "CXCHECK_ORDERS",
    "repeat": "CXCHECK_REPEAT",
    "record": "CXCHECK_RECORD",
    "pace": "CXCHECK_PACE",
    "scoring": "CXCHECK_SCORING",
}
_TABLES = {"sites", "scoring"}  # of [tool.cxcheck]
MOST_REPEATS = 99  # our choice: visits are numbered with two digits, and nobody waits for a hundred


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file's tables.

    Raises:
        SettingsError: It is not TOML, or not text.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            problem(f"is not valid TOML: {error}", where=str(path), todo="correct the file at that line")
        ) from None


def build(model: type[M], data: Mapping[str, Any], where: str) -> M:
    """The model from a table.

    Raises:
        SettingsError: An unknown key or an unfit value; the first one is told, with the nearest valid key.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        wrong = error.errors(include_url=False)
        # A misspelt key also makes the right one missing: the misspelling is what to mend.
        first = min(wrong, key=lambda one: one["type"] != "extra_forbidden")
        path = [str(part) for part in first["loc"]]
        section = f" in [{'.'.join(path[:-1])}]" if path[:-1] else ""
        if first["type"] == "extra_forbidden":
            known = sorted(_fields(model, path[:-1]))
            raise SettingsError(
                problem(
                    f"unknown key {path[-1]!r}{section}",
                    where=where,
                    expected="one of: " + ", ".join(known),
                    near=nearest(path[-1], known),
                    todo="correct the key, or remove it",
                )
            ) from None
        if first["type"] == "missing":
            raise SettingsError(
                problem(f"{path[-1]!r}{section} is missing", where=where, todo=f"add a line: {path[-1]} = …")
            ) from None
        raise SettingsError(
            problem(
                f"{path[-1]!r}{section} cannot be {first['input']!r}",
                where=where,
                expected=_in_mid_sentence(first["msg"].removeprefix("Value error, ")),
                todo="correct the value",
            )
        ) from None


def _in_mid_sentence(text: str) -> str:
    return text[:1].lower() + text[1:]


def _fields(model: type[BaseModel], path: list[str]) -> set[str]:
    """Names of the fields of a model, or of the one below it that the path leads to."""
    for part in path:
        found = model.model_fields[part].annotation if part in model.model_fields else None
        for below in (found, *get_args(found)):  # "X | None" leads to X
            if isinstance(below, type) and issubclass(below, BaseModel):
                model = below
    return set(model.model_fields) - {"key"} - ({"name"} if model is Site else set())  # those are not for the file


def personas(root: Path) -> dict[str, Persona]:
    """The project's personas by key; the starter ones when the project has no ``personas`` folder.

    Raises:
        SettingsError: A file cannot be understood.
    """
    own = root / "personas"
    folder = own if own.is_dir() else starter_files.folder("personas")
    found = {}
    for path in sorted(folder.glob("*.toml")):
        where = f"personas/{path.name}"
        if not ID_PATTERN.fullmatch(path.stem):
            raise SettingsError(
                problem(
                    "this file's name cannot be used as an id",
                    where=where,
                    expected="lower-case letters a-z, digits, - and _",
                    todo="rename the file",
                )
            )
        found[path.stem] = build(Persona, {**read_toml(path), "key": path.stem}, where)
    return found


def choose_personas(known: Mapping[str, Persona], wanted: tuple[str, ...]) -> list[Persona]:
    """The personas asked for by key, or all.

    Raises:
        SettingsError: A key that no file has.
    """
    for key in wanted:
        if key not in known:
            raise SettingsError(
                problem(
                    f"unknown persona {key!r}",
                    expected="one of: " + (", ".join(known) or "none: the personas folder is empty"),
                    near=nearest(key, known),
                    todo=f"correct the name, or write personas/{key}.toml",
                )
            )
    return [known[key] for key in wanted] if wanted else list(known.values())


def site(root: Path, name_or_url: str | None, inbox: str | None, orders: str | None = None) -> Site | None:
    """The site to visit: a name from ``pyproject.toml``, or an address with safe defaults. None: none was named.

    Raises:
        SettingsError: An unknown name, a malformed address, or settings that cannot be understood.
    """
    name_or_url = name_or_url or os.environ.get(ENVIRONMENT["site"])
    inbox = inbox or os.environ.get(ENVIRONMENT["inbox"])
    orders = orders or os.environ.get(ENVIRONMENT["orders"])
    table = _tool_table(root)
    sites: dict[str, Any] = table.get("sites", {})
    flat = (
        "sites" if not isinstance(sites, dict) else next((k for k, v in sites.items() if not isinstance(v, dict)), "")
    )
    if flat:
        raise SettingsError(
            problem(
                f"{flat!r} is not a table",
                where="pyproject.toml: [tool.cxcheck]",
                expected='[tool.cxcheck.sites.shop] with base_url = "https://shop.example/" below it',
                todo="write it so",
            )
        )
    if name_or_url is None:
        if len(sites) != 1:
            return None
        name_or_url = next(iter(sites))
    if name_or_url in sites:
        where = f"pyproject.toml: [tool.cxcheck.sites.{name_or_url}]"
        found = build(Site, {**sites[name_or_url], "name": name_or_url}, where)
    elif "/" in name_or_url or ":" in name_or_url or "." in name_or_url:
        found = site_at(name_or_url)
    else:
        raise SettingsError(
            problem(
                f"unknown site {name_or_url!r}",
                expected="an address such as https://shop.example/"
                + (f", or one of: {', '.join(sites)}" if sites else ", or a name from [tool.cxcheck.sites]"),
                near=nearest(name_or_url, sites),
                todo=f"correct the name, or describe it in pyproject.toml: [tool.cxcheck.sites.{name_or_url}]",
            )
        )
    if orders is not None:
        found = build(Site, found.model_dump() | {"orders": orders}, "--cx-orders")
    return found if inbox is None else found.model_copy(update={"inbox": _inbox(inbox)})


def _tool_table(root: Path) -> dict[str, Any]:
    """``[tool.cxcheck]`` of a project."""
    pyproject = root / "pyproject.toml"
    table: dict[str, Any] = read_toml(pyproject).get("tool", {}).get("cxcheck", {}) if pyproject.is_file() else {}
    unknown = set(table) - _TABLES
    if unknown:
        raise SettingsError(
            problem(
                f"unknown key {min(unknown)!r} in [tool.cxcheck]",
                where="pyproject.toml",
                expected="one of: " + ", ".join(sorted(_TABLES)),
                near=nearest(min(unknown), sorted(_TABLES)),
                todo="correct the key, or remove it",
            )
        )
    return table


def scoring_layers(root: Path, given: Sequence[str]) -> list[tuple[str, dict[str, Any] | str]]:
    """Where constants of the score are set, and the tables or the TOML text there; the strongest last.

    Raises:
        SettingsError: The project's file cannot be understood.
    """
    table = _tool_table(root).get("scoring", {})
    if not isinstance(table, dict):
        raise SettingsError(
            problem(
                "'scoring' is not a table",
                where="pyproject.toml: [tool.cxcheck]",
                expected="[tool.cxcheck.scoring] with lines such as: caps.critical = 60",
                todo="write it so",
            )
        )
    layers: list[tuple[str, dict[str, Any] | str]] = [("pyproject.toml: [tool.cxcheck.scoring]", table)]
    layers += [(ENVIRONMENT["scoring"], os.environ.get(ENVIRONMENT["scoring"], ""))]
    return [*layers, *(("--cx-scoring", text) for text in given)]


def repeats(given: str | None) -> int:
    """How often each persona walks each journey; once unless somebody says so.

    Raises:
        SettingsError: That is no such number.
    """
    told = given or os.environ.get(ENVIRONMENT["repeat"]) or "1"
    if not told.isdecimal() or not 1 <= int(told) <= MOST_REPEATS:
        raise SettingsError(
            problem(
                f"cannot walk {told!r} times",
                where="--cx-repeat" if given else ENVIRONMENT["repeat"],
                expected=f"a whole number from 1 to {MOST_REPEATS}",
                todo="correct the number, or leave it out to walk once",
            )
        )
    return int(told)


def pace(given: str | None) -> Pace:
    """How fast customers walk: brisk unless somebody says otherwise.

    Raises:
        SettingsError: That is no pace.
    """
    told = given or os.environ.get(ENVIRONMENT["pace"]) or Pace.BRISK
    if told in [*Pace]:
        return Pace(told)
    raise SettingsError(
        problem(
            f"unknown pace {told!r}",
            where="--cx-pace" if given else ENVIRONMENT["pace"],
            expected="one of: " + ", ".join(Pace),
            near=nearest(told, [*Pace]),
            todo="correct the word, or leave it out to walk briskly",
        )
    )


def record(given: str | None) -> Record:
    """What is kept beside the events: the frames of the screen unless somebody says otherwise.

    Raises:
        SettingsError: That is nothing that can be kept.
    """
    told = given or os.environ.get(ENVIRONMENT["record"]) or "frames"
    for known in get_args(Record):
        if told == known:
            return cast("Record", known)
    raise SettingsError(
        problem(
            f"cannot record {told!r}",
            where="--cx-record" if given else ENVIRONMENT["record"],
            expected="one of: " + ", ".join(get_args(Record)),
            near=nearest(told, get_args(Record)),
            todo="correct the word, or leave it out",
        )
    )


def site_at(text: str) -> Site:
    """A site with safe defaults from ``https://shop.example/``, ``shop.example`` or ``Name=https://shop.example/``.

    Raises:
        SettingsError: That is no address.
    """
    name, named, address = text.partition("=")
    if not named or "/" in name:
        name, address = "", text
    url = address if "://" in address else f"https://{address}"
    host = url.partition("://")[2].partition("/")[0]  # not urlsplit, which stumbles over what is no address
    return build(Site, {"name": name or host or url, "base_url": url}, "the site's address")


def _inbox(text: str) -> InboxSettings:
    kind, _, rest = text.partition(":")
    folder, _, domain = rest.partition("@")
    if kind != "maildir" or not folder:
        raise SettingsError(
            problem(
                f"cannot understand the inbox {text!r}",
                where="--cx-inbox",
                expected="maildir:FOLDER or maildir:FOLDER@DOMAIN",
                todo="name the folder that the customers' mail arrives in",
            )
        )
    return build(InboxSettings, {"maildir": folder} | ({"domain": domain} if domain else {}), "--cx-inbox")

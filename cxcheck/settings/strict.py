"""Tables into models, strictly: what does not fit is told with its line, its unit and the nearest valid key."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from cxcheck.errors import SettingsError, nearest, problem
from cxcheck.redact import MASK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from cxcheck.settings.table import Table

M = TypeVar("M", bound=BaseModel)

#: What a value has to be, by pydantic's name of the error: its own words are about Python and JSON.
_KINDS = {
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "finite_number": "a number",
    "string_type": "a text, in quotes",
    "bool_type": "true or false",
    "tuple_type": "a list, in [ ]",
    "dict_type": "a table of keys and values",
    "model_type": "a table of keys and values",
}
#: The unit that a key's name ends in.
_UNITS = {
    "_ms": "milliseconds",
    "seconds": "seconds",
    "minutes": "minutes",
    "_wpm": "words a minute",
    "_kbps": "kbit/s",
}


def build(model: type[M], table: Table, **ours: Any) -> M:
    """The model from a table, and from what is ours to say and not the file's.

    Raises:
        SettingsError: An unknown key or an unfit value; the first one is told, with the nearest valid key.
    """
    try:
        # As JSON, since strictness about Python's types would ask for tuples and enums that TOML has not.
        return model.model_validate_json(json.dumps({**table.values, **ours}, default=str), strict=True)
    except ValidationError as error:
        wrong = error.errors(include_url=False)
        # A misspelt key also makes the right one missing: the misspelling is what to mend.
        first = min(wrong, key=lambda one: one["type"] != "extra_forbidden")
        raise SettingsError(_told(first, model, table, set(ours))) from None


def _told(wrong: ErrorDetails, model: type[BaseModel], table: Table, ours: set[str]) -> str:
    kind, path = wrong["type"], list(wrong["loc"])
    if kind not in {"extra_forbidden", "missing"}:
        path = list(_as_far_as_it_goes(path, table.values))  # pydantic adds which of several types it tried
    where = table.where(*path)
    words = [index for index, part in enumerate(path) if isinstance(part, str)]
    above, name = (path[: words[-1]], path[words[-1]]) if words else ([], ".".join(table.at))
    section = table.named(*above)
    if kind == "extra_forbidden":
        known = sorted(_keys(model, above) - (ours if not above else set()))
        return problem(
            f"unknown key {name!r}{section}",
            where=where,
            expected="one of: " + ", ".join(known),
            near=nearest(str(name), known),
            todo="correct the key, or remove it",
        )
    if kind == "missing":
        return problem(f"{name!r}{section} is missing", where=where, todo=f"add a line: {name} = …")
    if kind == "value_error" and isinstance(wrong["input"], dict):
        which = f"{name!r}{section}" if name else "what is said there"
        return problem(
            f"{which} does not go together", where=where, expected=_expected(wrong, str(name)), todo="correct it"
        )
    return problem(
        f"{name!r}{section} cannot be {_without_password(wrong['input'])}",
        where=where,
        expected=_expected(wrong, str(name)),
        todo="correct the value",
    )


def _without_password(value: object) -> str:
    """A value as it was written; what stands for a name and a password in an address is not said again."""
    return re.sub(r"://[^/\s]*@", f"://{MASK}@", repr(value))


def _expected(wrong: ErrorDetails, name: str) -> str:
    said = wrong["msg"].removeprefix("Value error, ")
    text = _KINDS.get(wrong["type"], said[:1].lower() + said[1:])
    unit = next((unit for end, unit in _UNITS.items() if name.endswith(end)), None)
    return f"{text}, in {unit}" if unit else text


def _as_far_as_it_goes(path: list[str | int], values: Any) -> Iterator[str | int]:
    """The part of a path that leads to something."""
    for part in path:
        try:
            values = values[part]
        except (KeyError, IndexError, TypeError):
            return
        yield part


def _keys(model: type[BaseModel], path: list[str | int]) -> set[str]:
    """Names of the fields of a model, or of the one below it that the path leads to."""
    for part in path:
        if part in model.model_fields:  # else it is a place in a list, or a name that people gave
            model = next(_models(model.model_fields[str(part)].annotation), model)
    return set(model.model_fields)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """``X | None``, ``tuple[X, ...]`` and ``dict[str, X]`` lead to X."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)

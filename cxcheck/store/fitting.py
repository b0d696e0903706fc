"""Whether runs fit together, and what can be said of them as one."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING, Any

from cxcheck.errors import SettingsError, problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cxcheck.model.run import RunInfo
    from cxcheck.model.scoring import Scoring
    from cxcheck.store.folder import RunFolder

_SHARED_OUT = {"personas"}  # settings by which a run may be sharded


def refuse_misfits(sources: Sequence[RunFolder], infos: Sequence[RunInfo]) -> None:
    """Numbers of other versions, constants or rules do not compare.

    Raises:
        SettingsError: With what differs, and between which runs.
    """
    for path, count in Counter(source.path.resolve() for source in sources).items():
        if count > 1:
            raise SettingsError(
                problem("this run is named twice", where=str(path), todo="name each run once; reports/latest is a link")
            )
    for source, info in zip(sources[1:], infos[1:], strict=True):
        for what, here, there in _differences(info, infos[0]):
            raise SettingsError(
                problem(
                    f"{what} is {here} here, and {there} in {sources[0].path}",
                    where=str(source.path),
                    expected="runs of one version of cxcheck, on one site, with the same settings and constants",
                    todo="report it by itself: cxcheck report " + str(source.path),
                )
            )


def _differences(one: RunInfo, other: RunInfo) -> Iterator[tuple[str, Any, Any]]:
    if one.cxcheck != other.cxcheck:
        yield "the version of cxcheck", one.cxcheck, other.cxcheck
    if one.site != other.site:
        yield "the site", one.site, other.site
    for key in sorted({*one.settings, *other.settings} - _SHARED_OUT):
        here, there = (run.settings.get(key, "not told") for run in (one, other))
        if here != there:
            yield f"the setting {key}", here, there
    yield from _constants(one.scoring, other.scoring)


def _constants(one: Scoring | None, other: Scoring | None) -> Iterator[tuple[str, Any, Any]]:
    if one is None or other is None:
        if one is not other:
            known = ["not told" if run is None else run.version for run in (one, other)]
            yield "the version of the scoring", known[0], known[1]
        return
    for key in sorted({*one.values, *other.values}):
        here, there = (run.values.get(key, "not there") for run in (one, other))
        if here != there:
            yield f"the constant {key}", here, there
    if one.version != other.version:
        yield "the version of the scoring", one.version, other.version


def merged_info(name: str, infos: Sequence[RunInfo], changed: Mapping[str, str]) -> RunInfo:
    """The runs told as one: of machines and personas all are named; the earliest beginning, the fewest cores.

    ``seed`` is the first run's; each visit has its own.
    """
    first = infos[0]
    personas = [info.settings["personas"].split(", ") for info in infos if "personas" in info.settings]
    settings = dict(first.settings)
    if personas:
        settings["personas"] = ", ".join(dict.fromkeys(key for keys in personas for key in keys))
    return first.model_copy(
        update={
            "id": name,
            "merged": tuple(info.id for info in infos),
            "began": min((info.began for info in infos), key=datetime.fromisoformat),
            "cores": min(info.cores for info in infos),
            "settings": settings | dict(changed),
            **{field: ", ".join(dict.fromkeys(getattr(info, field) for info in infos if getattr(info, field)))
               for field in ("python", "platform", "base_url")},
        }
    )  # fmt: skip

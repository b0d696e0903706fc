"""Journeys become pytest items: one for each persona."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cxcheck.errors import SettingsError
from cxcheck.model.journey import journey_of
from cxcheck.model.persona import Persona
from cxcheck.plugin import fixtures
from cxcheck.plugin.keys import REPEAT, RUN
from cxcheck.plugin.options import JOURNEYS
from cxcheck.plugin.stored import StoredVisitItem, collect_stored
from cxcheck.settings import choose_personas

if TYPE_CHECKING:
    from pathlib import Path


def collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Python files of a ``journeys`` folder, and visits when they are judged again."""
    run = parent.config.stash.get(RUN, None)
    if run is not None and run.rejudges:
        return collect_stored(file_path, parent)
    if file_path.suffix == ".py" and file_path.parent.name == JOURNEYS and file_path.name != "conftest.py":
        patterns = parent.config.getini("python_files")
        # pytest takes those itself, and a file that was named on the command line.
        if not (parent.session.isinitpath(file_path) or any(file_path.match(pattern) for pattern in patterns)):
            return pytest.Module.from_parent(parent, path=file_path)
    return None


def parametrize(metafunc: pytest.Metafunc) -> None:
    """A journey is walked by the personas it names, or by all; as often as asked for, in rounds.

    In rounds, since what changes with the hour should change for everyone alike.
    """
    if not _is_ours(metafunc, "persona"):
        return
    journey = journey_of(metafunc.function)
    run = metafunc.config.stash.get(RUN, None)
    if run is None:
        return
    personas = run.personas
    if journey is not None and journey.personas:
        try:
            named = choose_personas(run.known_personas, journey.personas)
        except SettingsError as error:
            raise SettingsError(f"{journey.file}:{journey.line}: {error}") from None
        asked_for = metafunc.config.option.cx_persona
        personas = [persona for persona in named if persona in personas] if asked_for else named
    if run.repeats == 1 or REPEAT not in metafunc.fixturenames:
        metafunc.parametrize("persona", personas, ids=[persona.key for persona in personas], indirect=True)
        return
    turns = [(persona, number) for number in range(1, run.repeats + 1) for persona in personas]
    ids = [f"{persona.key}-{number}of{run.repeats}" for persona, number in turns]
    metafunc.parametrize(["persona", REPEAT], turns, ids=ids, indirect=True)


def for_nobody(item: pytest.Item) -> bool:
    """Whether a journey was left without a persona by ``--cx-persona``; pytest makes an item of it all the same."""
    params = item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
    return "persona" in params and not isinstance(params["persona"], Persona) and _is_ours(item, "persona")


def is_a_journey(item: pytest.Item) -> bool:
    """Whether a customer walks in it, or has; a test may have a fixture of its own called ``customer``."""
    return isinstance(item, StoredVisitItem) or _is_ours(item, "customer")


def is_our_fixture(fixture: pytest.FixtureDef[Any], name: str) -> bool:
    """Whether this is cxcheck's own fixture of that name."""
    return fixture.argname == name and fixture.func.__module__ == fixtures.__name__


def _is_ours(test: pytest.Item | pytest.Metafunc, name: str) -> bool:
    """Whether the test has the fixture from us. A test's fixtures have no public name in pytest."""
    info = getattr(getattr(test, "definition", test), "_fixtureinfo", None)
    found = info.name2fixturedefs.get(name, ()) if info is not None else ()
    return any(is_our_fixture(fixture, name) for fixture in found[-1:])

"""The pytest plugin. Every pytest run where cxcheck is installed imports this file: what is heavy comes later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cxcheck.plugin import options
from cxcheck.plugin.fixtures import customer, cx_repeat, persona, site

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

__all__ = ["customer", "cx_repeat", "persona", "site"]  # pytest finds fixtures among a plugin's names


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add our options."""
    options.add(parser)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Set up a run of journeys, before pytest-html and junitxml read their options."""
    if not options.is_active(config):
        return
    from cxcheck.plugin import html, progress, run, session

    ours = run.configure(config)
    config.pluginmanager.register(session.Session(ours), "cxcheck-session")
    if config.option.cx:
        from cxcheck.plugin import suite

        config.pluginmanager.register(suite.Suite(ours), "cxcheck-suite")
    wire = getattr(config, "workerinput", {}).get(progress.WIRE)
    told = progress.Progress() if wire is None else progress.Telling(wire)
    config.pluginmanager.register(told, progress.NAME)
    if not (ours.is_worker or ours.rejudges or config.option.collectonly):
        from cxcheck.plugin import others

        config.pluginmanager.register(others.OtherTests(ours), "cxcheck-others")
    if not ours.is_worker and hasattr(config.option, "htmlpath"):
        html.add_style(config)
        config.pluginmanager.register(html.HtmlBridge(ours), "cxcheck-html")
    if not ours.is_worker and getattr(config.option, "xmlpath", None):
        from cxcheck.plugin import junit

        config.pluginmanager.register(junit.JUnitBridge(ours), "cxcheck-junit")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect journeys, and stored visits."""
    if file_path.suffix not in {".py", ".json", ".jsonl"}:
        return None
    if file_path.suffix == ".py" and file_path.parent.name != options.JOURNEYS:
        return None
    from cxcheck.plugin import collect

    return collect.collect_file(file_path, parent)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One visit for each persona."""
    if "persona" in metafunc.fixturenames:
        from cxcheck.plugin import collect

        collect.parametrize(metafunc)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(
    fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest
) -> Generator[None, Any, Any]:
    """Give pytest-playwright the browser that was found, without redefining its fixture.

    Redefining would work in one order of loading the two plugins and be ignored in the other.
    """
    value = yield
    if fixturedef.argname == "browser_type_launch_args" and isinstance(value, dict) and "channel" not in value:
        program = request.config.getoption("cx_browser", None)
        if program and not set(request.config.getoption("--browser", default=[])) - {"chromium"}:
            value.setdefault("executable_path", program)
    return value

"""Command-line options, all prefixed, and when cxcheck has anything to do in a pytest run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

JOURNEYS = "journeys"


def add(parser: pytest.Parser) -> None:
    """Add the options; ``cx_browser`` and ``cx_rejudge`` are set by cxcheck itself."""
    group = parser.getgroup("cxcheck", "cxcheck: personas walk journeys through a website")
    group.addoption(
        "--cx",
        action="store_true",
        help="measure ordinary pytest-playwright tests as well, unchanged: each that uses a browser is scored",
    )
    group.addoption(
        "--cx-site",
        metavar="NAME_OR_URL",
        help="site to visit: a name from [tool.cxcheck.sites], or an address",
    )
    group.addoption(
        "--cx-persona",
        action="append",
        default=[],
        metavar="KEY",
        help="walk as this persona only (repeatable); with --cx, score ordinary tests for the first one's patience",
    )
    group.addoption("--cx-seed", type=int, metavar="N", help="same seed, same people; default random, and printed")
    group.addoption(
        "--cx-repeat",
        metavar="N",
        help="walk each journey N times as each persona, as N different people; medians and ranges are reported",
    )
    group.addoption("--cx-inbox", metavar="maildir:FOLDER[@DOMAIN]", help="where the customers' mail arrives")
    group.addoption(
        "--cx-orders",
        choices=["stop-before-paying", "test-card"],
        help="whether journeys may order, with a test card (default: they stop before paying)",
    )
    group.addoption(
        "--cx-pace",
        metavar="PACE",
        help="human: at the persona's own predicted speed; brisk: in a quarter of that time (default); "
        "robot: without pauses",
    )
    group.addoption(
        "--cx-record",
        metavar="frames|off",
        help="keep a small picture of each frame, which also times what only shows on the screen (default: frames)",
    )
    group.addoption("--cx-run-dir", metavar="DIR", help="folder for this run; default reports/<time>-<site>")
    group.addoption(
        "--cx-budget",
        choices=["fail", "warn", "off"],
        help="a broken budget fails the journey, warns, or is not looked at (default: fail)",
    )
    group.addoption(
        "--cx-scoring",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="set a constant of the score, such as caps.critical=60 (repeatable); 'cxcheck explain score' lists them",
    )
    group.addoption(
        "--cx-rejudge", action="store_true", help="judge the stored visits of --cx-run-dir again; no browser"
    )
    group.addoption("--cx-browser", metavar="PROGRAM", help="browser program to start; default: cxcheck looks for one")


def is_active(config: pytest.Config) -> bool:
    """Whether this pytest run measures: an option says so, or a ``journeys`` folder is to be collected."""
    option = config.option
    if option.help or option.version or getattr(option, "markers", False) or getattr(option, "showfixtures", False):
        return False
    if any((option.cx, option.cx_site, option.cx_persona, option.cx_run_dir, option.cx_rejudge)):
        return True
    for argument in config.args:
        path = Path(config.invocation_params.dir, argument.partition("::")[0])
        if JOURNEYS in {path.name, path.parent.name}:
            return True
        if (path / JOURNEYS).is_dir() and _names_a_site(config):
            return True
    return False


def _names_a_site(config: pytest.Config) -> bool:
    """Whether a bare ``pytest`` in a project with journeys beside its tests can walk them."""
    pyproject = config.rootpath / "pyproject.toml"
    return pyproject.is_file() and "[tool.cxcheck.sites" in pyproject.read_text(encoding="utf-8", errors="replace")

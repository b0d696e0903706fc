"""Command-line options, all prefixed, and when cxcheck has anything to do in a pytest run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

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
        "--cx-tag",
        metavar="TAG",
        help="same seed and same tag, same e-mail addresses and usernames too; default random, and printed",
    )
    group.addoption(
        "--cx-repeat",
        metavar="N",
        help="walk each journey N times as each persona, as N different people; medians and ranges are reported",
    )
    group.addoption(
        "--cx-inbox",
        metavar="KIND:PLACE",
        help="where the customers' mail arrives: maildir:FOLDER[@DOMAIN], imap:HOST,user=NAME,"
        "address=NAME+{tag}@DOMAIN (its password in CXCHECK_INBOX_PASSWORD), mailpit:http://HOST:8025",
    )
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
        metavar="frames|trace|off",
        help="keep a small picture of each frame, which also times what only shows on the screen (default: frames); "
        "trace: and of a visit that fails Playwright's trace, which costs some time",
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


def names() -> list[str]:
    """Every option of ours."""
    found: list[str] = []

    class Asking:
        """Stands in for pytest's parser."""

        def getgroup(self, *_: str) -> Asking:
            return self

        def addoption(self, name: str, **_: object) -> None:
            found.append(name)

    add(cast("pytest.Parser", Asking()))
    return found


def is_active(config: pytest.Config) -> bool:
    """Whether this pytest run measures: an option says so, or a ``journeys`` folder is to be collected."""
    option = config.option
    if option.help or option.version or getattr(option, "markers", False) or getattr(option, "showfixtures", False):
        return False
    if any((option.cx, option.cx_site, option.cx_persona, option.cx_run_dir, option.cx_rejudge)):
        return True
    named = _named(config)
    if any(JOURNEYS in {path.name, path.parent.name} for path in named):
        return True
    return any((path / JOURNEYS).is_dir() for path in named) and _names_a_site(config)


def journey_folders(config: pytest.Config) -> list[Path]:
    """The folders of journeys that are to be collected."""
    near = [folder for path in _named(config) for folder in (path, path.parent, path / JOURNEYS)]
    return list(dict.fromkeys(folder for folder in near if folder.name == JOURNEYS and folder.is_dir()))


def _named(config: pytest.Config) -> list[Path]:
    """What is named on the command line, or by ``testpaths``."""
    return [Path(config.invocation_params.dir, argument.partition("::")[0]) for argument in config.args]


def _names_a_site(config: pytest.Config) -> bool:
    """Whether a bare ``pytest`` in a project with journeys beside its tests can walk them."""
    pyproject = config.rootpath / "pyproject.toml"
    return pyproject.is_file() and "[tool.cxcheck.sites" in pyproject.read_text(encoding="utf-8", errors="replace")

"""The ``cxcheck`` command: one file for each sub-command, imported when it is called."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from cxcheck.errors import CxError, SettingsError, nearest, problem

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "demo": "start the demo shop, walk all journeys as several personas, show the scorecard",
    "run": "walk the journeys of this folder (or the built-in ones) on a site",
    "new": "make a small working project of your own: journeys, personas, settings",
    "list": "journeys and personas with their steps and budgets; runs nothing",
    "config": "every setting with its value and where it was set, or what is wrong with it",
    "personas": "the customers there are to choose from, and a sample of the people they make",
    "report": "judge a stored run again and rewrite its reports; several, such as shards, become one",
    "replay": "build the replay of a visit, or of each visit of a run: one HTML file, for people who were not there",
    "prune": "list old runs, by number or age, and remove them with --yes",
    "explain": "what the checks look for, and what effort is made of, with sources",
    "doctor": "is everything there? browser, site, inbox, write access",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a sub-command; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="cxcheck",
        description="Be your own customer: personas walk journeys through your website.",
        epilog="Exit status: 0 good; 1 a journey could not be finished; 2-5 pytest's own; "
        "10 a budget was broken; 11 could not measure. 'cxcheck explain exit' tells more.",
    )
    parser.add_argument("--version", action="store_true", help="print the version and exit")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    argv = list(sys.argv[1:] if arguments is None else arguments)
    if argv and not argv[0].startswith("-") and argv[0] not in COMMANDS:
        print(_unknown(argv[0]), file=sys.stderr)
        return SettingsError.exit_status
    for name, words in COMMANDS.items():
        sub = commands.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
        if argv[:1] == [name]:  # only the command that is called is imported
            import_module(f"cxcheck.cli.{name}").add_arguments(sub)
    known, extra = parser.parse_known_args(argv)
    if known.version:
        from importlib.metadata import version

        print(f"cxcheck {version('cxcheck')}")
        return 0
    if known.command is None:
        parser.print_help()
        return 0
    command = import_module(f"cxcheck.cli.{known.command}")
    if extra and not getattr(command, "PASSES_ON", False):
        parser.error(f"unknown arguments: {' '.join(extra)}")
    try:
        return int(command.run(known, extra))
    except CxError as error:
        print(error, file=sys.stderr)
        return error.exit_status
    except KeyboardInterrupt:
        return 2


def _unknown(command: str) -> str:
    return problem(
        f"unknown command {command!r}",
        expected="one of: " + ", ".join(COMMANDS),
        near=nearest(command, COMMANDS),
        todo="'cxcheck --help' says what each does",
    )

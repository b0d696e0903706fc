"""``cxcheck list``: journeys × personas with their steps and budgets; collected as a run would, and not walked."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING

from cxcheck.cli.collected import collected
from cxcheck.cli.listed import as_data, as_text
from cxcheck.cli.walking import journeys_here
from cxcheck.errors import SettingsError, problem

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

_WIDTHS = (60, 100)  # narrower or wider does not read well


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """For whom, and for whom to read."""
    parser.add_argument(
        "--cx-persona",
        dest="persona",
        action="append",
        default=[],
        metavar="KEY",
        help="only what this persona walks (repeatable)",
    )
    parser.add_argument("--json", action="store_true", help="for machines")


def run(known: argparse.Namespace, extra: Sequence[str]) -> int:
    """Collect and print.

    Raises:
        SettingsError: A file cannot be used, or there is nothing to list.
    """
    del extra
    folder = journeys_here()
    found = collected(folder, [f"--cx-persona={key}" for key in known.persona])
    if found.run is None:
        return SettingsError.exit_status  # pytest has said what is wrong, on standard error
    if not found.journeys:
        raise SettingsError(
            problem(
                "there is no journey to list" + (f" for {', '.join(known.persona)}" if known.persona else ""),
                where=f"{found.relative(folder)}/",
                expected="a function with @journey in a file of this folder, and personas that walk it",
                todo="write one, or try 'cxcheck new DIR' for an example",
            )
        )
    journeys = list(found.journeys.values())
    if known.json:
        print(json.dumps(as_data(journeys), indent=2, ensure_ascii=False))
        return 0
    width = min(max(shutil.get_terminal_size().columns, _WIDTHS[0]), _WIDTHS[1])
    print(as_text(journeys, width=width, bold=sys.stdout.isatty()))
    return 0

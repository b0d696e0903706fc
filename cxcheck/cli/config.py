"""``cxcheck config [SITE]``: every setting with its value and the layer that set it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxcheck.cli.collected import collected
from cxcheck.cli.walking import check_options, journeys_here, named_first
from cxcheck.errors import SettingsError
from cxcheck.record import browser
from cxcheck.report.foreign import on_one_line
from cxcheck.report.words import plural
from cxcheck.settings.shown import Shown, shown, shown_constants, shown_limits

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from cxcheck.cli.collected import Collected

PASSES_ON = True
_WIDEST = (44, 48)  # columns for keys and values; our choice: a longer one pushes its line on


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The site if it stands first, and any option of a run, to see what comes of it."""
    parser.usage = "cxcheck config [SITE] [--all] [--json] [any option of 'cxcheck run']"
    parser.epilog = (
        "A layer goes before those after it: the command line (an option), the environment (CXCHECK_…), "
        "pyproject.toml (with the line), the default. A budget beside a journey goes before what is set for all "
        "journeys, and what is set for that journey before its own."
    )
    parser.add_argument("--all", action="store_true", help="also the constants of the score that nobody set")
    parser.add_argument("--json", action="store_true", help="for machines: a list of key, value and layer")


def run(known: argparse.Namespace, extra: Sequence[str]) -> int:
    """Print, or say what cannot be understood.

    Raises:
        SettingsError: A setting, or a file of journeys, cannot be used.
    """
    site, options = named_first(extra)
    typed = [*(["--cx-site", site] if site else []), *options]
    check_options(options)
    found = collected(journeys_here(), typed)
    if found.run is None:
        return SettingsError.exit_status  # pytest has said what is wrong, on standard error
    rows = [_said_where(row, typed) for row in _rows(found, everything=known.all)]
    if known.json:
        print(json.dumps([row._asdict() for row in rows], indent=2, ensure_ascii=False))
        return 0
    print("\n".join(_lines(rows)))
    if not known.all:
        others = len(found.run.scoring.values) - sum(row.key.startswith("scoring.") for row in rows)
        print(f"\n{plural(others, 'constant')} of the score as shipped: --all shows them, 'cxcheck explain score' why")
    return 0


def _rows(found: Collected, *, everything: bool) -> Iterator[Shown]:
    root = Path.cwd()
    assert found.run is not None
    option = found.run.config.option
    yield from shown(root, vars(option))
    yield _browser(option.cx_browser)
    for one in found.journeys.values():
        yield from shown_limits(root, one.journey.key, one.own, f"{one.file}:{one.journey.line}")
    yield from shown_constants(root, found.run.scoring, everything=everything)


def _browser(given: str | None) -> Shown:
    told = os.environ.get(browser.VARIABLE)
    if given or not told:
        return Shown("browser", given or "looked for", "--cx-browser" if given else "default")
    return Shown("browser", told, browser.VARIABLE)


def _said_where(row: Shown, typed: Sequence[str]) -> Shown:
    """An option that nobody typed here stands in pytest's own settings."""
    if row.layer.startswith("--") and not any(one.partition("=")[0] == row.layer for one in typed):
        return row._replace(layer=f"{row.layer} in pytest's addopts")
    return row


def _lines(rows: Sequence[Shown]) -> Iterator[str]:
    cells = [(on_one_line(row.key), on_one_line(_text(row.value)), on_one_line(row.layer)) for row in rows]
    keys, values = (min(max(len(row[column]) for row in cells), _WIDEST[column]) for column in (0, 1))
    for key, value, layer in cells:
        yield f"{key:<{keys}}  {value:<{values}}  {layer}"


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_text, value)) or "none"
    return f"{value:g}" if isinstance(value, float) else str(value)

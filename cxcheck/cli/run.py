"""``cxcheck run [URL]``: pytest over the journeys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.cli.walking import ensure_browser, journeys_here, named_first, walk

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

PASSES_ON = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Everything goes to pytest, but for the site, if it stands first."""
    parser.usage = "cxcheck run [SITE] [any option of pytest, pytest-playwright or cxcheck's plugin]"
    parser.epilog = (
        "SITE is an address, or a name from [tool.cxcheck.sites]. "
        "For the options: pytest --help, groups 'cxcheck' and 'Playwright'."
    )


def run(known: argparse.Namespace, extra: Sequence[str]) -> int:
    """Walk."""
    del known
    site, options = named_first(extra)
    program = ensure_browser(headed="--headed" in options)
    return walk(journeys_here(), [*program, *(["--cx-site", site] if site else []), *options])

"""``cxcheck run [URL]``: pytest over the journeys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.cli.walking import ensure_browser, journeys_here, walk

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

PASSES_ON = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The site; everything else goes to pytest."""
    parser.usage = "cxcheck run [SITE] [any option of pytest, pytest-playwright or cxcheck's plugin]"
    parser.add_argument("site", nargs="?", help="an address, or a name from [tool.cxcheck.sites]")
    parser.epilog = "For the options: pytest --help, groups 'cxcheck' and 'Playwright'."


def run(known: argparse.Namespace, extra: Sequence[str]) -> int:
    """Walk."""
    ensure_browser(headed="--headed" in extra)
    site = ["--cx-site", known.site] if known.site else []
    return walk(journeys_here(), [*site, *extra])

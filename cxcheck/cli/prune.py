"""``cxcheck prune``: old runs go, by number or by age."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cxcheck.errors import SettingsError, problem
from cxcheck.store.folder import REPORTS
from cxcheck.store.prune import old_runs, remove

if TYPE_CHECKING:
    from collections.abc import Sequence

_MEGABYTE = 1_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which are old, and whether it is meant."""
    parser.epilog = f"Of runs in {REPORTS}/. Their ledgers stay, and so does the newest run."
    parser.add_argument("--keep", type=_number, metavar="N", help="all but the newest N")
    parser.add_argument("--older-than", type=_number, metavar="DAYS", help="those that began so many days ago")
    parser.add_argument("--yes", action="store_true", help="remove them; without it they are only listed")


def run(known: argparse.Namespace, extra: Sequence[str]) -> int:
    """List, or remove."""
    del extra
    if known.keep is None and known.older_than is None:
        raise SettingsError(
            problem(
                "it is not said which runs are old",
                where="cxcheck prune",
                expected="--keep N, --older-than DAYS, or both",
                todo="try: cxcheck prune --keep 20",
            )
        )
    runs = old_runs(Path(REPORTS), keep=known.keep, days=known.older_than, now=datetime.now(UTC))
    for one in runs:
        if known.yes:
            remove(one)
        print(f"{one.path}  {one.began:%Y-%m-%d %H:%M}  {one.size_bytes / _MEGABYTE:.1f} MB")
    whole = f"{len(runs)} {'run' if len(runs) == 1 else 'runs'}"
    size = sum(one.size_bytes for one in runs) / _MEGABYTE
    print(f"{whole} removed, {size:.1f} MB" if known.yes else f"{whole}, {size:.1f} MB; --yes removes them")
    return 0


def _number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 0")
    return int(text)

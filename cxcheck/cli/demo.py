"""``cxcheck demo``: the demo shop with its planted frictions, walked by all personas."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from cxcheck import settings
from cxcheck.cli.walking import ensure_browser, journeys_here, walk
from cxcheck.errors import SettingsError, problem
from cxcheck.model.pace import Pace
from cxcheck.service import Service

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

PASSES_ON = True
# A believable handful: what a shop would have without knowing.
_NAME = "Ashglaze demo shop"
# Visits at once, on a core: a customer who dwells leaves it to others (see the notes on replaying, "Pace").
_ON_A_CORE = {Pace.ROBOT: 1.0, Pace.BRISK: 1.5, Pace.HUMAN: 4.0}
_AT_MOST = 6  # in all: there are a dozen
FRICTIONS = "newsletter-popup,dead-button,slow-answer,asked-twice,surprise-cost"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is planted; everything else goes to pytest."""
    parser.add_argument(
        "--friction", default=FRICTIONS, metavar="A,B", help=f"what is wrong with the shop ({FRICTIONS})"
    )
    parser.add_argument("--cx-pace", metavar="PACE", help="human, brisk (the default) or robot; see pytest's options")
    parser.add_argument("--serve", action="store_true", help="only start the shop, and wait")


def run(known: argparse.Namespace, extra: Sequence[str]) -> int:
    """Start mail sink and shop, walk, stop them."""
    try:
        from cxcheck.demo.frictions import parse_frictions

        parse_frictions(known.friction)
    except ValueError as error:
        raise SettingsError(problem(str(error), where="--friction", todo="correct the name")) from None
    pace = settings.pace(Path.cwd(), known.cx_pace)
    with tempfile.TemporaryDirectory(prefix="cxcheck-demo-") as folder:
        maildir = Path(folder) / "mail"
        with (
            Service("mail sink", ["-m", "cxcheck.inbox.sink", "--maildir", str(maildir)]) as sink,
            Service(
                "demo shop", ["-m", "cxcheck.demo.shop", "--smtp", sink.address, "--friction", known.friction]
            ) as shop,
        ):
            if known.serve:
                print(f"the demo shop stands at {shop.address} (Ctrl-C ends it); mail lands in {maildir}")
                _wait()
                return 0
            program = ensure_browser(headed="--headed" in extra)
            print(
                f"the demo shop stands at {shop.address} with these frictions planted: {known.friction}",
                flush=True,
            )
            at_once = [] if _says_how_many(extra) else ["-n", _workers(pace), "--maxschedchunk", "1"]
            site = ["--cx-site", f"{_NAME}={shop.address}", "--cx-inbox", f"maildir:{maildir}"]
            may = ["--cx-budget", "warn", "--cx-orders", "test-card", "--cx-pace", pace.value]
            return walk(journeys_here(), [*program, *site, *may, *at_once, *extra])


def _workers(pace: Pace) -> str:
    at_once = int((os.cpu_count() or 1) * _ON_A_CORE[pace])
    return str(min(at_once, _AT_MOST))


def _says_how_many(extra: Sequence[str]) -> bool:
    return any(argument.startswith(("-n", "--numprocesses", "--dist")) for argument in extra)


def _wait() -> None:
    import threading

    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        return

"""``cxcheck doctor``: is everything there? For each part: ok, or what to do."""

from __future__ import annotations

import os
import platform
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from cxcheck import settings
from cxcheck.customer.unreachable import unreachable
from cxcheck.errors import CouldNotMeasure, CxError, SettingsError, problem
from cxcheck.inbox.inbox import open_inbox
from cxcheck.record import browser

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to look at."""
    parser.add_argument("site", nargs="?", help="an address, or a name from [tool.cxcheck.sites]")
    parser.add_argument(
        "--cx-inbox",
        "--inbox",
        dest="inbox",
        metavar="KIND:PLACE",
        help="where the customers' mail arrives: maildir:FOLDER, imap:HOST,user=… or mailpit:ADDRESS",
    )
    parser.add_argument("--install", action="store_true", help="install a browser when there is none, or a lighter one")


def run(known: argparse.Namespace, extra: Sequence[str]) -> int:
    """Look at each part; the worst exit status wins."""
    del extra
    parts: dict[str, Callable[[], str]] = {
        "python": lambda: f"{platform.python_version()} on {platform.system()}",
        "browser": lambda: _browser(install=known.install),
        "personas": lambda: ", ".join(settings.personas(Path.cwd())),
        "reports": _reports,
        "site": lambda: _site(known.site, known.inbox),
        "inbox": lambda: _inbox(known.site, known.inbox),
    }
    worst = 0
    for name, look in parts.items():
        try:
            said, good = look(), True
        except CxError as error:
            said, good = str(error), False
            worst = max(worst, error.exit_status)
        print(f"{'ok' if good else 'NO':<4}{name:<10}{said.replace(chr(10), chr(10) + ' ' * 14)}", flush=True)
    return worst


def _browser(*, install: bool) -> str:
    from playwright.sync_api import Error, sync_playwright

    try:
        program = browser.find()
    except CouldNotMeasure:
        if not install:
            raise
        browser.install()
        program = browser.find()
    else:
        if install:
            browser.install_lighter()
            program = browser.find()
    try:
        with sync_playwright() as playwright:
            started = playwright.chromium.launch(executable_path=program)
            version = started.version
            started.close()
    except Error as error:
        raise CouldNotMeasure(
            problem(
                f"the browser does not start: {str(error).splitlines()[0]}",
                where=str(program or "Playwright's own Chromium"),
                todo="'playwright install-deps chromium' installs the libraries it needs",
            )
        ) from None
    own = "Playwright's own"
    return f"Chromium {version} ({program or own})"


def _reports() -> str:
    folder = Path.cwd() / "reports"
    try:
        folder.mkdir(exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return f"{os.path.relpath(folder)}/ can be written"
    except OSError as error:
        raise SettingsError(
            problem(
                f"cannot be written: {error.strerror}",
                where=str(folder),
                todo="choose another folder: --cx-run-dir",
            )
        ) from None


def _site(name_or_url: str | None, inbox: str | None) -> str:
    found = settings.site(Path.cwd(), name_or_url, inbox)
    if found is None:
        return "none named: give an address, or describe one in [tool.cxcheck.sites]"
    from playwright.sync_api import Error, sync_playwright

    program = browser.find()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program)
        try:
            answer = started.new_page().goto(found.base_url, timeout=found.answer_within_ms)
        except Error as error:
            raise unreachable(found.base_url, error, found.answer_within_ms) from None
        finally:
            started.close()
    return f"{found.base_url} answers {answer.status if answer else 'without a status'}"


def _inbox(name_or_url: str | None, inbox: str | None) -> str:
    found = settings.site(Path.cwd(), name_or_url, inbox)
    if found is None or found.inbox is None:
        return "none: journeys that need mail end as 'could not measure' (give one with --cx-inbox)"
    said = open_inbox(found.inbox).describe()
    addresses = found.inbox.address or f"…@{found.inbox.domain}"
    return f"{said}, for {addresses}"

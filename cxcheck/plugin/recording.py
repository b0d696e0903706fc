"""What every visit inside a pytest item has, whoever walks it: a folder, a recorder, and what it comes to."""

from __future__ import annotations

from contextlib import suppress
from importlib.metadata import version
from typing import TYPE_CHECKING

from cxcheck.errors import SettingsError
from cxcheck.model.run import BrowserInfo
from cxcheck.pipeline import judge_visit
from cxcheck.record.visit import VisitRecorder
from cxcheck.store.folder import VISIT, FrameFolder, VisitFolder, read_info, read_visit

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from playwright.sync_api import Browser

    from cxcheck.gate.verdict import Level
    from cxcheck.model.persona import Persona
    from cxcheck.model.run import JudgedVisit, VisitInfo
    from cxcheck.model.site import Site
    from cxcheck.redact import Secrets

MOST_VISITS = 1000  # of one journey by one persona, attempts and all


class Recording:
    """A visit that is being recorded into its folder.

    Args:
        path: The folder.
        info: What is known of the visit.
        browser: Whose contexts are recorded.
        conditions: Whose line and processor the pages get.
        site: Whose hosts may be visited; None: any may.
        secrets: Taken out of everything written.
        level: What a broken budget comes to.
    """

    def __init__(
        self,
        path: Path,
        info: VisitInfo,
        browser: Browser,
        conditions: Persona,
        site: Site | None,
        secrets: Secrets,
        level: Level,
    ) -> None:
        self.secrets = secrets
        self._folder = VisitFolder(path, info, secrets)
        film = FrameFolder(path) if info.record != "off" else None
        self._recorder = VisitRecorder(browser, conditions, site, secrets, self._folder.write, self._folder.save, film)
        self._level = level

    def _judged(self) -> JudgedVisit:
        """What the visit as written comes to."""
        return judge_visit(read_visit(self._folder.path), self._level)


def told_of(browser: Browser) -> BrowserInfo:
    """Which browser it is."""
    return BrowserInfo(name=browser.browser_type.name, version=browser.version, playwright=version("playwright"))


def node_of(item: pytest.Item) -> str:
    """Pytest's id of the test, the same on every machine: built-in journeys lie outside the project."""
    if item.path.is_relative_to(item.config.rootpath):
        return item.nodeid
    return f"{item.path.parent.name}/{item.path.name}::{item.nodeid.partition('::')[2]}"


def turn(run_folder: Path, name: str, node: str, number: int) -> dict[str, int]:
    """Which repeat and which attempt a visit is, by what this test has left in the run's folder before.

    Whatever it was that tried again: a plugin's rerun, or another worker in place of one that crashed.
    """
    before = []
    for path in run_folder.glob(f"visits/{name}--*/{VISIT}"):
        with suppress(SettingsError):  # one that cannot be read is told when the run is judged
            info = read_info(path.parent)
            before += [info] if info.node == node else []
    return {"repeat": before[0].repeat if before else number, "attempt": len(before) + 1}


def free_folder(run_folder: Path, name: str, numbers: range) -> tuple[Path, int]:
    """The first of these numbers that is not taken, and its folder.

    A repeat has its own numbers, for itself and its attempts: of five the second has 2, and tried again 7, then 12.
    So an earlier attempt is kept, and who walks does not depend on which worker came first.
    """
    for number in numbers:
        path = run_folder / "visits" / f"{name}--{number:02}"
        try:
            path.mkdir(parents=True)
        except FileExistsError:
            continue
        return path, number
    message = f"too many visits called {name}"
    raise AssertionError(message)

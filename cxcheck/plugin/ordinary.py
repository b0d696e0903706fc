"""An ordinary pytest-playwright test as a visit: listened to in the test's own browser, under its own conditions."""

from __future__ import annotations

import hashlib
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from cxcheck.customer.hands import Hands
from cxcheck.customer.manners import Manners
from cxcheck.customer.pace import Dwell
from cxcheck.customer.rescue import Rescue
from cxcheck.model.artifact import Outcome
from cxcheck.model.journey import Journey
from cxcheck.model.pace import Pace
from cxcheck.model.persona import BrowserTraits, NetworkTraits, Persona
from cxcheck.model.run import VisitInfo
from cxcheck.plugin.recording import MOST_VISITS, Recording, free_folder, node_of, told_of, turn
from cxcheck.redact import Secrets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

    from cxcheck.model.event import Event
    from cxcheck.model.run import JudgedVisit
    from cxcheck.plugin.run import Run

NOBODY = Persona(key="as-the-test-has-it", title="As the test has it")
_KEY_CHARS = 60
_FOUND = """() => ({
  touch: navigator.maxTouchPoints > 0, locale: navigator.language, width: innerWidth, height: innerHeight,
})"""


class OrdinaryVisit(Recording):
    """A test that is being listened to. Its conditions are found at its first page, its site is what it visits."""

    def __init__(self, run: Run, item: pytest.Item, browser: Browser) -> None:
        self._item = item
        self._scored = run.scored_as or NOBODY
        journey = journey_told_of(item)
        name = f"{journey.key}--{self._scored.key}--{browser.browser_type.name}"
        node = node_of(item)
        path, number = free_folder(run.folder.path, name, range(1, MOST_VISITS))
        self._info = VisitInfo(
            id=path.name,
            node=node,
            journey=journey,
            persona=_found(self._scored, {}),
            site="",
            base_url="",
            browser=told_of(browser),
            seed=run.seed,
            **turn(run.folder.path, name, node, number),
            record=run.record,
            began=time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        )
        super().__init__(path, self._info, browser, NOBODY, None, Secrets(), run.level)
        self._joining = False
        self._happened = False
        self._tested = False
        self._recorder.journal.listen(self._hear)
        self._recorder.begin_before_a_page(self._look)
        Rescue(self._recorder, self._manners)

    def watch(self, browser: Browser) -> None:
        """Another browser takes part."""
        self._recorder.watch(browser)

    def catch(self, context: BrowserContext) -> None:
        """A context that was opened before anybody listened."""
        self._recorder.catch(context)

    def join(self, context: BrowserContext) -> None:
        """A context that an earlier test used too: as long as nothing is done in it there is no visit."""
        with self._nothing_happens():
            self._recorder.catch(context)
            self._recorder.pages.note_what_is_shown(context)

    def test_begins(self) -> None:
        """What came before was its set-up."""
        with self._nothing_happens():
            self._recorder.journal.add("test/began")
        self._tested = True

    def wait_until_prepared(self, page: Page) -> None:
        """Before the test takes the page anywhere."""
        self._recorder.wait_until_prepared(page)

    def give_up(self) -> None:
        """Listen no longer; what was written is told as cut off."""
        self._recorder.abandon()
        self._folder.close()

    def end(self, error: BaseException | None) -> JudgedVisit | None:
        """Judge what was recorded; None when the test did nothing in a browser."""
        if not self._happened:
            self._recorder.abandon()
            self._folder.remove()
            return None
        outcome, message = self._came_to(error)
        self._recorder.journal.add("test/ended")
        self._recorder.end(next(reversed(self._recorder.pages.open), None), outcome, message)
        self._folder.describe(self._info)
        self._folder.close()
        return self._judged()

    @contextmanager
    def _nothing_happens(self) -> Iterator[None]:
        self._joining = True
        yield
        self._joining = False

    def _hear(self, event: Event) -> None:
        if not self._joining and event.kind not in {"visit/began", "visit/ended", "machine/crowded"}:
            self._happened = True
        if not self._info.base_url and event.kind in {"screen/document", "screen/kept"}:
            parts = urlsplit(str(event.data["url"]))
            if parts.scheme in {"http", "https"}:
                host = parts.netloc.rpartition("@")[2]
                about = {"site": host, "base_url": f"{parts.scheme}://{host}/"}
                self._info = self._info.model_copy(update=about)

    def _manners(self) -> Manners:
        """Of whom it is scored for, with the hands that the test has."""
        persona = self._info.persona
        dwell = Dwell(persona.hands, Pace.ROBOT)
        return Manners(persona, Hands(persona.hands, dwell), dwell, self._recorder)

    def _look(self, page: Page) -> None:
        persona = _found(self._scored, page.evaluate(_FOUND))
        self._info = self._info.model_copy(update={"persona": persona})

    def _came_to(self, error: BaseException | None) -> tuple[Outcome, str]:
        """What the test came to. An error's own words may quote what was typed: only its kind and place are told."""
        if error is None:
            return Outcome.FINISHED, ""
        if isinstance(error, pytest.skip.Exception):
            return Outcome.NOT_MEASURED, "the test was skipped in its middle"
        what = f"{type(error).__name__}{self._place(error)}"
        if not isinstance(error, (Exception, pytest.fail.Exception)):
            return Outcome.NOT_MEASURED, f"interrupted: {what}"
        if not self._tested:
            return Outcome.NOT_MEASURED, f"the test could not be set up: {what}"
        return Outcome.NOT_FINISHED, f"the test failed: {what}"

    def _place(self, error: BaseException) -> str:
        """The test's own line, or the last one of the project's."""
        root = self._item.config.rootpath
        lines = [
            (Path(str(entry.path)), entry.lineno + 1) for entry in pytest.ExceptionInfo.from_exception(error).traceback
        ]
        own = [line for line in lines if line[0] == self._item.path]
        near = [line for line in lines if line[0].is_relative_to(root) and "site-packages" not in line[0].parts]
        if not (own or near):
            return ""
        path, number = (own or near)[-1]
        return f" at {path.relative_to(root) if path.is_relative_to(root) else path.name}:{number}"


def journey_told_of(item: pytest.Item) -> Journey:
    """A test told as a journey: ``test_checkout_works[chromium-guest]`` is “Checkout works (guest)”."""
    name = getattr(item, "originalname", None) or item.name
    params = getattr(item, "callspec", None)
    browser = params.params.get("browser_name", "") if params else ""
    variant = item.name.removeprefix(name).removeprefix("[").removesuffix("]")
    parts = [variant.removesuffix(f"-{browser}").removeprefix(f"{browser}-")] if variant not in {"", browser} else []
    text = (getattr(getattr(item, "obj", None), "__doc__", None) or "").strip().partition("\n")[0]
    slug = "".join(char if char.isascii() and char.isalnum() else "_" for char in name.lower())[:_KEY_CHARS]
    # One journey for the test in all browsers, and none for two of one name.
    which = hashlib.sha256(f"{item.nodeid.partition('[')[0]}[{parts}".encode()).hexdigest()[:6]
    return Journey(
        key=f"{slug}-{which}",
        title=" ".join([name.removeprefix("test_").replace("_", " ").capitalize(), *(f"({part})" for part in parts)]),
        goal=text,
        file=str(item.path),
        test=item.nodeid,
    )


def _found(scored: Persona, page: dict[str, Any]) -> Persona:
    """Who it is scored for, at the screen and with the hands that the test has."""
    browser = BrowserTraits()
    if page:
        browser = BrowserTraits(locale=page["locale"] or browser.locale, viewport=(page["width"], page["height"]))
    hands = scored.hands.model_copy(update={"input": "touch" if page.get("touch") else "mouse"})
    return scored.model_copy(update={"browser": browser, "network": NetworkTraits(), "hands": hands})

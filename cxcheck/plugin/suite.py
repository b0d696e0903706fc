"""``--cx``: listens to ordinary tests that use a browser. No fixture is redefined, no argument changed."""

from __future__ import annotations

import sys
import warnings
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import pytest

from cxcheck.plugin.collect import is_our_fixture
from cxcheck.plugin.keys import SECRETS
from cxcheck.plugin.outcome import note

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from playwright.sync_api import Browser, BrowserContext

    from cxcheck.plugin.ordinary import OrdinaryVisit
    from cxcheck.plugin.run import Run

_Setup = pytest.FixtureDef[Any]


class Suite:
    """Hears of browsers as fixtures make them, and of contexts as browsers open them."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._browsers: list[Browser] = []
        self._item: pytest.Item | None = None  # the test under way, unless it is a journey
        self._visit: OrdinaryVisit | None = None
        self._setting_up: list[_Setup] = []
        self._called = False  # whether the test's set-up is over
        self._shared: dict[BrowserContext, _Setup] = {}  # those that outlive a test, with the fixture that made them

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Generator[None, Any, Any]:
        """The visit begins with the first context that a fixture or the test opens, or has from an earlier test."""
        self._item, self._visit, self._called = item, None, False
        with self._harmless():
            self._join(item)
        try:
            return (yield)
        except BaseException as error:
            self._end(error)
            raise

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None, Any, Any]:
        """Judge inside the call, as with journeys: one row, the right JUnit. What the test came to stays as it is."""
        del item
        self._called = True
        if self._visit is not None:
            self._visit.test_begins()
        try:
            result = yield
        except BaseException as error:
            self._end(error)
            raise
        self._end(None)
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: _Setup) -> Generator[None, Any, Any]:
        """See what fixtures make: a browser, a context or a page, in whatever fixture."""
        if is_our_fixture(fixturedef, "customer"):
            self._item = None  # a journey, which is recorded by itself
        self._setting_up.append(fixturedef)
        try:
            value = yield
            with self._harmless():
                self._see(value)
        finally:
            self._setting_up.pop()
        return value

    def pytest_fixture_post_finalizer(self, fixturedef: _Setup) -> None:
        """What the fixture made is gone."""
        self._shared = {context: owner for context, owner in self._shared.items() if owner is not fixturedef}

    def _see(self, value: object) -> None:
        playwright = sys.modules.get("playwright.sync_api")
        if playwright is None:
            return
        if isinstance(value, playwright.Playwright):
            from cxcheck.customer import rescue

            rescue.prepare(value)
        elif isinstance(value, playwright.Browser):
            self._meet(value)
        elif isinstance(value, playwright.BrowserContext):
            self._meet_context(value)
        elif isinstance(value, playwright.Page):
            self._meet_context(value.context)
            if self._visit is not None:
                self._visit.wait_until_prepared(value)

    def _meet(self, browser: Browser) -> None:
        if browser in self._browsers:
            return
        self._browsers = [known for known in self._browsers if known.is_connected()] + [browser]
        browser.on("context", self._opened)
        if self._visit is not None:
            self._visit.watch(browser)

    def _meet_context(self, context: BrowserContext) -> None:
        """Its browser may be one that the fixture started itself: then nobody has heard of the context yet."""
        if context.browser is None or context.browser in self._browsers:
            return
        self._meet(context.browser)
        self._opened(context)

    def _opened(self, context: BrowserContext) -> None:
        owner = next((setup for setup in self._setting_up if setup.scope != "function"), None)
        if owner is not None:
            self._shared[context] = owner
        if self._item is None or self._visit is not None:
            return  # the visit hears of it itself
        assert context.browser is not None
        with self._harmless():
            self._visit = self._begin(context.browser)
            self._visit.catch(context)

    def _join(self, item: pytest.Item) -> None:
        """Contexts of an earlier test that this one has by its fixtures."""
        for context, owner in self._shared.items():
            if owner.argname in getattr(item, "fixturenames", ()) and context.browser is not None:
                self._visit = self._visit or self._begin(context.browser)
                self._visit.join(context)

    def _begin(self, browser: Browser) -> OrdinaryVisit:
        from cxcheck.plugin.ordinary import OrdinaryVisit

        item = self._item
        assert item is not None
        visit = OrdinaryVisit(self._run, item, browser)
        for other in self._browsers:
            if other is not browser:
                visit.watch(other)
        item.stash[SECRETS] = visit.secrets
        if self._called:
            visit.test_begins()
        return visit

    def _end(self, error: BaseException | None) -> None:
        item, visit = self._item, self._visit
        self._item = self._visit = None
        if item is None or visit is None:
            return
        with self._harmless():
            judged = visit.end(error)
            if judged is not None:
                note(item, judged)

    @contextmanager
    def _harmless(self) -> Iterator[None]:
        """Whatever goes wrong with the measuring, it is no error of the test: it is said, and the visit is given up."""
        try:
            yield
        except Exception as error:  # noqa: BLE001
            visit, self._item, self._visit = self._visit, None, None
            if visit is not None:
                visit.give_up()
            told = pytest.PytestWarning(f"cxcheck could not measure this test: {type(error).__name__}: {error}")
            with suppress(Warning):  # a suite may make errors of warnings: not of this one
                warnings.warn(told, stacklevel=1)

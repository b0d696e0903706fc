"""What a stored run holds as pytest items: its visits, judged again, and its other tests as they ended."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from cxcheck.errors import CouldNotMeasure, CxError, EndedBefore, JourneyNotFinished, SettingsError
from cxcheck.model.artifact import Outcome
from cxcheck.plugin.keys import RUN, SUPERSEDED
from cxcheck.plugin.outcome import note, raise_if_broken
from cxcheck.store import others
from cxcheck.store.folder import VISIT, read_info

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cxcheck.model.run import OtherTest


def collect_stored(path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A visit's folder or the list of other tests, by its file."""
    if path.name == VISIT:
        return StoredVisit.from_parent(parent, path=path)
    return StoredTests.from_parent(parent, path=path) if path.name == others.OTHERS else None


class StoredVisit(pytest.File):
    """A visit's folder."""

    def collect(self) -> Iterator[pytest.Item]:
        """One item, under the id that the test had when it was walked."""
        known = {}
        with suppress(SettingsError):  # one that cannot be read is told when it is judged
            info = read_info(self.path.parent)
            known = {"nodeid": info.node} if info.node else {}
        yield StoredVisitItem.from_parent(self, name=self.path.parent.name, **known)


class StoredVisitItem(pytest.Item):
    """A visit judged again: the same row, the same verdict as when it was walked."""

    def runtest(self) -> None:
        """Judge, and raise what the visit came to."""
        run = self.config.stash[RUN]
        self.stash[SUPERSEDED] = self.path.parent.name in run.superseded
        judged = run.judge(self.path.parent)
        note(self, judged)
        timeline = judged.artifacts.timeline
        if judged.info.journey.test and timeline.outcome is not Outcome.NOT_FINISHED:
            return  # an ordinary test passes, whatever was measured of it
        if timeline.outcome is Outcome.NOT_FINISHED:
            raise JourneyNotFinished(timeline.message)
        if timeline.outcome in {Outcome.NOT_MEASURED, Outcome.CUT_OFF}:
            raise CouldNotMeasure(timeline.message)
        if not run.judges_together:
            raise_if_broken(judged)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """The message alone."""
        del style
        return str(excinfo.value) if isinstance(excinfo.value, CxError) else str(excinfo.getrepr())

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the visit lies."""
        return self.path, None, self.name


class StoredTests(pytest.File):
    """The tests of a run that are no visits."""

    def collect(self) -> Iterator[pytest.Item]:
        """An item each, under its own id."""
        for test in others.read(self.path):
            yield StoredTest.from_parent(self, name=test.node.rpartition("::")[2], nodeid=test.node, test=test)


class StoredTest(pytest.Item):
    """A test that is not run again: it ends as it did."""

    def __init__(self, *, test: OtherTest, **known: object) -> None:
        super().__init__(**known)  # type: ignore[arg-type]  # pytest's own
        self._test = test

    def setup(self) -> None:
        """An error is one of its set-up."""
        if self._test.outcome == "error":
            raise EndedBefore(self._test.text, self._test.exit_status)

    def runtest(self) -> None:
        """Come to what it came to."""
        if self._test.outcome == "failed":
            raise EndedBefore(self._test.text, self._test.exit_status)
        if self._test.outcome == "skipped":
            pytest.skip(self._test.text)

"""What lies on disk beside the events: ``visit.json`` before judging, ``run.json`` after."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from cxcheck.model.artifact import Artifacts, Outcome
from cxcheck.model.base import Model
from cxcheck.model.event import Event
from cxcheck.model.identity import MaskedIdentity
from cxcheck.model.journey import Journey
from cxcheck.model.pace import Pace
from cxcheck.model.persona import Persona
from cxcheck.model.repeats import Repeats
from cxcheck.model.scorecard import Scorecard
from cxcheck.model.scoring import Scoring
from cxcheck.model.verdict import JourneyVerdict, Verdict, VerdictKind

RUN_VERSION = 1


class BrowserInfo(Model):
    """Which browser; part of every measurement."""

    name: str
    version: str
    playwright: str


# What is kept beside the events: a picture of each frame, and of a visit that fails Playwright's trace; or nothing.
Record = Literal["frames", "trace", "off"]


class VisitInfo(Model):
    """``visit.json``: who walked what, where. ``id`` is the visit's folder name.

    ``node`` is pytest's id of the test, empty in an old recording. ``repeat`` tells apart visits that were asked for,
    ``attempt`` those of one test that was tried again after it failed; both count from 1. An ordinary test has no
    ``identity``. ``pace`` None: an old recording, which does not say.
    """

    v: int = RUN_VERSION
    id: str
    node: str = ""
    journey: Journey
    persona: Persona
    identity: MaskedIdentity | None = None
    site: str
    base_url: str
    browser: BrowserInfo
    seed: int
    repeat: int = 1
    attempt: int = 1
    record: Record = "off"
    began: str
    pace: Pace | None = None


class Visit(Model):
    """A visit as read from its folder: everything that judging needs."""

    info: VisitInfo
    events: tuple[Event, ...]


class JudgedVisit(Model):
    """A visit, what its events say, and what is to be thought of it.

    ``earlier`` are the attempts before this one, first to last: they are kept and told, and count for nothing.
    """

    info: VisitInfo
    artifacts: Artifacts
    scorecard: Scorecard
    verdict: Verdict
    earlier: tuple[JudgedVisit, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether it finished, and the gate lets it through. An ordinary test has nothing but its own end."""
        held = self.info.journey.test or self.verdict.kind in {VerdictKind.PASS, VerdictKind.WARN}
        return self.artifacts.timeline.outcome is Outcome.FINISHED and bool(held)

    @property
    def flaky(self) -> bool:
        """Whether it passed only when it was tried again."""
        return self.info.attempt > 1 and self.passed


class VisitResult(Model):
    """A visit's entry in ``run.json``: the artifacts stay with the events.

    ``flaky``: it passed after a failure. ``earlier`` are the attempts before it, which count for nothing.
    """

    info: VisitInfo
    outcome: str
    message: str = ""
    scorecard: Scorecard
    verdict: Verdict
    flaky: bool = False
    earlier: tuple[VisitResult, ...] = ()


class RunInfo(Model):
    """One invocation: settings, versions, machine, constants; ``scoring`` None: an old run, which does not say.

    ``merged`` are the ids of the runs that it was put together from.
    """

    id: str
    cxcheck: str
    python: str
    platform: str
    cores: int
    seed: int
    began: str
    site: str
    base_url: str
    settings: dict[str, str] = Field(default_factory=dict)
    scoring: Scoring | None = None
    merged: tuple[str, ...] = ()


class OtherTest(Model):
    """A test that is no visit, or whose failure lies outside of it: a line of ``other-tests.jsonl``.

    ``text`` is the error or the reason as pytest printed it; ``exit_status`` what it makes a run end with.
    """

    node: str
    outcome: Literal["passed", "failed", "error", "skipped"]
    text: str = ""
    exit_status: int = 0


class RunResult(Model):
    """``run.json``. ``visits`` are the last attempts at each test; those before lie within them.

    ``repeats`` has one for each customer who walked a journey more than once.
    ``verdicts`` has one for each customer of each journey, over all visits; ``verdict`` is the run's, None: an old run,
    which does not say.
    """

    v: int = RUN_VERSION
    run: RunInfo
    visits: tuple[VisitResult, ...] = ()
    repeats: tuple[Repeats, ...] = ()
    verdicts: tuple[JourneyVerdict, ...] = ()
    verdict: Verdict | None = None


class JudgedRun(Model):
    """What the report is made of: each visit's last attempt, with the earlier ones in it."""

    run: RunInfo
    visits: tuple[JudgedVisit, ...] = ()

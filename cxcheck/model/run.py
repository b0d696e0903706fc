"""What lies on disk beside the events: ``visit.json`` before judging, ``run.json`` after."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from cxcheck.model.artifact import Artifacts
from cxcheck.model.base import Model
from cxcheck.model.event import Event
from cxcheck.model.identity import MaskedIdentity
from cxcheck.model.journey import Journey
from cxcheck.model.pace import Pace
from cxcheck.model.persona import Persona
from cxcheck.model.repeats import Repeats
from cxcheck.model.scorecard import Scorecard
from cxcheck.model.scoring import Scoring
from cxcheck.model.verdict import Verdict

RUN_VERSION = 1


class BrowserInfo(Model):
    """Which browser; part of every measurement."""

    name: str
    version: str
    playwright: str


Record = Literal["frames", "off"]  # what is kept beside the events: a picture of each frame, or nothing


class VisitInfo(Model):
    """``visit.json``: who walked what, where. ``id`` is the visit's folder name, ``repeat`` the number at its end.

    An ordinary test has no ``identity``. ``pace`` None: an old recording, which does not say.
    """

    v: int = RUN_VERSION
    id: str
    journey: Journey
    persona: Persona
    identity: MaskedIdentity | None = None
    site: str
    base_url: str
    browser: BrowserInfo
    seed: int
    repeat: int = 1
    record: Record = "off"
    began: str
    pace: Pace | None = None


class Visit(Model):
    """A visit as read from its folder: everything that judging needs."""

    info: VisitInfo
    events: tuple[Event, ...]


class JudgedVisit(Model):
    """A visit, what its events say, and what is to be thought of it."""

    info: VisitInfo
    artifacts: Artifacts
    scorecard: Scorecard
    verdict: Verdict


class VisitResult(Model):
    """A visit's entry in ``run.json``: the artifacts stay with the events."""

    info: VisitInfo
    outcome: str
    message: str = ""
    scorecard: Scorecard
    verdict: Verdict


class RunInfo(Model):
    """One invocation: settings, versions, machine, constants; ``scoring`` None: an old run, which does not say."""

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


class RunResult(Model):
    """``run.json``. ``repeats`` has one for each customer who walked a journey more than once."""

    v: int = RUN_VERSION
    run: RunInfo
    visits: tuple[VisitResult, ...] = ()
    repeats: tuple[Repeats, ...] = ()


class JudgedRun(Model):
    """What the report is made of."""

    run: RunInfo
    visits: tuple[JudgedVisit, ...] = ()

"""All tables that a visit's events are turned into; checks and scores read these and nothing else."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from cxcheck.model.again import Repeatables
from cxcheck.model.aim import TinyTargets
from cxcheck.model.bars import BarsSeen
from cxcheck.model.base import Model
from cxcheck.model.contact import Contacts
from cxcheck.model.fit import Fits
from cxcheck.model.form import Fillings, Forms, Refusals
from cxcheck.model.gesture import Gestures
from cxcheck.model.machine import Machine
from cxcheck.model.media import Playings
from cxcheck.model.page import PageErrors, Pictures, Requests, Screens, Searches, SettledScreens, Shifts, Signs
from cxcheck.model.popup import Popups
from cxcheck.model.reading import Readings
from cxcheck.model.speech import Speeches
from cxcheck.model.till import Identifications, Totals
from cxcheck.model.unreached import Unreachables
from cxcheck.model.vitals import Freezes, Vitals
from cxcheck.model.wait import Mails, Waits


class NotRecorded(Model):
    """Stands in for an artifact that this browser or page could not give; checks on it are *not measured*."""

    reason: str


class Outcome(StrEnum):
    """How a visit ended."""

    FINISHED = "finished"
    NOT_FINISHED = "not-finished"  # the customer could not do what they came for
    NOT_MEASURED = "not-measured"  # nothing can be said about the site
    CUT_OFF = "cut-off"  # the recording stops in mid-visit


class Step(Model):
    """A step as walked; ``end_ms`` is the last thing known when the recording was cut off in it."""

    index: int
    title: str
    moment_of_truth: bool = False
    start_ms: float
    end_ms: float
    finished: bool


class Timeline(Model):
    """The visit from end to end; ``message`` says in words why it did not finish."""

    outcome: Outcome
    message: str = ""
    end_ms: float
    steps: tuple[Step, ...] = ()

    def step_at(self, t_ms: float) -> int:
        """Index of the step walked at that time: the last one begun; 0 before the first."""
        return next((step.index for step in reversed(self.steps) if step.start_ms <= t_ms), 0)


class Artifacts(Model):
    """All tables of one visit; ``unsupported`` says which probes the browser did not support, and why."""

    timeline: Timeline
    screens: Screens | NotRecorded
    gestures: Gestures | NotRecorded
    waits: Waits | NotRecorded
    popups: Popups | NotRecorded
    requests: Requests | NotRecorded
    errors: PageErrors | NotRecorded
    mails: Mails | NotRecorded
    pictures: Pictures | NotRecorded
    searches: Searches | NotRecorded
    fillings: Fillings | NotRecorded
    refusals: Refusals | NotRecorded
    identifications: Identifications | NotRecorded
    totals: Totals | NotRecorded
    shifts: Shifts | NotRecorded
    settled: SettledScreens | NotRecorded
    unreachables: Unreachables | NotRecorded
    vitals: Vitals | NotRecorded
    readings: Readings | NotRecorded = NotRecorded(reason="judged by a cxcheck that did not count this yet")
    playings: Playings | NotRecorded = NotRecorded(reason="judged by a cxcheck that did not listen to this yet")
    bars: BarsSeen | NotRecorded = NotRecorded(reason="judged by a cxcheck that did not look at this yet")
    fits: Fits | NotRecorded = NotRecorded(reason="judged by a cxcheck that did not look at this yet")
    speeches: Speeches | NotRecorded = NotRecorded(reason="judged by a cxcheck that did not look at this yet")
    contacts: Contacts | NotRecorded = NotRecorded(reason="judged by a cxcheck that did not look at this yet")
    signs: Signs | NotRecorded = NotRecorded(reason="judged by a cxcheck that did not look at this yet")
    forms: Forms | NotRecorded = NotRecorded(reason="judged by a cxcheck that did not look at this yet")
    tiny_targets: TinyTargets | NotRecorded = NotRecorded(reason="judged by a cxcheck that did not look at this yet")
    freezes: Freezes | NotRecorded = NotRecorded(reason="judged by a cxcheck that did not look at this yet")
    repeatables: Repeatables | NotRecorded = NotRecorded(reason="judged by a cxcheck that did not look at this yet")
    machine: Machine = Machine()
    unsupported: dict[str, str] = Field(default_factory=dict)

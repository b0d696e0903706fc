"""Measures, findings and scores of a visit, and the verdict on them."""

from __future__ import annotations

from typing import Literal

from cxcheck.model.base import Model
from cxcheck.model.finding import Attribute, CheckResult, Finding


class GestureCounts(Model):
    """What the customer did, outside of pop-ups; inside, all of it is ``popup_gestures``. None: not measured.

    ``presses`` compares between customers: clicks, taps, and Enter or Space. ``keys`` are all command keys, ``tabs``
    those of them that were Tab; the keys that made a choice or a tick count as that. ``switches`` are trips to the
    mailbox.
    """

    presses: int | None = None
    clicks: int | None = None
    taps: int | None = None
    keys: int | None = None
    tabs: int | None = None
    fields: int | None = None
    characters: int | None = None
    choices: int | None = None
    ticks: int | None = None
    screenfuls: float | None = None
    backs: int | None = None
    switches: int | None = None
    popup_gestures: int | None = None


class StepCost(GestureCounts):
    """What one step cost the customer; the three times add up to the whole. None: not measured.

    ``reading_ms`` is a part of the effort.
    """

    index: int
    title: str
    moment_of_truth: bool = False
    finished: bool = True
    waiting_ms: float | None
    effort_ms: float | None
    reading_ms: float | None = None
    interruption_ms: float | None
    screens: int | None = None

    @property
    def total_ms(self) -> float | None:
        """Customer time of the step, or None when a part of it was not measured."""
        parts = (self.waiting_ms, self.effort_ms, self.interruption_ms)
        return None if None in parts else sum(part for part in parts if part is not None)


class Counts(GestureCounts):
    """What the customer did and met. None: not measured.

    ``mails`` are those that were waited for, ``marketing_mails`` those that had come besides when the visit ended.
    """

    screens: int | None = None
    documents: int | None = None
    popups: int | None = None
    mails: int | None = None
    marketing_mails: int | None = None
    hints: int | None = None


class AttributeScore(Model):
    """0-100, or None with the reason."""

    attribute: Attribute
    score: float | None
    reason: str = ""


class Fix(Model):
    """What removing a check's findings would give back. ``blocks``: the customer got no further."""

    check: str
    blocks: bool = False
    sentence: str
    remedy: str
    seconds: float
    points: float | None


class GaveUp(Model):
    """The first moment at which this persona would have left, and why."""

    step: int
    t_ms: float
    why: str


class PopupCounts(Model):
    """The visit's pop-ups in numbers; what was ``asked_for`` is in no other of them.

    ``before_act`` came before the customer did anything on the page itself, ``before_product`` before the first product
    was found, None: not known, or none was found. ``at_once`` is the most that ever stood there together,
    ``presses`` what the customer pressed in them, ``agreed`` how many questions about cookies a customer who would
    rather refuse had to agree to.
    """

    unasked: int = 0
    asked_for: int = 0
    before_act: int | None = None
    before_product: int | None = None
    at_once: int = 0
    presses: int | None = None
    agreed: int = 0


class Unmeasured(Model):
    """What could not be measured, all for the same reason."""

    what: tuple[str, ...]
    reason: str


class Scorecard(Model):
    """One visit's result. ``score`` None: not measured, with the reason in ``score_note``.

    ``reading_ms`` is a part of ``effort_ms``; None: the effort has none in it. ``caps`` are the limits that bit, in
    words. ``scoring`` is the version of the constants; scores of different versions are never compared. ``fixes`` has
    one for each check that found something, best first. ``unmeasured`` is what nothing is known of: neither good nor
    bad. ``popups`` None: not measured.
    """

    scoring: str
    waiting_ms: float | None
    effort_ms: float | None
    reading_ms: float | None = None
    interruption_ms: float | None
    steps: tuple[StepCost, ...]
    counts: Counts
    attributes: tuple[AttributeScore, ...]
    score: float | None
    grade: Literal["A", "B", "C", "D", "F"] | None
    score_note: str = ""
    caps: tuple[str, ...] = ()
    results: tuple[CheckResult, ...] = ()
    fixes: tuple[Fix, ...] = ()
    gave_up: GaveUp | None = None
    unmeasured: tuple[Unmeasured, ...] = ()
    popups: PopupCounts | None = None

    @property
    def total_ms(self) -> float | None:
        """All customer time, or None when a part was not measured."""
        parts = (self.waiting_ms, self.effort_ms, self.interruption_ms)
        return None if None in parts else sum(part for part in parts if part is not None)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in order of happening."""
        found = [finding for result in self.results for finding in result.findings]
        return tuple(sorted(found, key=lambda finding: finding.t_ms))

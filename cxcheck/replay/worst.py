"""The worst moments of a whole run, one after the other, each with what led to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cxcheck.model.event import Event
from cxcheck.model.finding import Severity
from cxcheck.model.popup import Popups
from cxcheck.model.run import JudgedVisit
from cxcheck.replay.film import Read, Shown
from cxcheck.replay.moments import Moment
from cxcheck.replay.story import Story, Timed, story
from cxcheck.report.names import names, who
from cxcheck.report.offences import Meeting, Offence, offences
from cxcheck.report.words import closed, duration, plural

# Our choice, so that all of it takes some ninety seconds.
_CLIPS = 7
CONTEXT_MS = 4_500.0  # the card that says what, what it costs, who and where
_BEFORE_MS, _AFTER_MS = 3_500.0, 1_000.0  # of the visit's own replay
_LEAST_COST_MS = 1_000.0  # of what is not critical
_LEAST_BEFORE_MS = 800.0  # where another sentence was said just before

Recorded = Callable[[JudgedVisit], tuple[Sequence[Event], Read]]  # a visit's events, and its pictures


@dataclass(frozen=True)
class Clip:
    """A piece of a visit's replay, from ``from_at`` to ``until_at`` in its own time."""

    told: Story
    moment: Timed[Moment]
    from_at: float
    until_at: float
    costs: str
    remedy: str
    customers: str
    step: str
    picture: Shown | None

    @property
    def length(self) -> float:
        """For how long it is shown, in milliseconds; the card before it not counted."""
        return self.until_at - self.from_at


def worst(visits: Sequence[JudgedVisit], recorded: Recorded) -> list[Clip]:
    """What stopped a customer first, then what cost most customer time: each thing once, where it cost most."""
    called = names(visits)
    stories: dict[str, Story] = {}
    clips: list[Clip] = []
    seen: set[tuple[str, ...]] = set()
    for offence in sorted(offences(visits), key=lambda one: (one.blocks, one.whole_ms), reverse=True):
        met = offence.worst
        if len(clips) == _CLIPS:
            break
        if _place(met) in seen or not _matters(offence):
            continue
        seen.add(_place(met))
        told = stories.get(met.visit.info.id) or story(met.visit, *recorded(met.visit), intro_ms=0)
        stories[met.visit.info.id] = told
        clip = _clip(offence, told, len(visits), who(offence.visits, called))
        if clip is not None:
            clips.append(clip)
    return clips


def _matters(offence: Offence) -> bool:
    return offence.blocks or offence.severity is Severity.CRITICAL or offence.whole_ms >= _LEAST_COST_MS


def _place(met: Meeting) -> tuple[str, ...]:
    """Several checks may speak of one pop-up: it is shown once."""
    popups, number = met.visit.artifacts.popups, met.finding.popup
    popup = popups.get(number) if isinstance(popups, Popups) else None
    if popup is not None:
        return "popup", popup.kind.value, popup.title
    return met.finding.check, met.finding.sentence


def _clip(offence: Offence, told: Story, of: int, customers: str) -> Clip | None:
    finding = offence.worst.finding
    said = closed(finding.sentence)
    moment = next((one for one in told.moments if (one.what.check, one.what.sentence) == (finding.check, said)), None)
    if moment is None or not told.film:
        return None
    before = max((one.until for one in told.moments if one.until <= moment.at), default=0.0)
    from_at = max(moment.at - _BEFORE_MS, min(before, moment.at - _LEAST_BEFORE_MS), 0.0)
    following = min((one.at for one in told.moments if one.at >= moment.until), default=told.length)
    met = f"met in {len(offence.visits)} of {plural(of, 'visit')}"
    return Clip(
        told=told,
        moment=moment,
        from_at=from_at,
        until_at=min(following, moment.until + _AFTER_MS),
        costs=f"Costs {duration(offence.whole_ms)} in all, {met}" if offence.whole_ms > 0 else met.capitalize(),
        remedy=offence.worst.fix.remedy if offence.worst.fix else "",
        customers=customers,
        step=next((one.title for one in told.visit.scorecard.steps if one.index == finding.step), ""),
        picture=next((one for one in reversed(told.film) if one.at <= moment.at), told.film[0]),
    )

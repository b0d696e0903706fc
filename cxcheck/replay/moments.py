"""Where it hurt: each finding as a moment at which the replay stops, shows the place and says the sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cxcheck.model.base import Box
from cxcheck.model.event import Event
from cxcheck.model.finding import Finding, Severity
from cxcheck.model.page import Picture
from cxcheck.model.run import JudgedVisit
from cxcheck.replay.clock import recorded
from cxcheck.report.words import closed, duration

GAVE_UP = "gave-up"
KINDS = (*(severity.value for severity in Severity), GAVE_UP)  # worst first
# Four words a second are what adults read in silence (Brysbaert 2019); a moment before, to find the place. Our choice
# otherwise.
_WORD_MS, _BEFORE_MS = 250.0, 900.0
_LEAST_MS, _MOST_MS = 2_200.0, 4_800.0
_BEFORE_IT_CHANGES_MS = 40.0  # two frames of a screen: the answer is stamped as it is drawn


@dataclass(frozen=True)
class Moment:
    """``kind`` is the finding's severity, or ``gave-up``; ``box`` is in the page's pixels, None: no place is known.

    ``t_ms`` is when the recording shows it best. ``costs`` is the customer time its removal gives back, in words.
    """

    t_ms: float
    for_ms: float
    kind: str
    step: int
    sentence: str
    box: Box | None = None
    costs: str = ""
    check: str = ""
    cost_ms: float = 0.0


def moments(visit: JudgedVisit, events: Sequence[Event], name: str) -> list[Moment]:
    """In order of showing; of several at once the worst first."""
    first_ms = min((event.t_ms for event in events if event.kind == "frame/shown"), default=0.0)
    end_ms = visit.artifacts.timeline.end_ms
    found = [*(_of_finding(visit, one) for one in visit.scorecard.findings), *_gave_up(visit, name)]
    inside = ((min(max(one.t_ms, min(first_ms, end_ms)), end_ms), one) for one in found)
    return sorted((replace(one, t_ms=t_ms) for t_ms, one in inside), key=lambda one: (one.t_ms, KINDS.index(one.kind)))


def _of_finding(visit: JudgedVisit, finding: Finding) -> Moment:
    popups = recorded(visit.artifacts.popups)
    popup = popups.get(finding.popup) if popups else None
    picture = _picture(visit, finding.popup)
    place = finding.target.box if finding.target and finding.target.box else popup.box if popup else None
    sentence = closed(finding.sentence)
    return Moment(
        # A pop-up is announced while it fades in; its picture was taken when it stood there.
        t_ms=picture.t_ms if picture else _waited_until(visit, finding),
        for_ms=_reading(sentence),
        kind=finding.severity.value,
        step=finding.step,
        sentence=sentence,
        box=place,
        costs=duration(finding.cost_ms) if finding.cost_ms > 0 else "",
        check=finding.check,
        cost_ms=finding.cost_ms,
    )


def _waited_until(visit: JudgedVisit, finding: Finding) -> float:
    """Of a wait it is told when it is over and was seen, while the screen is still the one that was pressed."""
    if finding.unit != "ms":
        return finding.t_ms
    mails, waits = recorded(visit.artifacts.mails), recorded(visit.artifacts.waits)
    mail = next((one for one in mails.items if one.asked_ms == finding.t_ms), None) if mails else None
    if mail is not None and finding.value == mail.delay_ms:
        return mail.until_ms
    wait = next((one for one in waits.items if one.from_ms == finding.t_ms), None) if waits else None
    if wait is None:
        return finding.t_ms
    ends_ms = wait.ready_ms if wait.answer_ms is None else min(wait.answer_ms, wait.ready_ms)
    return max(wait.from_ms, ends_ms - _BEFORE_IT_CHANGES_MS)


def _picture(visit: JudgedVisit, popup: int | None) -> Picture | None:
    """The pop-up's own."""
    pictures = recorded(visit.artifacts.pictures)
    return next((one for one in pictures.items if one.popup == popup), None) if pictures and popup else None


def _gave_up(visit: JudgedVisit, name: str) -> Iterator[Moment]:
    left, popups = visit.scorecard.gave_up, recorded(visit.artifacts.popups)
    if left is None:
        return
    sentence = closed(f"Here {name} would have left: {left.why}")
    popup = next((one for one in popups.items if one.t_ms == left.t_ms), None) if popups else None
    picture = _picture(visit, popup.id) if popup else None
    yield Moment(
        t_ms=picture.t_ms if picture else left.t_ms,
        for_ms=_reading(sentence),
        kind=GAVE_UP,
        step=left.step,
        sentence=sentence,
        box=popup.box if popup else None,
    )


def _reading(sentence: str) -> float:
    return min(_MOST_MS, max(_LEAST_MS, _BEFORE_MS + len(sentence.split()) * _WORD_MS))

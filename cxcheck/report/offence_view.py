"""An offence as the page shows it: once, with everyone who met it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cxcheck.report.finding_view import SEVERITIES, FindingView, finding_anchor
from cxcheck.report.fixes import SHOWN, TopFix, top_fixes
from cxcheck.report.names import names, who
from cxcheck.report.offences import Meeting, Offence, offences
from cxcheck.report.places import places
from cxcheck.report.visit_view import VisitView
from cxcheck.report.words import spread
from cxcheck.score.repeats import groups

_IN_FULL = 6  # our choice: what is read before the eye tires; the rest is one press away
_WORST = SEVERITIES[0]


@dataclass(frozen=True)
class Met:
    """One customer's meeting with it; ``visit`` is the visit's number where they walked more than once, else 0."""

    customer: str
    visit: int
    view: VisitView
    found: FindingView


@dataclass(frozen=True)
class OffenceView:
    """``told`` is the finding whose sentence stands for all, ``shown`` the one whose picture does.

    ``places`` are journeys' titles, each with its steps.
    """

    anchor: str
    told: FindingView
    shown: FindingView
    severity: str
    customers: str
    everyone: bool
    places: tuple[tuple[str, str], ...]
    moment_of_truth: bool
    value: str
    limit: str
    fix: TopFix
    met: tuple[Met, ...]


@dataclass(frozen=True)
class OffenceViews:
    """``first`` are the fixes worth most; they lead ``in_full``, which the ``folded`` follow."""

    first: tuple[OffenceView, ...]
    in_full: tuple[OffenceView, ...]
    folded: tuple[OffenceView, ...]

    @property
    def also(self) -> tuple[OffenceView, ...]:
        """What is as bad as can be and gives back less time than the first."""
        return tuple(one for one in (*self.in_full, *self.folded)[len(self.first) :] if one.severity == _WORST.value)

    @cached_property
    def by_finding(self) -> dict[str, OffenceView]:
        """Where a visit's finding is told, by the finding's own anchor."""
        return {met.found.anchor: one for one in (*self.in_full, *self.folded) for met in one.met}


def offence_views(views: Sequence[VisitView]) -> OffenceViews:
    """The fixes worth most first, then the most severe, then what costs the most."""
    visits = [view.visit for view in views]
    found = {finding.anchor: (view, finding) for view in views for finding in view.findings}
    called = names(visits)
    first = [fix.offence for fix in top_fixes(visits)]
    signs = {_sign(offence) for offence in first}
    rest = sorted((one for one in offences(visits) if _sign(one) not in signs), key=_mildness)
    shown = [_view(one, number, len(visits), found, called) for number, one in enumerate((*first, *rest), start=1)]
    full = [one for place, one in enumerate(shown) if place < SHOWN or one.severity == _WORST.value][:_IN_FULL]
    return OffenceViews(tuple(shown[: len(first)]), tuple(full), tuple(one for one in shown if one not in full))


def _sign(offence: Offence) -> str:
    first = offence.meetings[0]
    return finding_anchor(first.visit, offence.check, first.number)


def _mildness(offence: Offence) -> tuple[int, float]:
    return SEVERITIES.index(offence.severity), -offence.whole_ms


def _clearness(found: FindingView) -> tuple[bool, bool]:
    """A picture with the place marked says more than one without, and any picture more than none."""
    return found.shot is not None and found.shot.frame.mark is not None, found.shot is not None


def _view(
    offence: Offence,
    number: int,
    of: int,
    found: Mapping[str, tuple[VisitView, FindingView]],
    called: Mapping[str, str],
) -> OffenceView:
    def view(met: Meeting) -> tuple[VisitView, FindingView]:
        return found[finding_anchor(met.visit, offence.check, met.number)]

    often = {visit.info.id for group in groups(offence.run) if len(group) > 1 for visit in group}
    met = tuple(
        Met(
            called[one.visit.info.persona.key],
            one.visit.info.repeat if one.visit.info.id in often else 0,
            *view(one),
        )
        for one in offence.meetings
    )
    told = view(offence.worst)[1]
    low, high = (choose(met, key=lambda one: one.found.finding.value).found for choose in (min, max))
    least, most = (choose(met, key=lambda one: one.found.finding.limit).found for choose in (min, max))
    return OffenceView(
        anchor=f"found-{number}-{offence.check}",
        told=told,
        shown=max((told, *(one.found for one in met)), key=_clearness),
        severity=offence.severity.value,
        customers=who(offence.visits, called, offence.run if len(called) > 1 else ()),
        everyone=len({one.customer for one in met}) == len(called) > 1,
        places=places(offence),
        moment_of_truth=any(one.found.step and one.found.step.moment_of_truth for one in met),
        value=spread(low.value, high.value),
        limit=spread(least.limit, most.limit),
        fix=TopFix(offence, of),
        met=met,
    )

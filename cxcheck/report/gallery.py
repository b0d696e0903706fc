"""Every pop-up of the run, each once however many met it, the costliest first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxcheck.model.run import JudgedVisit
from cxcheck.report.matrix import by_journey
from cxcheck.report.names import names, who
from cxcheck.report.popup_view import PopupView
from cxcheck.report.popup_words import of_several, of_visit, press_word
from cxcheck.report.visit_view import VisitView
from cxcheck.report.words import capital, duration, listed, parts_of, plural, spread

IN_FULL = 3  # our choice: as many as there are top fixes


@dataclass(frozen=True)
class Met:
    """One meeting: by whom, and what it was like."""

    customer: str
    view: PopupView
    anchor: str


@dataclass(frozen=True)
class Exhibit:
    """A pop-up and all meetings with it; ``told`` is the costliest, of those with a picture if there are any."""

    anchor: str
    told: PopupView
    met: tuple[Met, ...]
    customers: str
    places: tuple[tuple[str, str], ...]  # a journey's title with steps
    visits: int
    of: int
    cost_in_all: str
    cost_each: str
    came_back: str

    @property
    def meeting(self) -> Met:
        """The one that is told."""
        return next(met for met in self.met if met.view is self.told)


@dataclass(frozen=True)
class Told:
    """A journey in a sentence, and each of its visits: customer, sentence, anchor."""

    title: str
    sentence: str
    visits: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Gallery:
    """``shown`` is told in full, ``folded`` behind a summary, ``asked_for`` apart: these are no pop-ups."""

    sentence: str
    journeys: tuple[Told, ...]
    shown: tuple[Exhibit, ...]
    folded: tuple[Exhibit, ...]
    asked_for: tuple[Exhibit, ...]
    by_popup: Mapping[tuple[str, int], str]  # visit's id and pop-up's number: where it is told


def gallery(views: Sequence[VisitView]) -> Gallery:
    """In the order of the run, where the costs do not say otherwise."""
    called = names([view.visit for view in views])
    groups: dict[tuple[str, ...], list[tuple[VisitView, PopupView]]] = {}
    for view in views:
        for popup in view.popups:
            groups.setdefault(_sameness(popup), []).append((view, popup))
    ranked = sorted(groups.values(), key=_worth, reverse=True)
    visits = [view.visit for view in views]
    exhibits = [_exhibit(number, met, visits, called) for number, met in enumerate(ranked, start=1)]
    unasked = [one for one in exhibits if not one.told.popup.asked_for]
    return Gallery(
        sentence=capital(_sentence(views)),
        journeys=tuple(_told(found, called) for found in by_journey(views)),
        shown=tuple(unasked[:IN_FULL]),
        folded=tuple(unasked[IN_FULL:]),
        asked_for=tuple(one for one in exhibits if one.told.popup.asked_for),
        by_popup={(met.view.visit.info.id, met.view.popup.id): one.anchor for one in exhibits for met in one.met},
    )


def popups_line(view: VisitView) -> str:
    """The visit in a sentence."""
    card = view.visit.scorecard
    took = parts_of(card)[2] if card.interruption_ms else ""
    return of_visit(card.popups, took, press_word([view.visit.info.persona.hands.input]))


def _sentence(views: Sequence[VisitView]) -> str:
    if len(views) == 1:
        return popups_line(views[0])
    cards = [view.visit.scorecard for view in views]
    different = {_sameness(popup) for view in views for popup in view.popups if not popup.popup.asked_for}
    return of_several([card.popups for card in cards], [card.interruption_ms for card in cards], len(different))


def _told(views: Sequence[VisitView], called: Mapping[str, str]) -> Told:
    rows = tuple((called[view.visit.info.persona.key], popups_line(view), view.anchor) for view in views)
    return Told(views[0].visit.info.journey.title, capital(_sentence(views)), rows)


def _sameness(view: PopupView) -> tuple[str, ...]:
    """The same kind that says the same, whatever is counted down in it; without a title, offers the same."""
    popup = view.popup
    says = " ".join(re.sub(r"\d+", " ", popup.title.casefold()).split())
    return popup.kind.value, str(popup.asked_for), says or " · ".join(popup.buttons)


def _worth(met: Sequence[tuple[VisitView, PopupView]]) -> tuple[bool, float, float]:
    popups = [popup for _, popup in met]
    return (
        not popups[0].popup.asked_for,
        sum(popup.cost_ms or 0 for popup in popups),
        max(popup.popup.cover_ratio for popup in popups),
    )


def _exhibit(
    number: int,
    met: Sequence[tuple[VisitView, PopupView]],
    visits: Sequence[JudgedVisit],
    called: Mapping[str, str],
) -> Exhibit:
    popups = [popup for _, popup in met]
    told = max(popups, key=lambda one: (one.shot is not None, one.cost_ms or 0))
    mine = list({view.visit.info.id: view.visit for view, _ in met}.values())
    costs = [popup.cost_ms for popup in popups if popup.cost_ms]
    back = sum(popup.popup.came_back is not None for popup in popups)
    return Exhibit(
        anchor=f"popup-{number}",
        told=told,
        met=tuple(Met(called[view.visit.info.persona.key], popup, view.anchor) for view, popup in met),
        customers=who(mine, called, visits),
        places=_places(met),
        visits=len(mine),
        of=len(visits),
        cost_in_all=duration(sum(costs)) if costs else "",
        cost_each=spread(duration(min(costs)), duration(max(costs))) if len(costs) > 1 else "",
        came_back=f"came back {plural(back, 'time')} after it had been closed" if back else "",
    )


def _places(met: Sequence[tuple[VisitView, PopupView]]) -> tuple[tuple[str, str], ...]:
    steps: dict[str, dict[str, None]] = {}
    for view, popup in met:
        steps.setdefault(view.visit.info.journey.title, {})[popup.where] = None
    return tuple((journey, listed(list(found))) for journey, found in steps.items())

"""One meeting with a pop-up, in words: when it came, what it took of the window, how the customer got rid of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxcheck.model.artifact import Artifacts, NotRecorded
from cxcheck.model.base import Box
from cxcheck.model.gesture import Gesture
from cxcheck.model.page import Screens
from cxcheck.model.popup import Attempt, CloseControl, Ending, Popup, PopupKind, Popups, Way
from cxcheck.model.run import JudgedVisit
from cxcheck.report.consent_view import ConsentView, consent_view
from cxcheck.report.pictures import Album, Shot
from cxcheck.report.popup_words import press_word, presses
from cxcheck.report.words import capital, duration, listed
from cxcheck.score.costs import popup_costs
from cxcheck.score.popup_counts import presses_in, was_agreed_to

_NO_PICTURE = {
    PopupKind.PERMISSION: "the browser’s own question, which is not shown under Playwright",
    PopupKind.NATIVE: "the browser’s own dialog, which is on no picture of the page",
    PopupKind.WINDOW: "a window of its own",
}
_BESIDE = {PopupKind.WINDOW, PopupKind.PERMISSION}  # take nothing of the window
_WAYS = {
    Way.CLOSE: "its close control",
    Way.REFUSE: "refusing",
    Way.ACCEPT: "accepting",
    Way.ESCAPE: "the Escape key",
    Way.BACKDROP: "a press beside it",
}
SMALL_PX = 24  # WCAG 2.2, 2.5.8: targets at least so large


@dataclass(frozen=True)
class PopupView:
    """``facts`` are short clauses for the reader; ``costs_ms`` is the customer time it took, 0 when asked for."""

    popup: Popup
    visit: JudgedVisit
    cost_ms: float | None
    presses: int
    shot: Shot | None
    no_shot: str
    screen: str
    consent: ConsentView | None

    @property
    def kind(self) -> str:
        """With a capital letter."""
        return capital(self.popup.kind.value)

    @property
    def cost(self) -> str:
        """``4.2 s, 1 click``; empty when it took neither."""
        time = [duration(self.cost_ms)] if self.cost_ms else []
        pressed = [presses(self.presses, self.word)] if self.presses and not self.popup.asked_for else []
        return ", ".join(time + pressed)

    @property
    def word(self) -> str:
        """What a press is called."""
        return press_word([self.visit.info.persona.hands.input])

    @property
    def where(self) -> str:
        """``step 1``."""
        return f"step {self.popup.step}" if self.popup.step else "before the first step"

    @property
    def came(self) -> str:
        """``2.1 s into the visit``."""
        return f"{duration(max(0.0, self.popup.t_ms))} into the visit"

    @property
    def takes(self) -> str:
        """How much of the window, and whether the page could still be used."""
        if self.popup.kind in _BESIDE:
            return ""
        share = "under 1 %" if self.popup.cover_ratio < 0.01 else f"{self.popup.cover_ratio * 100:.0f} %"  # noqa: PLR2004 - a percent
        return f"{share} of the window, " + ("blocks the page" if self.popup.blocks else "leaves the page usable")

    @property
    def rid(self) -> tuple[str, str]:
        """What became of it, in our words and the control's name, which is not ours."""
        popup, worked = self.popup, [attempt for attempt in self.popup.attempts if attempt.worked]
        vain = _in_vain([attempt for attempt in popup.attempts if not attempt.worked])
        if worked:
            attempt = worked[-1]
            after = f", {duration(popup.gone_ms - popup.t_ms)} after it came" if popup.gone_ms is not None else ""
            agreed = " (had to agree)" if was_agreed_to(popup) and self._would_refuse else ""
            control = "" if attempt.control in {"×", attempt.way.value} else attempt.control
            return f"{vain}Went by {_WAYS[attempt.way]}{agreed}{after}", control
        if popup.close_control and popup.gone_ms is not None:
            return f"{vain}Was closed", popup.close_control
        if popup.ending is Ending.ITSELF and popup.gone_ms is not None:
            return f"{vain}Went by itself after {duration(popup.gone_ms - popup.t_ms)}", ""
        if popup.ending is Ending.PAGE:
            return f"{vain}Stood until the customer left the page", ""
        if popup.kind in _BESIDE:
            return "", ""
        return (f"{vain}Is not there any more", "") if popup.gone_ms is not None else (f"{vain}Was never closed", "")

    @property
    def _would_refuse(self) -> bool:
        return self.visit.info.persona.manners.cookies == "reject"

    @property
    def close(self) -> str:
        """What it offers for closing, when that was recorded."""
        if self.popup.kind in _NO_PICTURE:
            return ""
        if not self._offers_known:
            return "its close control was not recorded"
        return _close(self.popup.close) if self.popup.close else "no close control was found"

    @property
    def _offers_known(self) -> bool:
        popups = self.visit.artifacts.popups
        return isinstance(popups, Popups) and popups.offers_known


def popup_views(visit: JudgedVisit, album: Album) -> list[PopupView]:
    """All overlays of the visit in order of appearance; none when they were not measured."""
    artifacts = visit.artifacts
    if isinstance(artifacts.popups, NotRecorded):
        return []
    costs = popup_costs(artifacts, visit.info.persona)
    done = () if isinstance(artifacts.gestures, NotRecorded) else artifacts.gestures.items
    return [_view(visit, popup, costs, done, album) for popup in artifacts.popups.items]


def _view(
    visit: JudgedVisit, popup: Popup, costs: Mapping[int, float], done: Sequence[Gesture], album: Album
) -> PopupView:
    return PopupView(
        popup=popup,
        visit=visit,
        cost_ms=costs.get(popup.id),
        presses=presses_in(popup, done),
        shot=album.of_popup(popup),
        no_shot=_NO_PICTURE.get(popup.kind, album.why_empty),
        screen=_screen(popup, visit.artifacts),
        consent=consent_view(popup.consent, visit.info.persona.hands) if popup.consent else None,
    )


def _screen(popup: Popup, artifacts: Artifacts) -> str:
    screens = artifacts.screens.items if isinstance(artifacts.screens, Screens) else ()
    return screens[popup.screen - 1].title if 0 < popup.screen <= len(screens) else ""


def _in_vain(attempts: Sequence[Attempt]) -> str:
    tried = list(dict.fromkeys(_WAYS[attempt.way] for attempt in attempts))
    return f"{capital(listed(tried))} did not help. " if tried else ""


def _close(control: CloseControl) -> str:
    size = f"close control {_size(control.box)}" if control.box else "a close control"
    small = control.box is not None and min(control.box.width_px, control.box.height_px) < SMALL_PX
    odd = [
        *(["small"] if small else []),
        *([] if control.named else ["without a name"]),
        *([] if control.in_view else ["out of sight"]),
    ]
    return ", ".join([size, *odd])


def _size(box: Box) -> str:
    return f"{box.width_px:.0f} × {box.height_px:.0f} px"

"""Which picture shows a moment, and what of it to show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from cxcheck.model.artifact import Artifacts
from cxcheck.model.base import Box
from cxcheck.model.finding import Finding
from cxcheck.model.gesture import GestureKind, Gestures
from cxcheck.model.page import Picture, Pictures, Screens
from cxcheck.model.popup import Popup, Popups
from cxcheck.report.svg import Frame, frame
from cxcheck.report.words import duration

PictureSource = Callable[[str, str], str | None]
_OF_POPUPS = {"popup", "frame"}
SAME_MOMENT_MS = 500  # our choice: closer than this, a picture counts as of the moment itself


@dataclass(frozen=True)
class Shot:
    """A picture to show; ``caption`` says when it was taken."""

    src: str
    width_px: int
    height_px: int
    caption: str
    frame: Frame

    @property
    def wide(self) -> bool:
        """Whether it lies on its side, as a desktop's does."""
        return self.width_px > self.height_px


class Album:
    """The pictures of one visit that are really there."""

    def __init__(self, visit_id: str, artifacts: Artifacts, source: PictureSource) -> None:
        self._artifacts = artifacts
        pictures = artifacts.pictures.items if isinstance(artifacts.pictures, Pictures) else ()
        found = {picture: source(visit_id, picture.file) for picture in pictures}
        self._sources = {picture: src for picture, src in found.items() if src}

    @property
    def why_empty(self) -> str:
        """Why a picture is missing, where that is known for all of them."""
        recorded = self._artifacts.pictures
        return "" if isinstance(recorded, Pictures) else recorded.reason

    def of_finding(self, finding: Finding) -> Shot | None:
        """The pop-up's own picture, else the next one taken in the finding's step."""
        picture = self._of_popup(finding) or self._next_after(finding)
        if picture is None:
            return None
        box = self._box(finding) if self._unchanged(finding, picture) else None
        return self._shot(picture, _when(finding.t_ms, picture), box)

    def of_popup(self, popup: Popup) -> Shot | None:
        """The pop-up where it stood, marked; whole, so that one sees how much of the window it took."""
        picture = next((picture for picture in self._sources if picture.popup == popup.id), None)
        if picture is None:
            return None
        shot = self._shot(picture, "", popup.box)
        whole = Box(x_px=0, y_px=0, width_px=picture.width_px, height_px=picture.height_px)
        return replace(shot, frame=replace(shot.frame, view=whole))

    def of_step(self, index: int) -> Shot | None:
        """How the step ended: its last picture, pop-ups' own pictures aside."""
        taken = [item for item in self._sources if item.step == index and item.reason not in _OF_POPUPS]
        last = max(taken, key=lambda picture: picture.t_ms, default=None)
        return self._shot(last, "", None) if last else None

    def _of_popup(self, finding: Finding) -> Picture | None:
        if finding.popup is None:
            return None
        return next((picture for picture in self._sources if picture.popup == finding.popup), None)

    def _next_after(self, finding: Finding) -> Picture | None:
        later = [
            item
            for item in self._sources
            if item.step == finding.step and item.t_ms >= finding.t_ms and item.reason != "frame"
        ]
        return min(later, key=lambda picture: picture.t_ms, default=None)

    def _box(self, finding: Finding) -> Box | None:
        if finding.target and finding.target.box:
            return finding.target.box
        popup = self._popup(finding.popup)
        return popup.box if popup else None

    def _popup(self, number: int | None) -> Popup | None:
        popups = self._artifacts.popups
        items = popups.items if isinstance(popups, Popups) else ()
        return next((popup for popup in items if popup.id == number), None)

    def _unchanged(self, finding: Finding, picture: Picture) -> bool:
        """Whether the picture still shows the finding's view, so that a mark hits what it means."""
        if picture.popup is not None and picture.popup == finding.popup:
            return True
        artifacts = self._artifacts
        if not isinstance(artifacts.screens, Screens) or not isinstance(artifacts.gestures, Gestures):
            return False
        moves = [screen.t_ms for screen in artifacts.screens.items]
        moves += [item.t_ms for item in artifacts.gestures.items if item.kind is GestureKind.SCROLL]
        return not any(finding.t_ms < t_ms <= picture.t_ms for t_ms in moves)

    def _shot(self, picture: Picture, caption: str, box: Box | None) -> Shot:
        return Shot(
            src=self._sources[picture],
            width_px=picture.width_px,
            height_px=picture.height_px,
            caption=caption,
            frame=frame(picture, box),
        )


def _when(t_ms: float, picture: Picture) -> str:
    apart = picture.t_ms - t_ms
    if abs(apart) < SAME_MOMENT_MS:
        return "What the customer saw"
    return f"The screen {duration(abs(apart))} {'later' if apart > 0 else 'earlier'}"

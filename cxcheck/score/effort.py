"""The customer's own doing, predicted from their gestures by the keystroke-level model. Reading comes on top."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxcheck.model.artifact import Artifacts, NotRecorded
from cxcheck.model.gesture import Gesture, GestureKind
from cxcheck.score import klm

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cxcheck.model.base import Box
    from cxcheck.model.persona import Hands

_SECRET_KINDS = {"password"}


@dataclass(frozen=True)
class Doing:
    """A gesture and its operators, in milliseconds; their sum is what it took.

    One inside a pop-up is interruption, and no effort.
    """

    gesture: Gesture
    think_ms: float = 0.0
    home_ms: float = 0.0
    point_ms: float = 0.0
    press_ms: float = 0.0
    typing_ms: float = 0.0
    other_ms: float = 0.0  # scrolling, and the way to the mailbox

    @property
    def total_ms(self) -> float:
        """All of it."""
        return self.think_ms + self.home_ms + self.point_ms + self.press_ms + self.typing_ms + self.other_ms


def visit_effort(artifacts: Artifacts, hands: Hands) -> list[Doing]:
    """What was done on a visit; nothing when that was not recorded."""
    if isinstance(artifacts.gestures, NotRecorded):
        return []
    pictures = () if isinstance(artifacts.pictures, NotRecorded) else artifacts.pictures.items
    screen_px = (pictures[0].width_px, pictures[0].height_px) if pictures else None
    return list(effort(artifacts.gestures.items, hands, screen_px))


def effort(gestures: Iterable[Gesture], hands: Hands, screen_px: tuple[float, float] | None = None) -> Iterator[Doing]:
    """Each gesture by its operators. The pointer begins in the middle of a screen of that size, if it is known."""
    body = Body(hands, None if screen_px is None else (screen_px[0] / 2, screen_px[1] / 2))
    for gesture in gestures:
        if gesture.trusted:
            yield body.do(gesture)


class Body:
    """Where hand and pointer are, and what was done last. The hand begins at the mouse."""

    def __init__(self, hands: Hands, pointer: tuple[float, float] | None = None) -> None:
        self._hands = hands
        self._at: klm.Place = "mouse"
        self._pointer = pointer
        self._lasts: dict[int | None, Gesture] = {}  # by pop-up: what was done in one is no beginning of the rest

    def do(self, gesture: Gesture) -> Doing:
        """What the gesture takes from here."""
        parts = self._by_keys(gesture) if self._hands.input == "keyboard" or gesture.keys else self._by_hand(gesture)
        thought = klm.think_ms(gesture, self._last(gesture))
        self._lasts[gesture.target.popup] = gesture
        return Doing(gesture, think_ms=thought, **parts)

    def _last(self, gesture: Gesture) -> Gesture | None:
        return self._lasts.get(gesture.target.popup)

    def _by_keys(self, gesture: Gesture) -> dict[str, float]:
        """Whatever it is, by keys: those recorded, else as many as it takes at least."""
        match gesture.kind:
            case GestureKind.FIELD:
                return self._type(gesture)
            case GestureKind.SCROLL | GestureKind.SWITCH:
                return self._by_hand(gesture)
            case GestureKind.CHOICE | GestureKind.BACK:
                keys = gesture.keys or 2  # one to pick and one to confirm; Alt and the arrow
            case _:
                keys = gesture.keys or 1
        return self._to("keyboard") | {"press_ms": keys * klm.key_ms(self._hands)}

    def _by_hand(self, gesture: Gesture) -> dict[str, float]:
        match gesture.kind:
            case GestureKind.FIELD:
                reached = {} if klm.came_by_key(self._last(gesture)) else self._reach(gesture.target.box)
                typed = self._type(gesture)
                parts = reached | typed | {"home_ms": reached.get("home_ms", 0) + typed["home_ms"]}
            case GestureKind.KEY:
                parts = self._by_keys(gesture)
            case GestureKind.CHOICE:  # opens the list; what is wanted stands below, as far away as a line is high
                reached = self._reach(gesture.target.box)
                below = klm.point_ms(self._hands, 1, 1)
                parts = reached | {
                    "point_ms": reached["point_ms"] + below,
                    "press_ms": 2 * klm.press_ms(self._hands),
                }
            case GestureKind.SCROLL if gesture.field_kind == "keys":
                parts = {}  # they count themselves
            case GestureKind.SCROLL:
                parts = self._to("mouse") | {"other_ms": klm.scroll_ms(self._hands, gesture.screenfuls)}
            case GestureKind.SWITCH:
                self._pointer = None
                parts = self._to("mouse") | {"other_ms": klm.switch_ms(self._hands)}
            case _:
                parts = self._reach(gesture.target.box)
        return parts

    def _type(self, field: Gesture) -> dict[str, float]:
        home = self._to("keyboard")
        if self._hands.input == "touch":
            self._pointer = None  # the finger is at the keys
        secret = field.field_kind in _SECRET_KINDS
        return home | {"typing_ms": klm.typing_ms(self._hands, field.characters, secret=secret)}

    def _reach(self, box: Box | None) -> dict[str, float]:
        """Point at it, unless the pointer is there, and press."""
        home = self._to("mouse")
        pointer = self._pointer
        self._pointer = None if box is None else (box.x_px + box.width_px / 2, box.y_px + box.height_px / 2)
        if box is not None and pointer is not None and _inside(pointer, box):
            point_ms = 0.0
        elif self._pointer is None or pointer is None or box is None:
            point_ms = klm.point_ms(self._hands, None, 1)
        else:
            # The smaller side: the target's size from any direction (MacKenzie & Buxton 1992).
            point_ms = klm.point_ms(self._hands, math.dist(pointer, self._pointer), min(box.width_px, box.height_px))
        return home | {"point_ms": point_ms, "press_ms": klm.press_ms(self._hands)}

    def _to(self, place: klm.Place) -> dict[str, float]:
        at, self._at = self._at, place
        return {"home_ms": klm.home_ms(self._hands, at, place)}


def _inside(point: tuple[float, float], box: Box) -> bool:
    x, y = point[0] - box.x_px, point[1] - box.y_px
    return 0 <= x <= box.width_px and 0 <= y <= box.height_px

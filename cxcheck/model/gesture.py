"""What the customer did."""

from __future__ import annotations

from enum import StrEnum

from cxcheck.model.base import Box, Model

_FIELD_ROLES = {"textbox", "searchbox", "combobox", "spinbutton"}


class Target(Model):
    """What a gesture was aimed at, as the page describes it; ``popup`` is the pop-up it lies in, if any."""

    selector: str = ""
    role: str = ""
    name: str = ""
    enabled: bool = True
    clickable: bool = False
    box: Box | None = None
    popup: int | None = None

    @property
    def pressed(self) -> str:
        """What a press on it is called: ``“Send”``; of a field, where only Enter is pressed, ``Enter in “E-mail”``."""
        name = f"“{self.name or self.role or 'something'}”"
        return f"Enter in {name}" if self.role in _FIELD_ROLES else name


class GestureKind(StrEnum):
    """The things a customer does."""

    CLICK = "click"
    TAP = "tap"
    FIELD = "field"  # a field filled: its characters together
    CHOICE = "choice"  # a choice in a list
    TICK = "tick"  # a check box, radio button or switch
    KEY = "key"  # a command key: Enter, Escape, Tab …
    SCROLL = "scroll"
    BACK = "back"  # in the browser's history
    SWITCH = "switch"  # to the mailbox, or back


#: Those that press something with a pointer.
PRESSES = (GestureKind.CLICK, GestureKind.TAP)


class Gesture(Model):
    """One thing the customer did. ``trusted`` False: a script made it, so no customer did and it times nothing.

    ``field_kind`` is the kind of field; of a key its name; of a scroll what did it (wheel, touch, drag, keys, or reach:
    to bring the next thing into sight); of a switch where to (mailbox, site). ``keys`` is the number of command keys
    that a choice or tick took, 0 when it was not made by the keyboard.
    """

    t_ms: float
    step: int
    page: int = 0
    kind: GestureKind
    target: Target = Target()
    characters: int = 0
    field_kind: str = ""
    keys: int = 0
    screenfuls: float = 0
    trusted: bool = True


class Gestures(Model):
    """Everything done, in order of happening."""

    items: tuple[Gesture, ...] = ()

    def count(self, *kinds: GestureKind, in_popups: bool | None = None) -> int:
        """How many gestures of these kinds; ``in_popups`` keeps those inside (True) or outside (False) pop-ups."""
        return sum(
            gesture.kind in kinds and (in_popups is None or (gesture.target.popup is not None) == in_popups)
            for gesture in self.items
            if gesture.trusted
        )

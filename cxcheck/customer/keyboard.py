"""Getting about with the keyboard alone: Tab to reach, Enter or Space to press, arrows among choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Error

from cxcheck.customer import focus
from cxcheck.model.unreached import Why

if TYPE_CHECKING:
    from playwright.sync_api import ElementHandle, Page

    from cxcheck.customer.pace import Dwell

MOST_TABS = 250  # more than any page should ask for; then it counts as out of reach
_PRESS_MS = 80
_ENTERED = "(element) => element.matches('a,[role=link],[role^=menuitem],[role=tab],[role=option]')"
_SELECTED = "(element) => element.selectedIndex"
_RADIO_IS_ON = "(element) => (element.control ?? element).checked ?? element.getAttribute('aria-checked') === 'true'"
# Which way is shorter: does the element come after the focus in the document?
_COMES_AFTER = """(element) => {
  const focus = element.ownerDocument.activeElement;
  if (!focus || focus === element.ownerDocument.body) return true;
  return !(focus.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING);
}"""
_LIES_ACROSS = """(element) => {
  const group = element.closest('[aria-orientation],[role=tablist],[role=menubar],[role=toolbar]');
  return !!group && !group.matches('[aria-orientation=vertical]');
}"""


class OutOfReachError(Error):
    """The customer gives up on it, after so many keys; ``held_by`` is what keeps the focus."""

    def __init__(self, why: Why, tried: int, held_by: str = "") -> None:
        arrows = why is Why.NO_ARROWS
        super().__init__(f"it cannot be reached with the {'arrow keys' if arrows else 'Tab key'}")
        self.why = why
        self.tried = tried
        self.held_by = held_by


class Keyboard:
    """One customer's, at their pace."""

    def __init__(self, dwell: Dwell) -> None:
        self._dwell = dwell

    def go_to(self, page: Page, element: ElementHandle, arrived: str = focus.ON_IT) -> None:
        """Press Tab until the focus is there; among tabs, in a menu or a list, the arrow keys.

        Raises:
            OutOfReachError: It never comes there.
        """
        if focus.is_so(element, arrived):
            return
        if arrived == focus.ON_IT and not focus.in_tab_order(element) and focus.is_so(element, focus.HAS_GROUP):
            self._go_into_group(page, element)
            return
        key = "Tab" if element.evaluate(_COMES_AFTER) else "Shift+Tab"
        been: list[str] = []
        for _ in range(MOST_TABS):
            self._hit(page, key)
            if focus.is_so(element, arrived):
                return
            been.append(focus.place(element))
            if _goes_round(been):
                break
        raise self._lost(element, been)

    def press(self, page: Page, element: ElementHandle, *, other_key: bool = False) -> None:
        """Go there and press: Enter for links and the like, Space for the rest; ``other_key``: the one of the two.

        Raises:
            OutOfReachError: It cannot be reached.
        """
        self.go_to(page, element)
        enter = bool(element.evaluate(_ENTERED)) != other_key
        page.keyboard.press("Enter" if enter else "Space", delay=_PRESS_MS)

    def type_date(self, page: Page, element: ElementHandle, iso: str) -> None:
        """Type a date's parts into the browser's own field, whose order is that of the browser's language.

        Raises:
            Error: It takes the date in no order.
        """
        year, month, day = iso.split("-")
        for order in ((month, day, year), (day, month, year), (year, month, day)):
            for _ in order:
                self._hit(page, "ArrowLeft")
            for part in order:
                page.keyboard.type(part, delay=self._dwell.key_ms())
                if part == year:
                    self._hit(page, "ArrowRight")  # a year has no end of its own
            if element.evaluate("(element) => element.value") == iso:
                return
        raise Error("it takes the date in no order")

    def take_option(self, page: Page, element: ElementHandle, index: int) -> None:
        """Go up or down in a closed list until its option with that index is the chosen one.

        Raises:
            OutOfReachError: The list does not move.
        """
        for _ in range(MOST_TABS):
            now = int(element.evaluate(_SELECTED))
            if now == index:
                return
            self._hit(page, "ArrowDown" if now < index else "ArrowUp")
            if int(element.evaluate(_SELECTED)) == now:
                break
        raise OutOfReachError(Why.NO_ARROWS, 1)

    def take_drawn_option(self, page: Page, element: ElementHandle) -> None:
        """In an open list that the page draws itself, go down until the option is the one that Enter takes.

        Raises:
            OutOfReachError: The arrow keys do not get there.
        """
        self._arrow_to(page, element, "ArrowDown")
        page.keyboard.press("Enter", delay=_PRESS_MS)

    def take_radio(self, page: Page, element: ElementHandle, among: int) -> None:
        """Go to a group of radio buttons, and with the arrows to the one wanted.

        Raises:
            OutOfReachError: It cannot be reached.
        """
        self.go_to(page, element, focus.AMONG_RADIOS)
        if focus.is_so(element, focus.ON_IT) and not element.evaluate(_RADIO_IS_ON):
            page.keyboard.press("Space")
        for _ in range(among):
            if element.evaluate(_RADIO_IS_ON):
                return
            self._hit(page, "ArrowDown")
        if not element.evaluate(_RADIO_IS_ON):
            raise OutOfReachError(Why.NO_ARROWS, among)

    def _go_into_group(self, page: Page, element: ElementHandle) -> None:
        """A menu or list that has opened has the focus already, or takes it with the first arrow key."""
        if not focus.is_so(element, focus.IN_GROUP) and focus.is_so(element, focus.ON_OPENER):
            self._hit(page, "ArrowDown")
        if not focus.is_so(element, focus.IN_GROUP):
            self.go_to(page, element, focus.IN_GROUP)
        self._arrow_to(page, element, "ArrowRight" if element.evaluate(_LIES_ACROSS) else "ArrowDown")

    def _arrow_to(self, page: Page, element: ElementHandle, key: str) -> None:
        been: list[str] = []
        while not _goes_round(been) and len(been) < MOST_TABS:
            if focus.is_so(element, focus.ACTIVE):
                return
            self._hit(page, key)
            been.append(focus.place(element))
        raise OutOfReachError(Why.NO_ARROWS, len(been))

    def _hit(self, page: Page, key: str) -> None:
        page.keyboard.press(key, delay=self._dwell.key_ms())

    def _lost(self, element: ElementHandle, been: list[str]) -> OutOfReachError:
        """What came of going round."""
        if not focus.in_tab_order(element):
            return OutOfReachError(Why.NO_FOCUS, len(been))
        if _goes_round(been):
            return OutOfReachError(Why.TRAP, len(been), focus.holder(element))
        return OutOfReachError(Why.TOO_FAR, len(been))


def _goes_round(been: list[str]) -> bool:
    """Whether the focus was at the same places twice, in the same order; of a short way round there is more to see.

    A field for dates takes up to seven Tabs and is one place.
    """
    for length in range(1, len(been) // 2 + 1):
        rounds = {1: 12, 2: 4, 3: 3, 4: 3}.get(length, 2)
        lap = been[-length:]
        if any(lap) and been[-rounds * length :] == lap * rounds:
            return True
    return False

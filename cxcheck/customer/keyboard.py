"""Getting about with the keyboard alone: Tab to reach, Enter or Space to press, arrows among choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Error

if TYPE_CHECKING:
    from playwright.sync_api import ElementHandle, Page

_MOST_TABS = 250  # more than any page should ask for; then it counts as out of reach
_PRESS_MS = 80

# Whether the focus is on the element, on what it labels, or inside it; through open shadow roots and frames.
_HAS_FOCUS = """(element) => {
  let focus = element.ownerDocument.activeElement;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  const wanted = element.control ?? element;
  return focus === wanted || (element.control && focus === element);
}"""
# Whether the focus is on an option, or on its list, which points to the option.
_IS_ACTIVE = """(option) => {
  let focus = option.ownerDocument.activeElement;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  return focus === option || !!option.id && focus?.getAttribute('aria-activedescendant') === option.id;
}"""
# Which way is shorter: does the element come after the focus in the document?
_COMES_AFTER = """(element) => {
  const focus = element.ownerDocument.activeElement;
  if (!focus || focus === element.ownerDocument.body) return true;
  return !(focus.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING);
}"""
_IS_LINK = "(element) => element.tagName === 'A'"
_SELECTED = "(element) => element.selectedIndex"
_RADIO_IS_ON = "(element) => (element.control ?? element).checked ?? element.getAttribute('aria-checked') === 'true'"
_GROUP_HAS_FOCUS = """(element) => {
  const mine = element.control ?? element;
  const focus = element.ownerDocument.activeElement;
  return focus === mine || focus?.type === 'radio' && focus.name === mine.name
    || focus?.getAttribute('role') === 'radio'
      && focus.closest('[role=radiogroup]') === mine.closest('[role=radiogroup]');
}"""


def go_to(page: Page, element: ElementHandle, arrived: str = _HAS_FOCUS) -> None:
    """Press Tab until the focus is there.

    Raises:
        Error: It never comes there.
    """
    if element.evaluate(arrived):
        return
    key = "Tab" if element.evaluate(_COMES_AFTER) else "Shift+Tab"
    for _ in range(_MOST_TABS):
        page.keyboard.press(key)
        if element.evaluate(arrived):
            return
    raise Error("it cannot be reached with the Tab key")


def press(page: Page, element: ElementHandle) -> None:
    """Go there and press: Enter for links, Space for the rest.

    Raises:
        Error: It cannot be reached.
    """
    go_to(page, element)
    page.keyboard.press("Enter" if element.evaluate(_IS_LINK) else "Space", delay=_PRESS_MS)


def type_date(page: Page, element: ElementHandle, iso: str) -> None:
    """Type a date's parts into the browser's own field, whose order is that of the browser's language.

    Raises:
        Error: It takes the date in no order.
    """
    year, month, day = iso.split("-")
    for order in ((month, day, year), (day, month, year), (year, month, day)):
        for _ in order:
            page.keyboard.press("ArrowLeft")
        for part in order:
            page.keyboard.type(part)
            if part == year:
                page.keyboard.press("ArrowRight")  # a year has no end of its own
        if element.evaluate("(element) => element.value") == iso:
            return
    raise Error("it takes the date in no order")


def take_option(page: Page, element: ElementHandle, index: int) -> None:
    """Go up or down in a closed list until its option with that index is the chosen one.

    Raises:
        Error: The list does not move.
    """
    for _ in range(_MOST_TABS):
        now = int(element.evaluate(_SELECTED))
        if now == index:
            return
        page.keyboard.press("ArrowDown" if now < index else "ArrowUp")
        if int(element.evaluate(_SELECTED)) == now:
            break
    raise Error("the list does not move with the arrow keys")


def take_drawn_option(page: Page, element: ElementHandle) -> None:
    """In an open list that the page draws itself, go down until the option is the one that Enter takes.

    Raises:
        Error: The arrow keys do not get there.
    """
    for _ in range(_MOST_TABS):
        if element.evaluate(_IS_ACTIVE):
            page.keyboard.press("Enter", delay=_PRESS_MS)
            return
        page.keyboard.press("ArrowDown")
    raise Error("it cannot be reached with the arrow keys")


def take_radio(page: Page, element: ElementHandle, among: int) -> None:
    """Go to a group of radio buttons, and with the arrows to the one wanted.

    Raises:
        Error: It cannot be reached.
    """
    go_to(page, element, _GROUP_HAS_FOCUS)
    if element.evaluate(_HAS_FOCUS) and not element.evaluate(_RADIO_IS_ON):
        page.keyboard.press("Space")
    for _ in range(among):
        if element.evaluate(_RADIO_IS_ON):
            return
        page.keyboard.press("ArrowDown")
    if not element.evaluate(_RADIO_IS_ON):
        raise Error("it cannot be reached with the arrow keys")

"""How the customer works the machine: mouse, finger or keyboard, with events that real hands would make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Error

from cxcheck.customer.keyboard import Keyboard

if TYPE_CHECKING:
    from playwright.sync_api import ElementHandle, Page

    from cxcheck.customer.pace import Dwell
    from cxcheck.customer.sight import Field, Option
    from cxcheck.model.persona import Hands as HandTraits

# Press and release, 0.1 s each by the keystroke-level model; without a gap Chromium times both as one frame.
PRESS_MS = 80
REACH_MS = 5_000  # how long to try to reach a control before looking what is in the way

# What of the field's own lies over its middle; nothing is moved or touched.
_LABEL_OVER = """(field) => {
  const { x, y, width, height } = field.getBoundingClientRect();
  const over = field.getRootNode().elementFromPoint(x + width / 2, y + height / 2)?.closest('label');
  return over && over.control === field ? over : null;
}"""


class Hands:
    """Mouse, touch or keyboard, by the persona."""

    def __init__(self, traits: HandTraits, dwell: Dwell) -> None:
        self.keys_only = traits.input == "keyboard"
        self._input = traits.input
        self._dwell = dwell
        self._keyboard = Keyboard(dwell)

    def go_near(self, page: Page, element: ElementHandle) -> None:
        """Go as far as can be without pressing: with Tab, or at human pace with the mouse.

        Raises:
            Error: It cannot be reached that way.
        """
        if self._input == "keyboard":
            self._keyboard.go_to(page, element)
        elif self._input == "mouse":
            self._dwell.approach(page, element, REACH_MS)

    def press(self, page: Page, element: ElementHandle, *, other_key: bool = False) -> None:
        """Click, tap, or go there with Tab and press. Playwright waits until it is there, still, enabled, not covered.

        ``other_key``: by keyboard, with Enter where Space is usual, or the other way round.

        Raises:
            Error: It cannot be reached that way.
        """
        if self._input == "keyboard":
            self._keyboard.press(page, element, other_key=other_key)
        elif self._input == "touch":
            element.tap(timeout=REACH_MS, no_wait_after=True)
        else:
            element.click(delay=PRESS_MS, timeout=REACH_MS, no_wait_after=True)  # for what comes of it, others wait

    def press_at(self, page: Page, x_px: float, y_px: float) -> None:
        """Press a place, whatever lies there."""
        if self._input == "touch":
            page.touchscreen.tap(x_px, y_px)
        else:
            page.mouse.click(x_px, y_px, delay=PRESS_MS)

    def type_into(self, page: Page, element: ElementHandle, text: str, *, filled: int, secret: bool = False) -> None:
        """Go into a field and type, key by key, over whatever stands in it."""
        if self._input == "keyboard":
            self._keyboard.go_to(page, element)
        else:
            self.go_near(page, element)
            self.press(page, _on_top(element))
        if filled:
            element.select_text()
        page.keyboard.type(text, delay=self._dwell.key_ms(secret=secret))

    def type_date(self, page: Page, element: ElementHandle, iso: str) -> None:
        """Type a date into the browser's own field for dates, part by part, in the order in which it takes them.

        Raises:
            Error: It takes the date in no order.
        """
        if self._input == "keyboard":
            self._keyboard.go_to(page, element)
        else:
            self.press(page, _on_top(element))
        self._keyboard.type_date(page, element, iso)

    def take_option(self, page: Page, element: ElementHandle, field: Field, option: Option) -> None:
        """Take one of a list: by its first letters and arrows with the keyboard, else as a list lets itself be clicked.

        A list's options are drawn outside the page, where no click of Playwright's reaches them.
        """
        if self._input == "keyboard":
            self._keyboard.go_to(page, element)
            self._keyboard.take_option(page, element, [o.text for o in field.options].index(option.text))
        else:
            element.select_option(value=option.value, timeout=REACH_MS)

    def take_drawn_option(self, page: Page, element: ElementHandle) -> None:
        """Take an option of an open list that the page draws itself.

        Raises:
            Error: It cannot be reached.
        """
        if self._input == "keyboard":
            self._keyboard.take_drawn_option(page, element)
        else:
            self.press(page, element)

    def tick(self, page: Page, element: ElementHandle, *, among: int = 1) -> None:
        """Tick a box, or take one of ``among`` radio buttons."""
        if self._input != "keyboard":
            self.press(page, _on_top(element))
        elif among > 1:
            self._keyboard.take_radio(page, element, among)
        else:
            self._keyboard.go_to(page, element)
            page.keyboard.press("Space", delay=PRESS_MS)


def _on_top(field: ElementHandle) -> ElementHandle:
    """The field, or its own label where that lies over it: pressing it comes to the same."""
    field.scroll_into_view_if_needed(timeout=REACH_MS)
    return field.evaluate_handle(_LABEL_OVER).as_element() or field


def is_ticked(element: ElementHandle) -> bool:
    """Whether a box or radio button is on; for a label, what it is the label of."""
    try:
        return bool(
            element.evaluate(
                "(e) => { const t = e.control ?? e; return t.checked ?? t.getAttribute('aria-checked') === 'true'; }"
            )
        )
    except Error:
        return False

"""Which of the browser's tabs the customer looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from cxcheck.record.pulse import Pulse

_TAB_WITHIN_MS = 3_000
_POLL_MS = 25


class Tabs:
    """A customer goes on in the tab that opened, and back to what is left when it closed. ``page`` is looked at."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._known: set[Page] = set(page.context.pages)  # those looked at, or there from the first

    @property
    def left(self) -> bool:
        """Whether the page is closed while another one is there to go on in."""
        return self.page.is_closed() and bool(self.page.context.pages)

    def turn_to_the_newest(self, pulse: Pulse | None) -> None:
        """See which page is to be looked at by now."""
        self._await(pulse)
        tabs = self.page.context.pages
        new = [tab for tab in tabs if tab not in self._known]
        self._known.update(new)
        if new:
            self.page = new[-1]
        elif self.page.is_closed() and tabs:
            self.page = tabs[-1]

    def _await(self, pulse: Pulse | None) -> None:
        """A new tab is announced a little before it is there."""
        for _ in range(_TAB_WITHIN_MS // _POLL_MS):
            if pulse is None or pulse.tabs_to_come <= 0 or self.page.is_closed():
                return
            self.page.wait_for_timeout(_POLL_MS)
        assert pulse is not None
        pulse.tabs_to_come = 0  # it was a file to keep, or the browser suppressed it

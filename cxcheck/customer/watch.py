"""The customer's eyes: let the page rest, clear the way, take it in."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from playwright.sync_api import Error

from cxcheck.customer.hands import Hands
from cxcheck.customer.manners import Manners
from cxcheck.customer.pace import Dwell
from cxcheck.customer.purse import Purse
from cxcheck.customer.tabs import Tabs
from cxcheck.errors import CouldNotMeasure, problem
from cxcheck.model.pace import Pace
from cxcheck.record.rest import wait_until_at_rest
from cxcheck.redact import Secrets

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from cxcheck.customer.sight import Sight
    from cxcheck.model.persona import Persona
    from cxcheck.model.site import Site
    from cxcheck.record.visit import VisitRecorder

LOOKED_AGAIN_MS = 3_000  # so long people wait for what they expect to come up
_LOOK_MS = 500


class Watch:
    """One customer in front of one site. ``recorder`` None: off the clock, nothing is written, nobody dwells."""

    def __init__(
        self, page: Page, persona: Persona, site: Site, recorder: VisitRecorder | None,
        secrets: Secrets | None = None, pace: Pace = Pace.ROBOT,
    ) -> None:  # fmt: skip
        self._tabs = Tabs(page)
        self.site = site
        self.persona = persona
        self.recorder = recorder
        # The visit's, also off the clock: what is met there may be quoted by an error.
        self.secrets = recorder.journal.secrets if recorder is not None else secrets or Secrets()
        self.dwell = Dwell(persona.hands, pace if recorder is not None else Pace.ROBOT)
        self.hands = Hands(persona.hands, self.dwell)
        self.manners = Manners(persona, self.hands, self.dwell, recorder)
        self.purse = Purse(self.note)
        self.form = -1  # the form last filled in
        self.filled: list[str] = []  # selectors of its fields that were
        self._seen_address = ""
        self._looked_ms = self._acted_ms = 0.0

    @property
    def page(self) -> Page:
        """The page looked at."""
        return self._tabs.page

    def look(self) -> Sight:
        """Let the page come to rest, clear the way, and look; a tab that closes meanwhile is left."""
        try:
            return self._look()
        except Error:
            if not self._tabs.left:
                raise
            return self._look()

    def _look(self) -> Sight:
        self.rest()
        is_new = self.page.url != self._seen_address
        if is_new:
            self._seen_address = self.page.url
            self.form, self.filled = -1, []
        sight = self._see()
        if is_new and self._take_in(sight):
            sight = self._see()
        return sight

    def _see(self) -> Sight:
        self.refuse_strangers()
        self._looked_ms = self._now_ms()
        sight = self.manners.clear_the_way(self.page)
        sight.said += self.manners.read
        self.purse.read(sight.text, self.spoken(sight))
        return sight

    def _take_in(self, sight: Sight) -> bool:
        """Read what a new screen says first of all; whether something has changed meanwhile."""
        said = " ".join(dict.fromkeys([sight.heading, *(message.text for message in sight.messages)]))
        return self.dwell.read(self.page, said, self.language(sight)) and self._changed()

    def _changed(self) -> bool:
        """Whether anything has moved, or come up, since the last look."""
        pulse = self.recorder.pulse if self.recorder else None
        return pulse is not None and max(pulse.moved_ms, pulse.answered_ms) >= self._looked_ms

    def look_for(self, wanted: Callable[[Sight], bool]) -> Sight:
        """Look, and for a while again, until what is wanted is in sight; else as the page is seen at the end."""
        end_s = time.monotonic() + LOOKED_AGAIN_MS / 1000
        sight = self.look()
        while not wanted(sight) and time.monotonic() < end_s:
            self.page.wait_for_timeout(_LOOK_MS)
            sight = self.look()
        return sight

    def rest(self) -> None:
        """Let the page come to rest; a tab that was opened is the page from now on, a closed one is left."""
        self._tabs.turn_to_the_newest(self.recorder.pulse if self.recorder else None)
        try:
            if self.recorder is not None:
                wait_until_at_rest(self.page, self.recorder.journal, self.recorder.pulse)
            else:
                self.page.wait_for_load_state("load")
        except Error:
            if not self._tabs.left:
                raise
            self.rest()  # in the tab that is left

    def spoken(self, sight: Sight) -> tuple[str, ...]:
        """Languages to read this page in: its own, the site's, the customer's."""
        return tuple(filter(None, (sight.language, self.site.language, self.persona.browser.locale)))

    def language(self, sight: Sight) -> str:
        """The one that the page is most likely written in."""
        return self.spoken(sight)[0]

    def note(self, kind: str, **data: object) -> None:
        """Write an event of our own."""
        if self.recorder is not None:
            self.recorder.journal.add(kind, data, page=self.recorder.pages.number(self.page))

    def refuse_strangers(self) -> None:
        """End the visit when the site led to a host that is not allowed."""
        refused = self.recorder.guard.refused if self.recorder else []
        if refused:
            raise CouldNotMeasure(
                problem(
                    f"the site leads to {refused[0].split('?')[0]}, which is not one of its allowed hosts",
                    where=f"site {self.site.name}",
                    expected="one of: " + ", ".join(self.site.hosts),
                    todo="if the customer may go there, add the host to allowed_hosts",
                )
            )

    def _now_ms(self) -> float:
        return self.recorder.clock.now_ms() if self.recorder else 0.0

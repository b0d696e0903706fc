"""Recording one visit: listens to its browser contexts, keeps its steps, and writes its first and last line."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from playwright.sync_api import Error

from cxcheck.errors import StoppedOnPurpose
from cxcheck.model.artifact import Outcome
from cxcheck.record import conditions
from cxcheck.record.clock import VisitClock
from cxcheck.record.guard import Guard
from cxcheck.record.journal import Journal
from cxcheck.record.listeners import network, probes
from cxcheck.record.listeners.pages import Pages
from cxcheck.record.pictures import Pictures
from cxcheck.record.probes import ORDER, script
from cxcheck.record.pulse import Pulse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

    from cxcheck.model.event import Event
    from cxcheck.model.persona import Persona
    from cxcheck.model.site import Site
    from cxcheck.redact import Secrets

_LAST_WORDS_MS = 500  # typing is over 400 ms after its last key; what is queued then goes out within 50 ms


class VisitRecorder:
    """Records every context that the browser opens between ``begin`` and ``end``, whoever opens it.

    Args:
        browser: Shared with other visits; this one listens to it only while it runs.
        persona: Whose line and processor each page gets.
        site: Whose hosts may be visited.
        secrets: Taken out of everything written.
        write: Where events go.
        save: Where pictures go; returns the path below the visit's folder.
    """

    def __init__(
        self,
        browser: Browser,
        persona: Persona,
        site: Site,
        secrets: Secrets,
        write: Callable[[Event], None],
        save: Callable[[str, bytes], str],
    ) -> None:
        self._browser = browser
        self._persona = persona
        self.clock = VisitClock()
        self.journal = Journal(self.clock, secrets, write)
        self.pulse = Pulse()
        self.journal.listen(self.pulse)
        slowed = conditions.are_slowed(persona)
        self.pages = Pages(self.journal, lambda session: conditions.apply(persona, session), frames=slowed)
        self.pictures = Pictures(self.journal, save)
        self.guard = Guard(browser, site.hosts)
        self._off_the_clock = False
        self._ended = False
        self._open_step: str | None = None
        browser.on("context", self._caught)

    def begin(self, page: Page) -> None:
        """Tie the clocks together and write the first line; what came before is not part of the visit."""
        self.pages.wait_until_prepared(page)
        self.clock.anchor(page)
        self.journal.add("visit/began", {"probes": list(ORDER)})

    @contextmanager
    def off_the_clock(self) -> Iterator[None]:
        """Contexts opened inside are not recorded: arrangements, not the visit."""
        self._off_the_clock = True
        try:
            yield
        finally:
            self._off_the_clock = False

    @contextmanager
    def step(self, title: str, page: Callable[[], Page], *, moment_of_truth: bool = False) -> Iterator[None]:
        """A named part of the journey; ``page`` gives the page the customer looks at when it ends."""
        self.journal.step += 1
        number = self.journal.step
        self.journal.add("step/began", {"title": title, "moment_of_truth": moment_of_truth})
        self._open_step = title
        try:
            yield
        except StoppedOnPurpose:
            self.journal.add("step/ended", {"number": number, "finished": True})
            self._open_step = None
            self.pictures.take(page(), "step-end")
            raise
        except BaseException:
            self.journal.add("step/ended", {"number": number, "finished": False})
            self.pictures.take(page(), "error")
            raise
        self.journal.add("step/ended", {"number": number, "finished": True})
        self._open_step = None
        self.pictures.take(page(), "step-end")

    def abandon(self) -> None:
        """Stop listening."""
        self._ended = True
        self.journal.close()
        self._browser.remove_listener("context", self._caught)
        self.guard.off()

    def end(self, page: Page, outcome: Outcome, message: str = "") -> None:
        """Hear the probes' last words, write the last line, stop listening. Harmless when called again."""
        if self._ended:
            return
        self._ended = True
        try:
            page.wait_for_timeout(_LAST_WORDS_MS)
            if outcome is not Outcome.FINISHED and self._open_step is None:
                self.pictures.take(page, "error")
        except Error:
            pass  # the page or browser is gone; what was written stays
        self.journal.add("visit/ended", {"outcome": outcome, "message": message})
        self.abandon()

    def _caught(self, context: BrowserContext) -> None:
        if self._off_the_clock:
            context.add_init_script(script())  # the customer's eyes use it; nobody is told
            return
        network.listen(context, self.journal, self.pages, self.pulse)
        self.pages.listen(context)
        probes.listen(context, self.journal, self.pages)

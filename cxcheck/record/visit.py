"""Recording one visit: listens to its browser contexts, keeps its steps, and writes its first and last line."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from playwright.sync_api import Error

from cxcheck.errors import StoppedOnPurpose
from cxcheck.model.artifact import Outcome
from cxcheck.model.event import CUSTOMERS_TELL
from cxcheck.record import conditions, last_words, unanswered
from cxcheck.record.clock import VisitClock
from cxcheck.record.crowd import CrowdWatch
from cxcheck.record.guard import Guard
from cxcheck.record.journal import Journal
from cxcheck.record.listeners import downloads, listen_to, network
from cxcheck.record.listeners.frames import Frames
from cxcheck.record.listeners.pages import Pages
from cxcheck.record.listeners.probes import Probes
from cxcheck.record.pictures import Pictures
from cxcheck.record.probes import ORDER, script
from cxcheck.record.pulse import Pulse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

    from cxcheck.model.event import Event
    from cxcheck.model.persona import Persona
    from cxcheck.model.site import Site
    from cxcheck.redact import Secrets

_TRIES = 5  # our choice: documents that a page may come to one after the other, too quick to be asked
_TIED_WITHIN_MS = 3_000  # it takes some 20 ms; a busy machine may take its time
_POLL_MS = 5


class Film(Protocol):
    """Where frames are kept: ``save(name, bytes)`` returns the path below the visit's folder, which ``read`` takes."""

    def save(self, name: str, content: bytes, /) -> str: ...  # noqa: D102

    def read(self, path: str, /) -> bytes: ...  # noqa: D102


class VisitRecorder:
    """Records every context that the browser opens between ``begin`` and ``end``, whoever opens it.

    Args:
        browser: Shared with other visits; this one listens to it only while it runs.
        persona: Whose line and processor each page gets.
        site: Whose hosts may be visited; None: any may.
        secrets: Taken out of everything written.
        write: Where events go.
        save: Where pictures go; returns the path below the visit's folder.
        film: Where frames go, and come from again; None: none are kept.
    """

    def __init__(
        self,
        browser: Browser,
        persona: Persona,
        site: Site | None,
        secrets: Secrets,
        write: Callable[[Event], None],
        save: Callable[[str, bytes], str],
        film: Film | None = None,
    ) -> None:
        self._ends: list[Callable[[], None]] = []
        self._at_first_page: Callable[[Page], None] | None = None
        self._persona = persona
        self._site = site
        self.clock = VisitClock()
        self.journal = Journal(self.clock, secrets, write)
        self.pulse = Pulse()
        self.journal.listen(self.pulse)
        self._events: list[Event] = []
        self.journal.listen(self._events.append)
        self.probes = Probes(self.journal)
        self._crowd = CrowdWatch(self.journal)
        self._film = film
        self.frames = Frames(self.journal, film.save) if film is not None else None
        self.pages = Pages(self.journal, self._prepare, frames=conditions.are_slowed(persona), film=self.frames)
        self.pictures = Pictures(self.journal, save)
        self.guard = Guard(browser, site.hosts if site else None)
        self._off_the_clock = False
        self._tied = False
        self._ended = False
        self._open_step: str | None = None
        self.watch(browser)

    def watch(self, browser: Browser) -> None:
        """Record the contexts that this browser opens as well."""
        self._ends.append(listen_to(browser, {"context": self.catch}))

    def at_the_end(self, act: Callable[[], None]) -> None:
        """Do this when the visit is over."""
        self._ends.append(act)

    def begin(self, page: Page) -> None:
        """Tie the clocks together and write the first line; what came before is not part of the visit."""
        self.pages.wait_until_prepared(page)
        self.clock.anchor(page)
        self._tied = True
        self.journal.add("visit/began", {"probes": list(ORDER), "tells": list(CUSTOMERS_TELL)})
        self._crowd.begin()

    def begin_before_a_page(self, at_first_page: Callable[[Page], None]) -> None:
        """Write the first line of a visit whose steps are the screens it comes to; its first page ties the clocks."""
        self._at_first_page = at_first_page
        self.journal.add("visit/began", {"probes": list(ORDER), "steps": "screens"})
        self._crowd.begin()

    def wait_until_prepared(self, page: Page) -> None:
        """Give those who listen, beside whoever opened the page, time to be ready for it."""
        self.pages.wait_until_prepared(page)
        for _ in range(_TIED_WITHIN_MS // _POLL_MS):
            if self._tied:
                return
            page.wait_for_timeout(_POLL_MS)

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
        self._crowd.end()
        self.journal.close()
        for end in self._ends:
            end()
        self.pages.end(None if self._site else network.waiting_pages(self.pulse))
        self.guard.off()

    def end(self, page: Page | None, outcome: Outcome, message: str = "") -> None:
        """Hear the probes' last words, write the last line, stop listening. Harmless when called again.

        ``page`` is the one that the customer looks at, None when all are closed.
        """
        if self._ended:
            return
        self._ended = True
        try:
            last_words.hear(self.pages.open, self.journal, self.pulse)
            if page is not None and self._open_step is None:
                self._take_last_picture(page, outcome)
        except Error:
            pass  # the page or browser is gone; what was written stays
        self._crowd.end()
        self.journal.add("visit/ended", {"outcome": outcome, "message": message})
        if self._film is not None and self.frames is not None:
            unanswered.look_again(self._events, self.frames.kept, self._film.read, self.journal)
        self.abandon()

    def shows_an_answer(self) -> bool:
        """Whether the screen shows an answer to the last press that nothing else tells of."""
        if self._film is None or self.frames is None:
            return False
        return unanswered.shows_an_answer(self._events, self.frames.kept, self._film.read, self.pulse.pressed_ms)

    def _take_last_picture(self, page: Page, outcome: Outcome) -> None:
        """A step that was named has its own."""
        if outcome is not Outcome.FINISHED:
            self.pictures.take(page, "error")
        elif not self.journal.step:
            self.pictures.take(page, "step-end")

    def catch(self, context: BrowserContext) -> None:
        """Record this context."""
        if self._off_the_clock:
            context.add_init_script(script())  # the customer's eyes use it; nobody is told
            return
        self._ends.append(network.listen(context, self.journal, self.pages, self.pulse))
        self._ends.append(downloads.listen(context, self.journal, self.pages))
        there = context.pages
        self.pages.listen(context)
        self._ends.append(self.probes.listen(context, self.pages))
        self._ends.append(listen_to(context, {"page": self._first}))
        for page in there:
            self.pages.meet(page)
            self._first(page)

    def _prepare(self, session: CDPSession, number: int) -> None:
        conditions.apply(self._persona, session)  # first: what the page asks for meanwhile is not slow yet
        self.probes.listen_to(session, number)

    def _first(self, page: Page) -> None:
        """Tie the clocks, if that is still to be done; a page that goes away leaves it to the next one."""
        act, self._at_first_page = self._at_first_page, None
        if act is None:
            return
        for _ in range(_TRIES):
            try:
                self.clock.correct(page)
                act(page)
            except Error:
                continue  # another document came meanwhile
            self._tied = True
            return
        self._at_first_page = act

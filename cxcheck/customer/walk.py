"""The customer's way through pages: look, press, type. Finding, forms and the verbs are put together from these."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from playwright.sync_api import Error
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from cxcheck import lexicon
from cxcheck.customer.choose import likeness
from cxcheck.customer.hands import Hands
from cxcheck.customer.manners import Manners
from cxcheck.customer.purse import Purse
from cxcheck.customer.sight import Control, Field, Seen, Sight
from cxcheck.customer.totals import without_money
from cxcheck.errors import CouldNotMeasure, JourneyNotFinished, StoppedOnPurpose, problem
from cxcheck.record.rest import wait_for_answer, wait_until_at_rest
from cxcheck.redact import Secrets

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import ElementHandle, Page

    from cxcheck.model.persona import Persona
    from cxcheck.model.site import Site
    from cxcheck.record.visit import VisitRecorder

# So long the customer looks for an answer before pressing again: what Sentry and Amplitude call a dead click, and
# longer than our own limit for one, so that the check can tell.
DEAD_AFTER_MS = 3_000
# A first look at a new screen before acting: the keystroke-level model's mental operator M (Card et al. 1983).
FIRST_LOOK_MS = 1_350
LOOKED_AGAIN_MS = 3_000  # so long people wait for what they expect to come up
_LOOK_MS = 500
_BUYS = 0.5  # how much a button must say that it orders, for the customer to stop before it; in doubt it does
_TAB_WITHIN_MS = 3_000
_POLL_MS = 25
# Draws dots over a field whose value is secret though its type may not say so.
_HIDE = "field => field.style.setProperty('-webkit-text-security', 'disc', 'important')"
_LENGTH = "field => [...(field.value ?? field.textContent ?? '')].length"


class Walk:
    """One customer's hands and eyes on one page. ``recorder`` None: off the clock, nothing is written."""

    def __init__(
        self, page: Page, persona: Persona, site: Site, recorder: VisitRecorder | None, secrets: Secrets | None = None
    ) -> None:
        self.page = page
        self.site = site
        self.persona = persona
        self.recorder = recorder
        # The visit's, also off the clock: what is met there may be quoted by an error.
        self.secrets = recorder.journal.secrets if recorder is not None else secrets or Secrets()
        self.hands = Hands(persona.hands)
        self.manners = Manners(persona, self.hands, recorder)
        self.purse = Purse(self.note)
        self.form = -1  # the form last filled in
        self.filled: list[str] = []  # selectors of its fields that were
        self._seen_address = ""
        self._tabs: set[Page] = set(page.context.pages)  # those looked at, or there from the first

    def look(self) -> Sight:
        """Let the page come to rest, clear the way, and look; a tab that closes meanwhile is left."""
        try:
            return self._look()
        except Error:
            if not self.page.is_closed() or not self.page.context.pages:
                raise
            return self._look()

    def _look(self) -> Sight:
        self.rest()
        if self.page.url != self._seen_address:
            self._seen_address = self.page.url
            self.form, self.filled = -1, []
            if self.recorder is not None:
                self.page.wait_for_timeout(FIRST_LOOK_MS)
        self.refuse_strangers()
        sight = self.manners.clear_the_way(self.page)
        sight.said += self.manners.read
        self.purse.read(sight.text, self.spoken(sight))
        return sight

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
        self._turn_to_the_newest_tab()
        try:
            if self.recorder is not None:
                wait_until_at_rest(self.page, self.recorder.journal, self.recorder.pulse)
            else:
                self.page.wait_for_load_state("load")
        except Error:
            if not self.page.is_closed() or not self.page.context.pages:
                raise
            self.rest()  # in the tab that is left

    def spoken(self, sight: Sight) -> tuple[str, ...]:
        """Languages to read this page in: its own, the site's, the customer's."""
        return tuple(filter(None, (sight.language, self.site.language, self.persona.browser.locale)))

    def press(
        self, sight: Sight, control: Control, *, patience_ms: float = DEAD_AFTER_MS, orders: bool = True
    ) -> bool:  # fmt: skip
        """Press, and look for an answer; False when nothing visible came of it.

        ``orders`` False: it is known to order nothing, whatever it is called ("Buy now" on a shelf).

        Raises:
            StoppedOnPurpose: It would order something, and the site's settings do not allow that.
        """
        if orders:
            self._refuse_to_order(control)
        self.manners.read.clear()
        before_ms = self.recorder.clock.now_ms() if self.recorder else 0.0
        self.reach(sight, control, partial(self.hands.press, self.page))
        if self.recorder is None:
            self.page.wait_for_timeout(_OFF_THE_CLOCK_MS)
            self.page.wait_for_load_state("load")
            return True
        try:
            answered = wait_for_answer(self.page, self.recorder.journal, self.recorder.pulse, before_ms, patience_ms)
        except Error:
            if not self.page.is_closed():
                raise
            answered = True  # the tab went: that can be seen
        self.refuse_strangers()
        return answered

    def press_until_answered(self, sight: Sight, control: Control, *, orders: bool = True) -> None:
        """Press, and again when nothing comes of it, as often as the persona's patience lasts.

        Raises:
            JourneyNotFinished: Nothing happened at all.
        """
        presses = 1 + self.persona.patience.retries
        for _ in range(presses):
            if self.press(sight, control, orders=orders):
                return
            if self.recorder is not None:
                self.recorder.pictures.take(self.page, "waiting")
        times = {1: "once", 2: "twice"}.get(presses, f"{presses} times")
        raise JourneyNotFinished(
            problem(
                f"the customer pressed {control.name!r} {times} and nothing happened",
                where=self.page.url,
                expected=f"something visible within {DEAD_AFTER_MS / 1000:g} s",
                todo="see what the button does; the scorecard has the picture",
            )
        )

    def press_once(self, sight: Sight, control: Control) -> None:
        """Press what may not be pressed twice, and wait as long as the site is given to answer.

        Raises:
            JourneyNotFinished: Nothing came of it.
        """
        if not self.press(sight, control, patience_ms=self.site.answer_within_ms):
            raise JourneyNotFinished(
                problem(
                    f"the customer pressed {control.name!r} and nothing happened",
                    where=self.page.url,
                    expected=f"something visible within {self.site.answer_within_ms / 1000:g} s; "
                    "nobody orders twice to find out",
                    todo="see what the button does; the scorecard has the picture",
                )
            )

    def type(self, sight: Sight, field: Field, text: str, *, secret: bool = False) -> None:
        """Fill in one field; once more when a pop-up took the keys. ``secret``: no picture may show it."""
        self._turns_to(field)
        for _ in range(2):
            element = self.reach(sight, field, partial(self._write, text=text, filled=field.filled, secret=secret))
            if self._took(element, len(text), field):
                return
            # What took the keys may show them: no picture of it.
            sight = self.manners.clear_the_way(self.page, stuck=True, pictured=False)
            again = next((one for one in sight.fields if one.selector == field.selector), None)
            if again is None:
                break
            field = again
        raise JourneyNotFinished(
            problem(
                f"what the customer types does not arrive in {field.label or field.type!r}",
                where=self.page.url,
                expected="a field that takes what is typed",
                todo="see the picture of this step",
            )
        )

    def _write(self, element: ElementHandle, *, text: str, filled: int, secret: bool) -> None:
        """Type, over what stands there; dots are drawn first over what no picture may show."""
        if secret:
            element.evaluate(_HIDE)
        self.hands.type_into(self.page, element, text, filled=filled)

    def _took(self, element: ElementHandle, typed: int, field: Field) -> bool:
        """Whether about as much stands in the field as was typed; pages group digits, or drop their spaces."""
        try:
            stands = int(element.evaluate(_LENGTH))
        except Error:
            return True  # the page went on by itself when it was full
        return stands >= min(typed, field.longest or typed) // 2

    def _turns_to(self, field: Field) -> None:
        if field.form != self.form:
            self.form, self.filled = field.form, []
        self.filled.append(field.selector)

    def reach(self, sight: Sight, seen: Seen, act: Callable[[ElementHandle], None]) -> ElementHandle:
        """Do something to a thing on the page. When something came over it, or the page was drawn anew, try again.

        Raises:
            JourneyNotFinished: It cannot be reached.
        """
        try:
            element = sight.element(seen)
            act(element)
        except Error as first:
            now = self.manners.clear_the_way(self.page, stuck=isinstance(first, PlaywrightTimeoutError))
            again = next((one for one in (*now.controls, *now.fields) if one.selector == seen.selector), None)
            try:
                element = now.element(again) if again else sight.element(seen)
                act(element)
            except Error as error:
                covers = [line.strip(" -") for line in str(error).splitlines() if "intercepts" in line]
                why = covers[-1] if covers else str(error).partition("\n")[0] if "reached" in str(error) else ""
                raise JourneyNotFinished(
                    problem(
                        f"the customer cannot reach {seen.name!r}" + (f": {why}" if why else ""),
                        where=self.page.url,
                        expected="that it can be seen, keeps still, and nothing lies over it",
                        todo="see the picture of this step",
                    )
                ) from error
        return element

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

    def _refuse_to_order(self, control: Control) -> None:
        """Nothing is ordered unless the site's settings say so; in doubt, in whatever language, the customer stops."""
        if self.site.orders == "test-card" or (control.role == "link" and not self.purse.at_the_till):
            return
        if likeness(without_money(control.name), lexicon.phrases("intents", "place order")) >= _BUYS:
            self.stop_before_paying(f"pressing {control.name!r}")

    def stop_before_paying(self, what: str) -> None:
        """End the visit, finished as far as it may go.

        Raises:
            StoppedOnPurpose: Always, unless orders are allowed.
        """
        if self.site.orders != "test-card":
            raise StoppedOnPurpose(f"stopped before {what}: the site's settings allow no orders (orders = 'test-card')")

    def _await_tabs(self) -> None:
        """A new tab is announced a little before it is there."""
        pulse = self.recorder.pulse if self.recorder else None
        for _ in range(_TAB_WITHIN_MS // _POLL_MS):
            if pulse is None or pulse.tabs_to_come <= 0 or self.page.is_closed():
                return
            self.page.wait_for_timeout(_POLL_MS)
        assert pulse is not None
        pulse.tabs_to_come = 0  # it was a file to keep, or the browser suppressed it

    def _turn_to_the_newest_tab(self) -> None:
        """A customer goes on in the tab that opened, and back to what is left when it closed."""
        self._await_tabs()
        tabs = self.page.context.pages
        new = [tab for tab in tabs if tab not in self._tabs]
        self._tabs.update(new)
        if new:
            self.page = new[-1]
        elif self.page.is_closed() and tabs:
            self.page = tabs[-1]


_OFF_THE_CLOCK_MS = 500  # off the clock nobody listens for an answer

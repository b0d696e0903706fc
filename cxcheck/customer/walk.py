"""The customer's way through pages: look, find, press, fill in. The verbs are put together from these."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from playwright.sync_api import Error
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from cxcheck.customer.choose import Choice, choose, field_kind
from cxcheck.customer.hands import Hands
from cxcheck.customer.manners import Manners
from cxcheck.customer.sight import Control, Field, Seen, Sight, look
from cxcheck.errors import CouldNotMeasure, JourneyNotFinished, nearest, problem
from cxcheck.record.rest import wait_for_answer, wait_until_at_rest

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


class Walk:
    """One customer's hands and eyes on one page. ``recorder`` None: off the clock, nothing is written."""

    def __init__(self, page: Page, persona: Persona, site: Site, recorder: VisitRecorder | None) -> None:
        self.page = page
        self.site = site
        self.persona = persona
        self.recorder = recorder
        self.hands = Hands(persona.hands)
        self.manners = Manners(persona, self.hands, recorder)
        self.form = -1  # the form last filled in
        self._seen_address = ""

    def look(self) -> Sight:
        """Let the page come to rest, clear the way, and look."""
        self.rest()
        if self.page.url != self._seen_address:
            self._seen_address = self.page.url
            self.form = -1
            if self.recorder is not None:
                self.page.wait_for_timeout(FIRST_LOOK_MS)
        self.refuse_strangers()
        return self.manners.clear_the_way(self.page)

    def rest(self) -> None:
        """Let the page come to rest."""
        if self.recorder is not None:
            wait_until_at_rest(self.page, self.recorder.journal, self.recorder.pulse)
        else:
            self.page.wait_for_load_state("load")

    def spoken(self, sight: Sight) -> tuple[str, ...]:
        """Languages to read this page in: its own, the site's, the customer's."""
        return tuple(filter(None, (sight.language, self.site.language, self.persona.browser.locale)))

    def find(self, intent: str) -> tuple[Sight, Control]:
        """The control for an intent; behind a menu if need be.

        Raises:
            JourneyNotFinished: Nothing on the page looks like it.
        """
        sight = self.look()
        hint = self._hinted(sight, intent)
        if hint is not None:
            return sight, hint
        choice = self._choice(sight, intent)
        if choice is None and self._open_menu(sight, intent):
            sight = look(self.page)
            choice = self._choice(sight, intent)
        if choice is None:
            names = list(dict.fromkeys(c.name for c in sight.controls if c.visible and c.name))
            raise JourneyNotFinished(
                problem(
                    f"the customer saw no way to {intent!r}",
                    where=f"{self.page.url} ({sight.title})",
                    expected="a link or button that says so; there are: " + (", ".join(names[:12]) or "none"),
                    near=nearest(intent, names),
                    todo=f'if one of these is meant, name it: [tool.cxcheck.sites.….hints] "{intent}" = "<selector>"',
                )
            )
        self.note("customer/found", intent=intent, found=choice.control.name, sure=choice.sure, hint=False)
        return sight, choice.control

    def press(self, sight: Sight, control: Control) -> bool:
        """Press, and look for an answer; False when nothing visible came of it."""
        before_ms = self.recorder.clock.now_ms() if self.recorder else 0.0
        self._reach(sight, control, self.hands.press)
        if self.recorder is None:
            self.page.wait_for_load_state("load")
            return True
        answered = wait_for_answer(self.page, self.recorder.journal, self.recorder.pulse, before_ms, DEAD_AFTER_MS)
        self.refuse_strangers()
        return answered

    def press_until_answered(self, sight: Sight, control: Control) -> None:
        """Press, and again when nothing comes of it, as often as the persona's patience lasts.

        Raises:
            JourneyNotFinished: Nothing happened at all.
        """
        presses = 1 + self.persona.patience.retries
        for _ in range(presses):
            if self.press(sight, control):
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

    def fields(self, sight: Sight, kind: str) -> list[Field]:
        """Visible, usable fields of a kind, outside searches; the form last filled in comes first."""
        found = [
            field
            for field in sight.fields
            if field.visible and field.enabled and field_kind(field, sight.fields, self.spoken(sight)) == kind
        ]
        return sorted(found, key=lambda field: (field.form != self.form, field.box.y_px, field.box.x_px))

    def type(self, sight: Sight, field: Field, text: str) -> None:
        """Fill in one field; once more when a pop-up took the keys."""
        self.form = field.form
        filled = field.filled
        for _ in range(2):
            typing = partial(self.hands.type_into, self.page, text=text, filled=filled)
            element = self._reach(sight, field, typing)
            filled = int(element.evaluate("field => (field.value ?? field.textContent).length"))
            if filled >= len(text):
                return
            # What took the keys may show them: no picture of it.
            sight = self.manners.clear_the_way(self.page, stuck=True, pictured=False)

    def _reach(self, sight: Sight, seen: Seen, act: Callable[[ElementHandle], None]) -> ElementHandle:
        """Do something to a thing on the page. When something came over it, or the page was drawn anew, try again.

        Raises:
            JourneyNotFinished: It cannot be reached.
        """
        element = sight.element(seen)
        try:
            act(element)
        except Error as first:
            sight = self.manners.clear_the_way(self.page, stuck=isinstance(first, PlaywrightTimeoutError))
            again = next((one for one in (*sight.controls, *sight.fields) if one.selector == seen.selector), None)
            try:
                element = sight.element(again) if again else element
                act(element)
            except Error as error:
                covers = [line.strip(" -") for line in str(error).splitlines() if "intercepts" in line]
                raise JourneyNotFinished(
                    problem(
                        f"the customer cannot reach {seen.name!r}" + (f": {covers[-1]}" if covers else ""),
                        where=self.page.url,
                        expected="that it can be seen, keeps still, and nothing lies over it",
                        todo="see the picture of this step",
                    )
                ) from error
        return element

    def submit_control(self, sight: Sight) -> Control | None:
        """The button of the form last filled in; without one, the page's plainest."""
        mine = [c for c in sight.controls if c.form == self.form and c.visible and c.overlay is None]
        own = [c for c in mine if c.submits]
        if own:
            return own[0]
        choice = choose(mine, "submit", self.spoken(sight))
        return choice.control if choice else None

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

    def _choice(self, sight: Sight, intent: str) -> Choice | None:
        visible = [c for c in sight.controls if c.visible]
        return choose(visible, intent, self.spoken(sight))

    def _open_menu(self, sight: Sight, intent: str) -> bool:
        """Open menus, one after the other, as long as the thing looked for lies hidden in the page."""
        hidden = choose([c for c in sight.controls if not c.visible], intent, self.spoken(sight))
        if hidden is None:
            return False
        menus = [c for c in sight.controls if c.visible and c.expanded == "false" and c.role in {"button", "link"}]
        phrases = [choose([menu], "menu", self.spoken(sight)) for menu in menus]
        named_first = sorted(zip(menus, phrases, strict=True), key=lambda pair: pair[1] is None)
        for menu, _ in named_first[:3]:
            self.note("customer/opened-menu", name=menu.name, intent=intent)
            self.press(sight, menu)
            self.rest()
            if self._choice(look(self.page), intent) is not None:
                return True
        return False

    def _hinted(self, sight: Sight, intent: str) -> Control | None:
        selector = self.site.hints.get(intent)
        if selector is None:
            return None
        try:
            element = self.page.locator(selector).first.element_handle(timeout=2_000)
        except Error as error:
            raise JourneyNotFinished(
                problem(
                    f"the hint for {intent!r} finds nothing: {selector}",
                    where=f"{self.page.url} (site {self.site.name})",
                    expected="a selector that matches on this page",
                    todo="correct the hint, or remove it to let the customer look",
                )
            ) from error
        for control in sight.controls:
            if sight.element(control).evaluate("(a, b) => a === b", element):
                self.note("customer/found", intent=intent, found=control.name, sure=True, hint=True)
                return control
        return None

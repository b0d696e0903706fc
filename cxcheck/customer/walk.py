"""The customer's way through pages: press and type. Finding, forms and the verbs are put together from these."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from playwright.sync_api import Error

from cxcheck.customer import focus
from cxcheck.customer.orders import Orders
from cxcheck.customer.reach import Reach
from cxcheck.customer.sight import Control, Field, Sight
from cxcheck.errors import JourneyNotFinished, problem
from cxcheck.model.unreached import Why
from cxcheck.record.rest import wait_for_answer

if TYPE_CHECKING:
    from playwright.sync_api import ElementHandle

# So long the customer looks for an answer before pressing again: what Sentry and Amplitude call a dead click, and
# longer than our own limit for one, so that the check can tell.
DEAD_AFTER_MS = 3_000
_OFF_THE_CLOCK_MS = 500  # off the clock nobody listens for an answer
# Draws dots over a field whose value is secret though its type may not say so.
_HIDE = "field => field.style.setProperty('-webkit-text-security', 'disc', 'important')"
_LENGTH = "field => [...(field.value ?? field.textContent ?? '')].length"


class Walk(Reach):
    """One customer's hands, under their eyes."""

    def press(
        self, sight: Sight, control: Control, *, patience_ms: float = DEAD_AFTER_MS, orders: bool = True,
        other_key: bool = False,
    ) -> bool:  # fmt: skip
        """Press, and look for an answer; False when nothing visible came of it.

        ``orders`` False: it is known to order nothing, whatever it is called ("Buy now" on a shelf).

        Raises:
            StoppedOnPurpose: It would order something, and the site's settings do not allow that.
        """
        allowed = Orders(self.site, self.purse).refuse if orders else None
        self.manners.read.clear()
        where, heard_ms = self.page.url, self._heard_ms
        try:
            self.reach(sight, control, partial(self._press, other_key=other_key), allowed=allowed)
        except JourneyNotFinished:
            # On a busy machine a page may be gone before the press that made it go has ended.
            if self.page.url == where or self._heard_ms <= heard_ms:
                raise
        before_ms = self._acted_ms
        if self.recorder is None:
            self.page.wait_for_timeout(_OFF_THE_CLOCK_MS)
            self.page.wait_for_load_state("load")
            return True
        try:
            answered = (
                wait_for_answer(self.page, self.recorder.journal, self.recorder.pulse, before_ms, patience_ms)
                or self.recorder.shows_an_answer()
            )
        except Error:
            if not self.page.is_closed():
                raise
            answered = True  # the tab went: that can be seen
        self.refuse_strangers()
        return answered

    @property
    def _heard_ms(self) -> float:
        """When the page last felt a press."""
        return self.recorder.pulse.pressed_ms if self.recorder else 0.0

    def _press(self, element: ElementHandle, *, other_key: bool) -> None:
        self.hands.go_near(self.page, element)  # what that brings about is no answer
        self._acted_ms = self._now_ms()
        self.hands.press(self.page, element, other_key=other_key)

    def press_until_answered(self, sight: Sight, control: Control, *, orders: bool = True) -> None:
        """Press, and again when nothing comes of it, as often as the persona's patience lasts.

        Raises:
            JourneyNotFinished: Nothing happened at all.
        """
        presses = 1 + self.persona.patience.retries
        for count in range(presses):
            # Whoever has no mouse tries both keys.
            if self.press(sight, control, orders=orders, other_key=count % 2 == 1):
                return
            if self.recorder is not None:
                self.recorder.pictures.take(self.page, "waiting")
        self._see_whether_keys_do(sight, control, presses)
        times = {1: "once", 2: "twice"}.get(presses, f"{presses} times")
        raise JourneyNotFinished(
            problem(
                f"the customer pressed {control.name!r} {times} and nothing happened",
                where=self.page.url,
                expected=f"something visible within {DEAD_AFTER_MS / 1000:g} s",
                todo="see what the button does; the scorecard has the picture",
            )
        )

    def _see_whether_keys_do(self, sight: Sight, control: Control, presses: int) -> None:
        """What took the focus and no key: a button drawn by a script that listens for the mouse alone."""
        if not self.hands.keys_only or presses == 1:
            return
        try:
            by_itself = focus.takes_keys_by_itself(sight.element(control))
        except Error:
            return  # it went
        if not by_itself:  # else it is dead for everybody
            self.note_unreachable(sight, control, Why.NO_KEY, presses)

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
            element = self.reach(sight, field, partial(self._write, text=text, field=field, secret=secret))
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

    def _write(self, element: ElementHandle, *, text: str, field: Field, secret: bool) -> None:
        """Type, over what stands there; dots are drawn first over what no picture may show."""
        if secret:
            element.evaluate(_HIDE)
        self.hands.type_into(self.page, element, text, filled=field.filled, secret=field.type == "password")

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

    def stop_before_paying(self, what: str) -> None:
        """End the visit, finished as far as it may go.

        Raises:
            StoppedOnPurpose: Always, unless orders are allowed.
        """
        Orders(self.site, self.purse).stop_before(what)

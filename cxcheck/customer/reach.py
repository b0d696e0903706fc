"""Getting at a thing on the page: after a thought, looking again where the page has changed, saying why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Error
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from cxcheck.customer.keyboard import OutOfReachError
from cxcheck.customer.sight import Control, Seen, Sight
from cxcheck.customer.watch import Watch
from cxcheck.errors import JourneyNotFinished, problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import ElementHandle

    from cxcheck.model.unreached import Why


class Reach(Watch):
    """One customer's arm: eyes, and a hand at what they see."""

    def reach(
        self, sight: Sight, seen: Seen, act: Callable[[ElementHandle], None], *,
        allowed: Callable[[Control], None] | None = None,
    ) -> ElementHandle:  # fmt: skip
        """Do something to a thing on the page, after a thought. When the page has changed, look again before doing it.

        ``allowed`` is asked about a control before it is pressed, as it is seen then.

        Raises:
            JourneyNotFinished: It cannot be reached.
        """
        if self.dwell.before(self.page, seen, self.language(sight)) and self._changed():
            sight, seen = self._again(sight, seen)
        try:
            return self._do(sight, seen, act, allowed)
        except Error as first:
            sight, seen = self._again(sight, seen, stuck=isinstance(first, PlaywrightTimeoutError))
            try:
                return self._do(sight, seen, act, allowed)
            except Error as error:
                if isinstance(error, OutOfReachError):
                    self.note_unreachable(sight, seen, error.why, error.tried, error.held_by)
                raise self._out_of_reach(sight, seen, error) from error

    def _do(
        self, sight: Sight, seen: Seen, act: Callable[[ElementHandle], None], allowed: Callable[[Control], None] | None
    ) -> ElementHandle:  # fmt: skip
        if allowed is not None and isinstance(seen, Control):
            allowed(seen)
        element = sight.element(seen)
        act(element)
        return element

    def _again(self, sight: Sight, seen: Seen, *, stuck: bool = False) -> tuple[Sight, Seen]:
        """The thing as it stands there now; as it was seen before where it cannot be told from others any more."""
        self._looked_ms = self._now_ms()
        now = self.manners.clear_the_way(self.page, stuck=stuck)
        again = next((one for one in (*now.controls, *now.fields) if one.selector == seen.selector), None)
        return (now, again) if again is not None else (sight, seen)

    def note_unreachable(self, sight: Sight, seen: Seen, why: Why, tried: int, held_by: str = "") -> None:
        """It stops whoever has no mouse: the report is to say so."""
        try:
            now = sight.element(seen).bounding_box()
        except Error:
            now = None
        # Where it was seen, unless it has moved.
        box = {f"{side}_px": value for side, value in now.items()} if now else seen.box.model_dump()
        role = seen.role if isinstance(seen, Control) else ""
        about = {"selector": seen.selector, "role": role, "name": seen.name, "box": box}
        self.note("customer/unreachable", why=why, target=about, held_by=held_by, tried=tried)

    def _out_of_reach(self, sight: Sight, seen: Seen, error: Error) -> JourneyNotFinished:
        covers = [line.strip(" -") for line in str(error).splitlines() if "intercepts" in line]
        why = covers[-1] if covers else str(error).partition("\n")[0] if "reached" in str(error) else ""
        return JourneyNotFinished(
            problem(
                f"the customer cannot reach {seen.name!r}" + (f": {why}" if why else ""),
                where=f"{self.page.url} ({sight.title})",
                expected="that it can be seen, keeps still, and nothing lies over it",
                todo="see the picture of this step",
            )
        )

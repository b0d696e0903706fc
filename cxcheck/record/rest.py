"""Waiting as a customer does: until the page has answered, until it has come to rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from cxcheck.record.journal import Journal
    from cxcheck.record.pulse import Pulse

QUIET_MS = (
    500  # no change, no request for this long: at rest (measurement notes; Playwright's networkidle uses the same)
)
CAP_MS = 10_000  # attention limit, Nielsen: later than this a customer does not call it loading any more
_POLL_MS = 25


def wait_for_answer(page: Page, journal: Journal, pulse: Pulse, since_ms: float, patience_ms: float) -> bool:
    """Look at the page until something visible has answered an act at ``since_ms``; False when nothing did.

    What was fetched may be about to show: between a request's end and the next one of a redirect, or the document that
    it brought, nothing is in flight for a moment.
    """

    def acted_ms() -> float:
        # The press's own stamp, once it is known: what happened on the way to it was no answer, and took no patience.
        return max(since_ms, pulse.pressed_ms)

    while (
        journal.clock.now_ms() - acted_ms() < patience_ms
        or pulse.in_flight
        or journal.clock.now_ms() - pulse.moved_ms < QUIET_MS
    ):
        if pulse.answered_ms >= acted_ms():
            return True
        if journal.clock.now_ms() - acted_ms() > max(CAP_MS, patience_ms):
            return False
        page.wait_for_timeout(_POLL_MS)
    return pulse.answered_ms >= acted_ms()


def wait_until_at_rest(page: Page, journal: Journal, pulse: Pulse) -> bool:
    """Let the page come to rest; at the cap go on and say so. Returns whether it came to rest."""
    start_ms = journal.clock.now_ms()
    while True:
        now_ms = journal.clock.now_ms()
        if not pulse.in_flight and not pulse.spinning and now_ms - pulse.moved_ms >= QUIET_MS:
            return True
        if now_ms - start_ms >= CAP_MS:
            journal.add("page/never-at-rest", {"in_flight": len(pulse.in_flight), "spinning": len(pulse.spinning)})
            pulse.in_flight.clear()
            pulse.spinning.clear()
            return False
        page.wait_for_timeout(_POLL_MS)

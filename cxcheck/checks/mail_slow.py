"""The e-mail that the customer waits for does not come."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import Measured, NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Moment, Severity
from cxcheck.model.wait import Mails, MailWait

_WORTH_A_WORD_MS = 1_000

META = CheckMeta(
    id="mail-slow",
    attribute=Attribute.RESOLUTION,
    severity=Severity.SERIOUS,
    passes="The e-mail was there when the customer looked for it",
    fails="The customer waited for an e-mail",
    why="People expect it within 5 to 10 seconds; meanwhile they ask again, look into spam, or leave",
    remedy="Send it straight away, outside the queue of newsletters, and watch the time until it arrives",
    threshold="10 s from asking until it can be read; above 300 s critical",
    source="practitioners' targets (suped.com): 5-10 s expected, 15-30 s degrades, over 5 min investigate",
    curve=(10_000, 60_000),
    limits={"limit_ms": 10_000, "critical_ms": 300_000},
)


def check(mails: Mails) -> Iterator[Finding | Measured | NotApplicable]:
    """A finding for each mail that came later than the limit, or not while the customer waited.

    What the mailbox's own servers took is not the site's doing.
    """
    if not mails.items:
        yield NotApplicable("no e-mail on this journey")
    yield Measured(max((mail.by_site_ms for mail in mails.items), default=0))
    for mail in mails.items:
        if mail.by_site_ms <= META.limit("limit_ms"):
            continue
        came = mail.arrived_ms is not None
        verb = "came after" if came else "had not come after"
        elsewhere = f", {_held_ms(mail) / 1000:.0f} of them in the mailbox's own servers" if _held_ms(mail) else ""
        yield META.finding(
            Moment(mail.step, mail.asked_ms),
            f"The e-mail about “{mail.intent}” {verb} {mail.delay_ms / 1000:.0f} seconds{elsewhere}.",
            severity=Severity.CRITICAL if mail.by_site_ms > META.limit("critical_ms") or not came else META.severity,
            value=mail.by_site_ms,
            unit="ms",
            limit=META.limit("limit_ms"),
            cost_ms=mail.by_site_ms - META.limit("limit_ms"),
        )


def _held_ms(mail: MailWait) -> float:
    """The mailbox's part, where it is worth a word: it is known to half a second."""
    held_ms = mail.in_mailbox_ms or 0
    return held_ms if held_ms >= _WORTH_A_WORD_MS else 0

"""The customer's mailbox: they go there, wait, and come back with a link or a code."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from cxcheck import lexicon
from cxcheck.errors import CouldNotMeasure, JourneyNotFinished, problem
from cxcheck.inbox.letterbox import Letterbox
from cxcheck.model.reading import Text

if TYPE_CHECKING:
    from cxcheck.customer.walk import Walk
    from cxcheck.inbox.inbox import Inbox
    from cxcheck.inbox.mail import Mail


class Mailbox:
    """What ``customer.inbox`` is: mail for one address that came since the visit began."""

    def __init__(self, walk: Walk, inbox: Inbox | None, address: str) -> None:
        self._walk = walk
        self._letterbox = Letterbox(inbox, address) if inbox else None
        self._address = address

    def start_anew(self) -> None:
        """Mail that came until now is not for the visit."""
        if self._letterbox is not None:
            self._letterbox.start_anew()

    def wait_for(self, intent: str, *, within_ms: float | None = None) -> Mail:
        """Wait for the mail that is about ``intent``; default as long as the persona's patience for mail.

        Raises:
            CouldNotMeasure: The site has no inbox.
            JourneyNotFinished: The mail did not come.
        """
        if self._letterbox is None:
            raise CouldNotMeasure(
                problem(
                    f"the customer cannot read the mail about {intent!r}: no inbox is known",
                    where=f"site {self._walk.site.name}",
                    expected="the folder or the server that the customers' mail arrives in",
                    todo="give it with --cx-inbox maildir:FOLDER, or under [tool.cxcheck.sites.….inbox]",
                )
            )
        patience_ms = within_ms if within_ms is not None else self._walk.persona.patience.mail_ms
        recorder = self._walk.recorder
        self._walk.note("gesture/switched", to="mailbox")
        self._walk.note("mail/awaited", intent=intent)
        self._walk.dwell.go_to_mailbox(self._walk.page)
        mail = self._await(self._letterbox, intent, patience_ms)
        self._keep_secret(mail)
        if recorder is not None:
            recorder.journal.add(
                "mail/arrived",
                {
                    "intent": intent,
                    "subject": mail.subject_said[:200],
                    "sender": mail.sender_said[:100],
                    "links": len(mail.links),
                    "asks": Text.of(mail.asks()).model_dump(),  # how much of it must be read, never what
                    "in_mailbox_ms": None if mail.in_mailbox_s is None else mail.in_mailbox_s * 1000,
                },
                t_ms=recorder.clock.from_wall_s(mail.arrived_s),
            )
        self._walk.dwell.read(self._walk.page, mail.subject_said, self._walk.site.language or "")
        self._walk.dwell.go_to_mailbox(self._walk.page)
        self._walk.note("gesture/switched", to="site")
        return mail

    def got(self, intent: str, within_ms: float) -> bool:
        """Whether a mail about ``intent`` is there or comes in that time; it stays unread. False without an inbox."""
        end_s = time.monotonic() + within_ms / 1000
        try:
            while self._letterbox is not None:
                if self._letterbox.find(intent, read=False) is not None:
                    return True
                if time.monotonic() > end_s:
                    break
                self._walk.page.wait_for_timeout(self._letterbox.poll_ms)
        finally:
            self._hang_up()
        return False

    def note_unread(self) -> None:
        """Write down, as the visit ends, what came for the customer and nobody waited for.

        Raises:
            CouldNotMeasure: The inbox cannot be looked into.
        """
        recorder = self._walk.recorder
        if self._letterbox is None or recorder is None:
            return
        unread = self._letterbox.unread()
        self._walk.note("mail/looked")
        for mail in unread:
            self._keep_secret(mail)
            recorder.journal.add(
                "mail/unread",
                {
                    "subject": mail.subject_said[:200],
                    "sender": mail.sender_said[:100],
                    "marketing": mail.marketing,
                },
                t_ms=recorder.clock.from_wall_s(mail.arrived_s),
            )
        self._hang_up()

    def _await(self, letterbox: Letterbox, intent: str, patience_ms: float) -> Mail:
        """Look for it until it is there. Whoever waits sees the page; a picture tells what it says meanwhile."""
        recorder = self._walk.recorder
        end_s = time.monotonic() + patience_ms / 1000
        pictured = recorder is None
        try:
            while (mail := letterbox.find(intent)) is None:
                if recorder is not None and not pictured:
                    recorder.pictures.take(self._walk.page, "waiting")
                    pictured = True
                if time.monotonic() > end_s:
                    self._walk.note("mail/missed", intent=intent)
                    raise JourneyNotFinished(
                        problem(
                            f"the mail about {intent!r} did not come within {patience_ms / 1000:g} s",
                            where=f"mailbox of {self._address}",
                            expected=f"a mail that says one of: {', '.join(lexicon.phrases('intents', intent)[:4])} …",
                            todo="see whether the site sent it, and where to",
                        )
                    )
                self._walk.page.wait_for_timeout(letterbox.poll_ms)
        finally:
            self._hang_up()
        return mail

    def _hang_up(self) -> None:
        if self._letterbox is not None:
            self._letterbox.hang_up()

    def _keep_secret(self, mail: Mail) -> None:
        """Nothing that lets somebody in may be written anywhere."""
        for address, _ in mail.links:
            self._walk.secrets.add_link(address, known=self._walk.site.base_url)
        for secret in (*mail.codes(), *mail.passwords()):
            self._walk.secrets.add(secret)

"""The customer's mailbox: they go there, wait, and come back with a link or a code."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from cxcheck import lexicon
from cxcheck.errors import CouldNotMeasure, JourneyNotFinished, problem
from cxcheck.model.reading import Text

if TYPE_CHECKING:
    from cxcheck.customer.walk import Walk
    from cxcheck.inbox.mail import Mail
    from cxcheck.inbox.maildir import Maildir

_POLL_MS = 250  # at least once a second, as the measurement notes ask


class Mailbox:
    """What ``customer.inbox`` is: mail for one address that came since the visit began."""

    def __init__(self, walk: Walk, maildir: Maildir | None, address: str) -> None:
        self._walk = walk
        self._maildir = maildir
        self._address = address
        self._since_s = time.time()
        self._read: set[tuple[str, float]] = set()

    def start_anew(self) -> None:
        """Mail that came until now is not for the visit."""
        self._since_s = time.time()

    def wait_for(self, intent: str, *, within_ms: float | None = None) -> Mail:
        """Wait for the mail that is about ``intent``; default as long as the persona's patience for mail.

        Raises:
            CouldNotMeasure: The site has no inbox.
            JourneyNotFinished: The mail did not come.
        """
        if self._maildir is None:
            raise CouldNotMeasure(
                problem(
                    f"the customer cannot read the mail about {intent!r}: no inbox is known",
                    where=f"site {self._walk.site.name}",
                    expected="the folder that the customers' mail arrives in",
                    todo="give it with --cx-inbox maildir:FOLDER, or under [tool.cxcheck.sites.….inbox]",
                )
            )
        patience_ms = within_ms if within_ms is not None else self._walk.persona.patience.mail_ms
        recorder = self._walk.recorder
        self._walk.note("gesture/switched", to="mailbox")
        self._walk.note("mail/awaited", intent=intent)
        self._walk.dwell.go_to_mailbox(self._walk.page)
        end_s = time.monotonic() + patience_ms / 1000
        pictured = recorder is None
        while (mail := self._find(self._maildir, intent)) is None:
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
            self._walk.page.wait_for_timeout(_POLL_MS)
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
        while self._maildir is not None:
            if self._find(self._maildir, intent, read=False) is not None:
                return True
            if time.monotonic() > end_s:
                break
            self._walk.page.wait_for_timeout(_POLL_MS)
        return False

    def _keep_secret(self, mail: Mail) -> None:
        """Nothing that lets somebody in may be written anywhere."""
        for address, _ in mail.links:
            self._walk.secrets.add_link(address, known=self._walk.site.base_url)
        for code in mail.codes():
            self._walk.secrets.add(code)

    def _find(self, maildir: Maildir, intent: str, *, read: bool = True) -> Mail | None:
        for mail in maildir.mails(self._address, self._since_s):
            key = (mail.subject, mail.arrived_s)
            about = f"{mail.subject} {mail.text[:500]}"
            if key not in self._read and lexicon.mentions(about, "intents", intent):
                if read:
                    self._read.add(key)
                return mail
        return None

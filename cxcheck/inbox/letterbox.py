"""One customer's mail: the right one among many, each read once."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from cxcheck import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.inbox.inbox import Inbox
    from cxcheck.inbox.mail import Mail

_BEGINNING = 500  # our choice: characters in which a mail says what it is about


class Letterbox:
    """Mail for one address that came since the inbox was started anew, as it has to be before."""

    def __init__(self, inbox: Inbox, address: str) -> None:
        self._inbox = inbox
        self._address = address
        self.poll_ms = inbox.poll_ms
        self._looked_s = time.time()
        self._came: dict[str, Mail] = {}
        self._done: set[str] = set()

    def start_anew(self) -> None:
        """Mail that came until now is not for the visit."""
        self._looked_s = time.time()
        self._inbox.start_anew()
        self._came.clear()
        self._done.clear()

    def mails(self) -> list[Mail]:
        """All of it, once each, in the order in which it came. Looks into the inbox.

        A server's clock may be wrong: what was not there at the last look came after it, and before this one.
        """
        before_s = time.time()
        for mail in self._inbox.mails(self._address):
            if mail.name not in self._came:
                arrived_s = min(max(mail.arrived_s, self._looked_s), time.time())
                self._came[mail.name] = replace(mail, arrived_s=arrived_s)
        self._looked_s = before_s
        return list(self._came.values())

    def find(self, intent: str, *, read: bool = True) -> Mail | None:
        """The unread mail about ``intent``, if there is one.

        Of several the one whose subject says so, and the one written last: with each link that is asked for, those
        before may lose their worth. Those are done with as well.
        """
        about = [mail for mail in self.mails() if mail.name not in self._done and _mentions(mail, intent) is not None]
        if not about:
            return None
        found = max(about, key=lambda mail: (_mentions(mail, intent), mail.sent_s or mail.arrived_s, mail.arrived_s))
        if read:
            self._done |= {mail.name for mail in about if _same_matter(mail, found)}
        return found

    def unread(self) -> Sequence[Mail]:
        """What nobody waited for. Looks into the inbox."""
        return [mail for mail in self.mails() if mail.name not in self._done]

    def hang_up(self) -> None:
        """Nobody looks for a while."""
        self._inbox.hang_up()


def _mentions(mail: Mail, intent: str) -> int | None:
    """1 where the subject is about it, 0 where the beginning of the mail is, else None."""
    if lexicon.mentions(mail.subject, "intents", intent):
        return 1
    return 0 if lexicon.mentions(f"{mail.subject} {mail.text[:_BEGINNING]}", "intents", intent) else None


def _same_matter(mail: Mail, found: Mail) -> bool:
    return mail is found or (mail.sender, mail.subject_said) == (found.sender, found.subject_said)

"""The customers' mail in a mailbox on an IMAP server."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from cxcheck.errors import CouldNotMeasure, problem
from cxcheck.inbox.imap_connection import ImapConnection, NotNow
from cxcheck.inbox.mail import read, recipients

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxcheck.inbox.mail import Mail

T = TypeVar("T")

_PATIENCE_S = 30  # our choice: servers turn down too many visits at once, and let them in as others leave
_RETRY_S = 0.5


class ImapInbox:
    """``address`` is ``imaps://host:port/FOLDER``, or ``imap://…`` for STARTTLS; the folder is INBOX by default.

    It is connected to only while somebody waits for mail: servers allow few connections at once. Only what is new is
    asked for, and of that only the heads of what is for others.
    """

    poll_ms = 1_000  # as the measurement notes ask, and as mail programs do

    def __init__(self, address: str, user: str, password: str) -> None:
        self._address, self._user, self._password = address, user, password
        self._open: ImapConnection | None = None
        self._from_uid = 1
        self._validity = 0
        self._known: dict[str, dict[int, Mail | None]] = {}  # address -> number -> its mail; None: somebody else's

    def start_anew(self) -> None:
        """What is there by now will not be told any more. A server tells the next number as the folder is opened."""
        self.hang_up()
        self._from_uid, self._validity = self._patiently(lambda server: (server.next_uid(), server.validity))
        self._known.clear()
        self.hang_up()

    def mails(self, address: str) -> list[Mail]:
        """Everything that came for an address since then, in the order in which it came."""
        return self._patiently(lambda server: self._look(server, address))

    def hang_up(self) -> None:
        """Sign out; the next look signs in again."""
        if self._open is not None:
            self._open.close()
        self._open = None

    def describe(self) -> str:
        """Where it is, and how many messages there are."""
        said = self._patiently(lambda server: f"{self._user} at {server.host}, {server.count()} messages")
        self.hang_up()
        return said

    def _look(self, server: ImapConnection, address: str) -> list[Mail]:
        if self._validity and server.validity != self._validity:
            raise CouldNotMeasure(
                problem(
                    "the mailbox has numbered its messages anew, and nobody knows which are new",
                    where=server.host,
                    todo="run it again; see who changes the mailbox meanwhile",
                )
            )
        known = self._known.setdefault(address, {})
        new = [uid for uid in server.uids(self._from_uid) if uid not in known]
        for uid, _, head in server.fetch(new, "HEADER"):
            if address.lower() not in recipients(head):
                known[uid] = None
        for uid, arrived_s, raw in server.fetch([uid for uid in new if uid not in known], ""):
            known[uid] = read(raw, arrived_s)
        return [mail for _, mail in sorted(known.items()) if mail is not None]

    def _patiently(self, ask: Callable[[ImapConnection], T]) -> T:
        """The answer; asked again on a new connection where that may help."""
        end_s = time.monotonic() + _PATIENCE_S
        while True:
            try:
                if self._open is None:
                    self._open = ImapConnection(self._address, self._user, self._password)
                return ask(self._open)
            except NotNow as reason:
                self.hang_up()
                if time.monotonic() > end_s:
                    raise CouldNotMeasure(
                        problem(
                            f"cannot be looked into for {_PATIENCE_S} s: {reason}",
                            where=f"the site's inbox, {self._address}",
                            expected="an IMAP server that lets every visit in",
                            todo="walk fewer visits at once (-n), or raise the server's limit of connections",
                        )
                    ) from None
                time.sleep(_RETRY_S)

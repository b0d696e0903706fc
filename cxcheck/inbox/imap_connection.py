"""One connection to an IMAP server: signed in, with a folder open that is only read.

By the standard library: signing in, searching and fetching are all that is needed, and imaplib has them.
"""

from __future__ import annotations

import imaplib
import ipaddress
import re
import ssl
from contextlib import ExitStack, suppress
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from cxcheck.errors import CouldNotMeasure, problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ANSWER_WITHIN_S = 10  # our choice: as long as a person would take a mail program for stuck
# What a server says where it may let us in later: codes of RFC 5530, and the words of Dovecot, Gmail and Exchange.
_FOR_NOW = re.compile(r"UNAVAILABLE|LIMIT|INUSE|SERVERBUG|too many|maximum number|try again", re.IGNORECASE)
_UID = re.compile(rb"\bUID (\d+)")
_INTERNALDATE = re.compile(rb'INTERNALDATE "\s*(\d{1,2})-(\w{3})-(\d{4}) ([\d:]{8}) ([+-]\d{4})"')
_PORTS = {"imaps": 993, "imap": 143}
_AT_ONCE = 100  # our choice: numbers in one command; servers bound a line's length


class NotNow(Exception):
    """The server does not answer, or lets nobody in for now."""


class ImapConnection:
    """Signed in. ``validity`` is the number under which the folder's messages keep theirs.

    Raises:
        CouldNotMeasure: There is no such server, it is not to be trusted, or it knows no such user or folder.
        NotNow: As long as that may change; from all methods.
    """

    def __init__(self, address: str, user: str, password: str) -> None:
        place = urlsplit(address)
        self.host = place.hostname or ""
        self._address = address
        folder = unquote(place.path.strip("/")) or "INBOX"
        try:
            with ExitStack() as undo:
                self._server = self._connect(place.scheme, place.port, undo)
                self._sign_in(user, password)
                quoted = '"{}"'.format(folder.replace("\\", r"\\").replace('"', r"\""))
                said, data = self._server.select(quoted, readonly=True)
                if said != "OK":
                    raise self._wrong(
                        f"there is no folder {folder!r}", "correct the folder's name, or leave it out for INBOX"
                    )
                undo.pop_all()
        except imaplib.IMAP4.abort as error:
            raise NotNow(_safe(error, password)) from None
        except ssl.SSLCertVerificationError as error:
            raise self._wrong(
                f"its certificate is not to be trusted: {error.verify_message}",
                "name it as its certificate does; SSL_CERT_FILE names the certificates of a company's own",
            ) from None
        except (ConnectionRefusedError, OSError) as error:
            if isinstance(error, (TimeoutError, ConnectionResetError)):
                raise NotNow(str(error) or type(error).__name__) from None
            raise self._wrong(f"it cannot be reached: {error.strerror or error}", "correct host and port") from None
        self._count = int(data[0] or 0)
        self.validity = self._told("UIDVALIDITY")

    def count(self) -> int:
        """How many messages there are."""
        return self._count

    def next_uid(self) -> int:
        """The number that the next message will have, at least."""
        return self._told("UIDNEXT") or max(self.uids(1), default=0) + 1

    def uids(self, first: int) -> list[int]:
        """Numbers of all messages from that one on, in order of arrival."""
        self._ask("noop")
        found = self._ask("uid", "SEARCH", f"UID {first}:*")
        numbers = {int(number) for line in found if isinstance(line, bytes) for number in line.split()}
        return sorted(number for number in numbers if number >= first)  # n:* is the last one where there is no n

    def fetch(self, uids: Sequence[int], part: str) -> Iterator[tuple[int, float, bytes]]:
        """Number, time of arrival in wall-clock seconds, and ``HEADER`` or all of each; nothing is marked as read."""
        for at in range(0, len(uids), _AT_ONCE):
            numbers = ",".join(map(str, uids[at : at + _AT_ONCE]))
            about, raw = b"", b""
            for piece in self._ask("uid", "FETCH", numbers, f"(UID INTERNALDATE BODY.PEEK[{part}])"):
                # A message is its attributes with the text behind them, then what else there is of it.
                if isinstance(piece, tuple):
                    about, raw = piece[0], piece[1]
                elif raw and piece is not None:
                    about += b" " + piece
                    number, when = _UID.search(about), _INTERNALDATE.search(about)
                    if number and when:
                        yield int(number[1]), _seconds(when), raw
                    raw = b""

    def close(self) -> None:
        """Sign out; a connection that has broken is only closed."""
        try:
            self._server.logout()
        except (imaplib.IMAP4.error, OSError):
            with suppress(OSError):
                self._server.shutdown()

    def _told(self, name: str) -> int:
        """A number that the server told of the folder as it was opened; 0: it did not."""
        said = (self._server.untagged_responses.get(name) or [b""])[-1]
        return int(said) if isinstance(said, bytes) and said.isdigit() else 0

    def _ask(self, name: str, *arguments: str) -> list[bytes | tuple[bytes, bytes] | None]:
        try:
            said, data = getattr(self._server, name)(*arguments)
        except (imaplib.IMAP4.error, OSError) as error:
            raise NotNow(str(error) or type(error).__name__) from None
        if said != "OK":
            raise NotNow(f"{name} {' '.join(arguments[:1])}: {said}")
        return list(data)

    def _connect(self, scheme: str, port: int | None, undo: ExitStack) -> imaplib.IMAP4:
        if scheme == "imaps":
            trusted = ssl.create_default_context()
            secure = imaplib.IMAP4_SSL(self.host, port or _PORTS[scheme], ssl_context=trusted, timeout=_ANSWER_WITHIN_S)
            undo.callback(secure.shutdown)
            return secure
        server = imaplib.IMAP4(self.host, port or _PORTS[scheme], timeout=_ANSWER_WITHIN_S)
        undo.callback(server.shutdown)
        if "STARTTLS" in server.capabilities:
            server.starttls(ssl.create_default_context())
        elif not _on_this_machine(self.host):
            raise self._wrong("it offers no encryption, and the password would be sent in the open", "use imaps://")
        return server

    def _sign_in(self, user: str, password: str) -> None:
        try:
            if "AUTH=PLAIN" in self._server.capabilities:
                self._server.authenticate("PLAIN", lambda _: f"\0{user}\0{password}".encode())
            else:
                self._server.login(user, password)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as error:
            said = _safe(error, password)
            if _FOR_NOW.search(said):
                raise NotNow(said) from None
            raise self._wrong(
                f"it does not let {user!r} in: {said}",
                "correct the user or the password; some providers want a password made for one program",
            ) from None

    def _wrong(self, what: str, todo: str) -> CouldNotMeasure:
        return CouldNotMeasure(problem(what, where=f"the site's inbox, {self._address}", todo=todo))


def _on_this_machine(host: str) -> bool:
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost"


def _seconds(when: re.Match[bytes]) -> float:
    """IMAP's date-time as wall-clock seconds. It has whole seconds, cut off: the middle is nearest."""
    return parsedate_to_datetime(" ".join(part.decode() for part in when.groups())).timestamp() + 0.5


def _safe(error: Exception, password: str) -> str:
    """What the server said, on one line; some say what they were sent."""
    said = error.args[0] if error.args else ""
    text = said.decode(errors="replace") if isinstance(said, bytes) else str(said)
    return " ".join(text.replace(password, "[secret]").split())[:200] or type(error).__name__

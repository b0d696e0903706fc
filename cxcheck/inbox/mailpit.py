"""The customers' mail in Mailpit, by its HTTP interface (version 1 of its API)."""

from __future__ import annotations

import base64
import datetime as dt
import json
import re
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

from cxcheck.errors import CouldNotMeasure, problem
from cxcheck.inbox.mail import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxcheck.inbox.mail import Mail

_ANSWER_WITHIN_S = 10  # our choice
_MOST = 1_000  # our choice: mails for one address; as many as can come in a visit, and more
_UNAUTHORISED = 401


class MailpitInbox:
    """``address`` is where its pages are, ``http://127.0.0.1:8025``, with the webroot if it has one."""

    poll_ms = 500  # our choice: a look is one small request

    def __init__(self, address: str, user: str = "", password: str = "") -> None:
        self._address = address.rstrip("/")
        self._head = {"Accept": "application/json"}
        if user:
            token = base64.b64encode(f"{user}:{password}".encode()).decode()
            self._head["Authorization"] = f"Basic {token}"
        self._after_s = 0.0
        self._read: dict[str, Mail] = {}

    def start_anew(self) -> None:
        """What is there by now will not be told any more."""
        newest = self._ask("messages?limit=1").get("messages") or []
        self._after_s = max((_seconds(one["Created"]) for one in newest), default=0.0)
        self._read.clear()

    def mails(self, address: str) -> list[Mail]:
        """Everything that came for an address since then, in the order in which it came."""
        found = sorted((_seconds(one["Created"]), one["ID"]) for one in self._summaries(address))
        for when_s, name in found:
            if when_s > self._after_s and name not in self._read:
                self._read[name] = read(self._get(f"message/{quote(name, safe='')}/raw"), when_s)
        return [self._read[name] for _, name in found if name in self._read]

    def hang_up(self) -> None:
        """Each question has a connection of its own."""

    def describe(self) -> str:
        """Its version, and how many messages there are."""
        told = self._ask("info")
        return f"Mailpit {told.get('Version', '')} at {self._address}, {told.get('Messages', 0)} messages"

    def _summaries(self, address: str) -> Iterator[dict[str, Any]]:
        """Mailpit finds parts of addresses too, and puts those whom no field names into Bcc."""
        query = urlencode({"query": f'addressed:"{address}"', "limit": _MOST}, quote_via=quote)
        for one in self._ask(f"search?{query}").get("messages") or []:
            named = [*(one.get("To") or []), *(one.get("Cc") or []), *(one.get("Bcc") or [])]
            if address.lower() in {str(who.get("Address", "")).lower() for who in named}:
                yield one

    def _ask(self, path: str) -> dict[str, Any]:
        try:
            found = json.loads(self._get(path))
        except ValueError:
            found = None
        if not isinstance(found, dict):
            raise self._wrong("what answers there is not Mailpit", "correct the address")
        return found

    def _get(self, path: str) -> bytes:
        try:
            request = Request(f"{self._address}/api/v1/{path}", headers=self._head)  # noqa: S310 - see InboxSettings
            with urlopen(request, timeout=_ANSWER_WITHIN_S) as answer:  # noqa: S310
                return bytes(answer.read())
        except HTTPError as error:
            error.close()
            if error.code == _UNAUTHORISED:
                raise self._wrong("it asks for a user and a password", "set user and password_env") from None
            raise self._wrong(f"it answers {error.code}", "see whether it is Mailpit, and its webroot") from None
        except (URLError, OSError) as error:
            reason = getattr(error, "reason", error)
            said = getattr(reason, "strerror", None) or str(reason)
            raise self._wrong(f"it cannot be reached: {said}", "start it, or correct the address") from None

    def _wrong(self, what: str, todo: str) -> CouldNotMeasure:
        return CouldNotMeasure(problem(what, where=f"the site's inbox, {self._address}", todo=todo))


def _seconds(when: str) -> float:
    """RFC 3339 as wall-clock seconds; Go writes up to nine digits of a second, Python reads six."""
    return dt.datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", when)).timestamp()

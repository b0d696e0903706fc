"""A message as it came, taken apart: fields, text and links, whatever way they are encoded."""

from __future__ import annotations

import email
import email.policy
import hashlib
import re
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from functools import cached_property
from html import unescape
from typing import TYPE_CHECKING

from cxcheck.inbox.markup import Markup
from cxcheck.inbox.received import handed_over_s

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart

ADDRESS_IN_TEXT = re.compile(r"https?://[^\s\"'<>\])]+")
_BROKEN_IN_BRACKETS = re.compile(r"<(https?://[^<>\"]+)>")  # as RFC 3986 has addresses stand in text
_ESCAPED = re.compile(r"&(?:amp|#\d+|#x[0-9A-Fa-f]+);")
_MAILBOX = re.compile(r"[^\s<>,;:\"'()]+@[^\s<>,;:\"'()]+")
# Whom a message is for: as its sender names them, and as servers on the way have written down.
_FOR = (
    "To", "Cc", "Bcc", "Delivered-To", "Envelope-To", "X-Envelope-To", "X-Original-To", "X-Forwarded-To", "X-RcptTo",
)  # fmt: skip
_BULK = {"bulk", "list", "junk"}


class Message:
    """One message; ``text`` has the HTML part's words before the plain part's."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._message: EmailMessage = email.message_from_bytes(raw, policy=email.policy.default)
        self._head = BytesHeaderParser().parsebytes(raw)
        links: dict[str, str] = {}
        self.buttons: frozenset[str] = frozenset()
        texts = []
        for kind in ("html", "plain"):
            part = self._message.get_body((kind,))
            if part is None:
                continue
            text = _content(part)
            if kind == "html":
                markup = Markup(text)
                text, self.buttons = markup.text, frozenset(markup.buttons)
                for address, words in markup.links:
                    links[address] = links.get(address) or words
            else:
                text = _BROKEN_IN_BRACKETS.sub(lambda found: "<" + re.sub(r"\s+", "", found[1]) + ">", text)
            for found in ADDRESS_IN_TEXT.findall(text):
                links.setdefault(_ESCAPED.sub(lambda one: unescape(one[0]), found).rstrip(".,;:!"), "")
            texts.append(text)
        self.text = "\n".join(texts)
        self.links = tuple(links.items())

    def field(self, name: str) -> str:
        """A field's text, decoded; as it stands where that cannot be done."""
        try:
            return str(self._message[name] or "")
        except (IndexError, ValueError, AttributeError, TypeError):  # the standard library's parser has its days
            return str(self._head[name] or "")

    @property
    def name(self) -> str:
        """The same for copies of one message."""
        return str(self._head["Message-ID"] or "").strip() or hashlib.sha256(self._raw).hexdigest()

    @property
    def sent_s(self) -> float | None:
        """When its sender says it was written, in wall-clock seconds."""
        try:
            return parsedate_to_datetime(str(self._head["Date"])).timestamp()
        except (ValueError, TypeError, OverflowError):
            return None

    @cached_property
    def bulk(self) -> bool:
        """Whether it says that it went to many: by RFC 2369, RFC 2919, or the older ``Precedence``."""
        told = any(self._head[field] for field in ("List-Unsubscribe", "List-Id"))
        return told or str(self._head["Precedence"] or "").strip().lower() in _BULK

    def in_mailbox_s(self, arrived_s: float) -> float | None:
        """How long the mailbox's own servers had it, in seconds; None where no ``Received`` field tells."""
        handed_s = handed_over_s(list(map(str, self._head.get_all("Received", []))))
        return None if handed_s is None else max(arrived_s - handed_s, 0)


def recipients(raw: bytes) -> set[str]:
    """Every address that the head says the message is for, in lower case."""
    head = BytesHeaderParser().parsebytes(raw)
    fields = [str(value) for field in _FOR for value in head.get_all(field, [])]
    return {found.lower() for field in fields for found in _MAILBOX.findall(field)}


def _content(part: MIMEPart) -> str:
    """A part's text; in an encoding that nobody knows, what can be read of it."""
    try:
        text = str(part.get_content())
    except LookupError:
        raw = part.get_payload(decode=True)
        text = raw.decode("latin-1") if isinstance(raw, bytes) else ""
    params = part["Content-Type"].params if part["Content-Type"] else {}
    if str(params.get("format", "")).lower() == "flowed":  # RFC 3676: lines that go on end in a space
        text = re.sub(r" \r?\n", "" if str(params.get("delsp", "")).lower() == "yes" else " ", text)
    return text

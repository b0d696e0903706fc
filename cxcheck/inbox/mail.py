"""A mail as the customer sees it: who wrote, about what, and which link to follow."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass
from email.utils import parseaddr
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cxcheck import lexicon
from cxcheck.redact import MASK, link_tokens

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart

_ADDRESS_IN_TEXT = re.compile(r"https?://[^\s\"'<>\])]+")
_SENTENCE_ENDS = re.compile(r"[.!?](?=\s|$)|[。！？]")
_ERRANDS = ("password reset", "forgot password", "confirm address")
# Four to ten digits, or capitals and digits, also in two groups: what people are asked to type in.
_CODE = re.compile(r"\b(?:\d{4,10}|[A-Z0-9]{3,5}-[A-Z0-9]{3,5}|(?=[A-Z0-9]*\d)[A-Z0-9]{5,10}|[A-Z]{6,8})\b")


@dataclass(frozen=True)
class Mail:
    """``arrived_s`` is when it became available, in wall-clock seconds; ``links`` are (address, words), in order."""

    subject: str
    sender: str
    text: str
    links: tuple[tuple[str, str], ...]
    arrived_s: float

    @property
    def subject_said(self) -> str:
        """The subject as it may be written down: many carry the code."""
        return _CODE.sub(MASK, self.subject)

    @property
    def sender_said(self) -> str:
        """Who wrote, as a mailbox lists it: by name, else by host. The part before the @ may be made for one mail."""
        name, address = parseaddr(self.sender)
        return name or address.rpartition("@")[2]

    def link(self) -> str:
        """The link the mail was sent for: by its words, by the token it carries, else the first.

        Raises:
            LookupError: There is no link in it.
        """
        if not self.links:
            message = f"there is no link in the mail {self.subject_said!r}"
            raise LookupError(message)
        return max(self.links, key=lambda link: (_errand(link[1]), bool(link_tokens(link[0]))))[0]

    def codes(self) -> list[str]:
        """Digits or capitals that could be a code to type in, the likeliest first: one on a line by itself."""
        text = re.sub(r"https?://\S+", " ", self.text)
        alone = [line.strip() for line in text.splitlines() if _CODE.fullmatch(line.strip())]
        return list(dict.fromkeys([*alone, *_CODE.findall(text), *_CODE.findall(self.subject)]))

    def code(self) -> str:
        """The code the mail was sent for.

        Raises:
            LookupError: There is none in it.
        """
        codes = self.codes()
        if not codes:
            message = f"there is no code in the mail {self.subject_said!r}"
            raise LookupError(message)
        return codes[0]

    def asks(self) -> str:
        """The sentence around the link or code the mail was sent for, without addresses: what must be read to act."""
        try:
            address = self.link()
            wanted = [address, *(" ".join(words.split()) for link, words in self.links if link == address and words)]
        except LookupError:
            wanted = self.codes()[:1]
        text = " ".join(self.text.split())
        at = min((text.find(part) for part in wanted if part in text), default=None)
        if at is None:
            return ""
        begins = max((end.end() for end in _SENTENCE_ENDS.finditer(text[:at])), default=0)
        ends = _SENTENCE_ENDS.search(text, at)
        return _ADDRESS_IN_TEXT.sub("", text[begins : ends.end() if ends else len(text)]).strip()


def _errand(words: str) -> int:
    """1 where a link's words say that it is what the mail was sent for, else 0."""
    return int(any(lexicon.mentions(words, "intents", intent) for intent in _ERRANDS))


class _Links(HTMLParser):
    """Collects (address, words) of a page's links, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.text: list[str] = []
        self._address: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._address = dict(attrs).get("href")
            if self._address and urlsplit(self._address).scheme in {"http", "https"}:
                self.found.append((self._address, ""))
            else:
                self._address = None

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._address = None

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        if self._address:
            address, words = self.found[-1]
            self.found[-1] = (address, f"{words} {data.strip()}".strip())


def read(raw: bytes, arrived_s: float) -> Mail:
    """Parse a message; links of the HTML part come first, then bare addresses of the text part."""
    message: EmailMessage = email.message_from_bytes(raw, policy=email.policy.default)
    links, texts = [], []
    for kind in ("html", "plain"):
        part = message.get_body((kind,))
        if part is None:
            continue
        content = _content(part)
        if kind == "html":
            parser = _Links()
            parser.feed(content)
            links += parser.found
            texts.append(" ".join(parser.text))
        else:
            links += [(found.rstrip(".,;:"), "") for found in _ADDRESS_IN_TEXT.findall(content)]
            texts.append(content)
    return Mail(
        subject=str(message["Subject"] or ""),
        sender=str(message["From"] or ""),
        text="\n".join(texts),
        links=tuple(dict.fromkeys(links)),
        arrived_s=arrived_s,
    )


def _content(part: MIMEPart) -> str:
    """A part's text; in an encoding that nobody knows, what can be read of it."""
    try:
        return str(part.get_content())
    except LookupError:
        raw = part.get_payload(decode=True)
        return raw.decode("latin-1") if isinstance(raw, bytes) else ""


def recipients(raw: bytes) -> str:
    """Everything in the header that says whom a message is for, in lower case."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    fields = ("To", "Cc", "Delivered-To", "X-Original-To", "X-RcptTo")
    return " ".join(str(value) for field in fields for value in message.get_all(field, [])).lower()

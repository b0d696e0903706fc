"""A mail as the customer sees it: who wrote, about what, and what it was sent for: a link, a code, a password."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.utils import parseaddr

from cxcheck import lexicon
from cxcheck.inbox.codes import CODE, codes_in
from cxcheck.inbox.message import ADDRESS_IN_TEXT, Message, recipients
from cxcheck.inbox.passwords import passwords_in
from cxcheck.redact import MASK, link_tokens

__all__ = ["Mail", "read", "recipients"]

_SENTENCE_ENDS = re.compile(r"[.!?](?=\s|$)|[。！？]")
# What could be a code, or half of one. An order's number goes with it, and nobody misses that.
_WITH_DIGITS = re.compile(r"(?=[^\W_]*\d)[^\W_]{3,}(?:[ \u00a0-](?=[^\W_]*\d)[^\W_]{2,})*|\d(?:[ \u00a0]\d){3,}")
_ERRANDS = ("password reset", "forgot password", "confirm address")
_ELSEWHERE = ("leave the list", "about the mail")


@dataclass(frozen=True)
class Mail:
    """``arrived_s`` is when it became available, in wall-clock seconds; ``links`` are (address, words), in order.

    ``name`` is the same for copies of one mail. ``sent_s`` is when its sender says it was written, ``in_mailbox_s``
    how long the mailbox's own servers had it before it could be read (None: they do not say). ``bulk``: it says that
    it went to many. ``buttons`` are the addresses of links that look like one.
    """

    subject: str
    sender: str
    text: str
    links: tuple[tuple[str, str], ...]
    arrived_s: float
    name: str = ""
    sent_s: float | None = None
    in_mailbox_s: float | None = None
    bulk: bool = False
    buttons: frozenset[str] = frozenset()

    @property
    def subject_said(self) -> str:
        """The subject as it may be written down: many carry the code, also in two groups or small letters."""
        return CODE.sub(MASK, _WITH_DIGITS.sub(MASK, self.subject))

    @property
    def sender_said(self) -> str:
        """Who wrote, as a mailbox lists it: by name, else by host. The part before the @ may be made for one mail."""
        name, address = parseaddr(self.sender)
        return name or address.rpartition("@")[2]

    def link(self) -> str:
        """The link the mail was sent for: by its words, by its look, by the token it carries, else the first.

        Raises:
            LookupError: There is no link in it.
        """
        if not self.links:
            message = f"there is no link in the mail {self.subject_said!r}"
            raise LookupError(message)
        return max(self.links, key=self._likely)[0]

    def _likely(self, link: tuple[str, str]) -> tuple[int, bool, bool]:
        address, words = link
        return _errand(words), address in self.buttons, bool(link_tokens(address))

    def codes(self) -> list[str]:
        """Digits or capitals that could be a code to type in, the likeliest first."""
        return codes_in(self.text, self.subject)

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

    def passwords(self) -> list[str]:
        """What the mail calls a password, as some sites send one in place of a link; in order."""
        return passwords_in(self.text)

    def password(self) -> str:
        """The password that the mail brings.

        Raises:
            LookupError: There is none in it.
        """
        passwords = self.passwords()
        if not passwords:
            message = f"there is no password in the mail {self.subject_said!r}"
            raise LookupError(message)
        return passwords[0]

    @property
    def marketing(self) -> bool:
        """Whether it went to many, or offers to be spared such mail: it says so in its head, or in words."""
        return self.bulk or lexicon.mentions(self.text, "intents", "leave the list")

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
        return ADDRESS_IN_TEXT.sub("", text[begins : ends.end() if ends else len(text)]).strip()


def read(raw: bytes, arrived_s: float) -> Mail:
    """Parse a message; links of the HTML part come first, then bare addresses of the text."""
    message = Message(raw)
    return Mail(
        subject=message.field("Subject"),
        sender=message.field("From"),
        text=message.text,
        links=message.links,
        arrived_s=arrived_s,
        name=message.name,
        sent_s=message.sent_s,
        in_mailbox_s=message.in_mailbox_s(arrived_s),
        bulk=message.bulk,
        buttons=message.buttons,
    )


def _errand(words: str) -> int:
    """How much a link's words say that it is what the mail was sent for; below 0 where they lead away from it."""
    if any(lexicon.mentions(words, "intents", intent) for intent in _ELSEWHERE):
        return -1
    if any(lexicon.mentions(words, "intents", intent) for intent in _ERRANDS):
        return 3
    if lexicon.mentions(words, "words", "acts on a mail"):
        return 2
    return int(lexicon.mentions(words, "intents", "sign in"))

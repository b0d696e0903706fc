"""The text and the links of a mail's HTML part, as they are read on a screen."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

_UNSEEN = {"style", "script", "title", "head", "template"}
_VOID = {"br", "hr", "img", "input", "meta", "link", "col"}
# What begins a line of its own; other elements stand in the line.
_LINES = {
    "address", "blockquote", "br", "center", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "tr", "ul",
}  # fmt: skip


# How mails draw a button: no style sheet can be relied upon, so it is on the link, or the class says it.
_A_BUTTON = re.compile(r"background(?:-color)?\s*:\s*(?!none|transparent|inherit)", re.IGNORECASE)
_CALLED_A_BUTTON = re.compile(r"\b\w*(?:btn|button|cta)\w*\b", re.IGNORECASE)


class Markup(HTMLParser):
    """``links`` are (address, words), in order, ``buttons`` the addresses of those that look like one.

    ``text`` has a line for each block.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.buttons: set[str] = set()
        self._text: list[str] = []
        self._address: str | None = None
        self._unseen: list[str] = []
        self.feed(html)
        self.close()

    @property
    def text(self) -> str:
        """What is read, without the spaces that markup has between its tags."""
        lines = (" ".join(line.split()) for line in "".join(self._text).split("\n"))
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, or a link."""
        told = dict(attrs)
        if tag in _UNSEEN:
            self._unseen.append(tag)
        if tag in _LINES:
            self._text.append("\n")
        if tag == "img":
            self._say(told.get("alt") or "", spoken=False)
        if tag == "a":
            self._address = (told.get("href") or "").strip()
            if urlsplit(self._address).scheme in {"http", "https"}:
                self.links.append((self._address, ""))
                if _A_BUTTON.search(told.get("style") or "") or _CALLED_A_BUTTON.search(told.get("class") or ""):
                    self.buttons.add(self._address)
            else:
                self._address = None

    def handle_endtag(self, tag: str) -> None:
        """End it."""
        if tag in self._unseen:
            self._unseen.remove(tag)
        if tag in _LINES - _VOID:
            self._text.append("\n")
        if tag == "a":
            self._address = None

    def handle_data(self, data: str) -> None:
        """Words; line ends are spaces here."""
        if not self._unseen:
            self._say(re.sub(r"\s+", " ", data))

    def _say(self, words: str, *, spoken: bool = True) -> None:
        if spoken:
            self._text.append(words)
        if self._address:
            address, before = self.links[-1]
            self.links[-1] = (address, " ".join(f"{before} {words}".split()))

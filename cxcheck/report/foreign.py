"""Text that others wrote (pages, products, errors): made harmless where it stands between our own words."""

from __future__ import annotations

import re

_DIRECTION_MARKS = "\u200e\u200f\u061c"  # say nothing once the text around them is isolated
_OVERRIDES = "\u202a-\u202e\u2066-\u2069"  # reorder what stands beside them
_LINE_ENDS = "\x85\u2028\u2029"
_NO_CHARACTERS = "\ud800-\udfff\ufffe\uffff"  # nor does XML take them
_SUSPECT = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{_NO_CHARACTERS}{_LINE_ENDS}{_DIRECTION_MARKS}{_OVERRIDES}]")


def visible(text: str) -> str:
    """The text with control characters and direction overrides shown as signs, so that they do nothing."""
    return _SUSPECT.sub(_sign, text)


def on_one_line(text: str) -> str:
    """The same, with every run of white space as one space."""
    return " ".join(visible(text).split())


def _sign(match: re.Match[str]) -> str:
    char = match.group()
    if char in _DIRECTION_MARKS or char == "\r":
        return ""
    if char in _LINE_ENDS:
        return "\n"
    if char < " ":
        return chr(0x2400 + ord(char))  # Unicode's own picture of it: ␛ for escape
    return f"[U+{ord(char):04X}]"

"""The rules that sites have for passwords, as far as they say them, and a password that keeps to them. Pure."""

from __future__ import annotations

import re

from cxcheck import lexicon

Spoken = tuple[str, ...]
_PARTS = ("digit", "symbol", "uppercase", "lowercase")
_ENDINGS = {"digit": "7", "symbol": "!", "uppercase": "K", "lowercase": "k"}
_AT_MOST = re.compile(
    r"(\d+)\s*[-–]\s*(\d+)|(?:at most|maximum|max|höchstens|maximal|maximum de|máximo|au plus)\D{0,12}(\d+)"
)
_LISTED = re.compile(r"([!?#$%&*@+=_])(?:[ ,]+[!?#$%&*@+=_]){2,}")  # signs named one by one: ! ? #
_LONG_ENOUGH = 20  # more than any site is known to demand


def rule_of(text: str, spoken: Spoken) -> frozenset[str]:
    """Which parts of a password a text speaks of: digit, symbol, uppercase, lowercase, length."""
    found = {part for part in _PARTS if lexicon.mentions(text, "words", part, spoken)}
    if _LISTED.search(text):
        found.add("symbol")
    if _lengths(text):
        found.add("length")
    return frozenset(found)


def said_before(hints: str, page: str, spoken: Spoken) -> frozenset[str]:
    """What was said of passwords before one was refused: beside the fields, and in the page's lines about passwords."""
    lines = [line for line in page.splitlines() if lexicon.mentions(line, "fields", "password", spoken)]
    return rule_of("\n".join([hints, *lines]), spoken)


def is_about_passwords(text: str, spoken: Spoken) -> bool:
    """Whether a message tells what a password must be like."""
    return bool(rule_of(text, spoken)) or lexicon.mentions(text, "signs", "password rule", spoken)


def another(password: str, text: str, spoken: Spoken) -> str:
    """A password much like the refused one that keeps to what the text demands; long enough, no longer than it says."""
    listed = _LISTED.search(text)
    endings = _ENDINGS | ({"symbol": listed[1]} if listed else {})
    parts = rule_of(text, spoken) & set(_PARTS)
    limits = [int(number) for found in _AT_MOST.findall(text.casefold()) for number in found[1:] if number]
    longest = max(limits, default=max([_LONG_ENOUGH, *_lengths(text)]))
    shortest = max((length for length in _lengths(text) if length not in limits), default=0)
    if parts == {"digit"} and any(sign.isdigit() for sign in password) and shortest <= len(password) <= longest:
        # It has digits and the length, and they are not content: they want nothing but digits.
        return (str(int.from_bytes(password.encode())) * 2)[:longest]
    wanted = "".join(endings[part] for part in _PARTS if part in parts)
    # Spread out, so that it is neither common nor the old one with something behind it.
    body = password[::-1] + password.swapcase()
    return (body[: max(0, min(longest, max(_LONG_ENOUGH, shortest)) - len(wanted))] + wanted)[:longest]


def _lengths(text: str) -> list[int]:
    """Numbers in a text that may be a password's length."""
    return [int(number) for number in re.findall(r"\b(?:[4-9]|[1-6]\d)\b", text)]

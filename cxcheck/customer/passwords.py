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
    return rule_of("\n".join(_lines(hints, page, spoken)), spoken)


def heeding(password: str, hints: str, page: str, spoken: Spoken) -> str:
    """The password, or another one where it does not keep to what stands beside the fields and in the page.

    What a line forbids ("no special characters") is not demanded by it.
    """
    lines = [line for line in _lines(hints, page, spoken) if not lexicon.mentions(line, "words", "not", spoken)]
    said = "\n".join(lines)
    return password if _keeps_to(password, said, spoken) else another(password, said, spoken)


def is_about_passwords(text: str, spoken: Spoken) -> bool:
    """Whether a message tells what a password must be like."""
    return bool(rule_of(text, spoken)) or lexicon.mentions(text, "signs", "password rule", spoken)


def another(password: str, text: str, spoken: Spoken) -> str:
    """A password much like the refused one that keeps to what the text demands; long enough, no longer than it says."""
    listed = _LISTED.search(text)
    endings = _ENDINGS | ({"symbol": listed[1]} if listed else {})
    parts = rule_of(text, spoken) & set(_PARTS)
    shortest, longest = _bounds(text)
    if parts == {"digit"} and any(sign.isdigit() for sign in password) and shortest <= len(password) <= longest:
        # It has digits and the length, and they are not content: they want nothing but digits.
        return (str(int.from_bytes(password.encode())) * 2)[:longest]
    wanted = "".join(endings[part] for part in _PARTS if part in parts)
    # Spread out, so that it is neither common nor the old one with something behind it.
    body = password[::-1] + password.swapcase()
    return (body[: max(0, min(longest, max(_LONG_ENOUGH, shortest)) - len(wanted))] + wanted)[:longest]


def _keeps_to(password: str, text: str, spoken: Spoken) -> bool:
    has = {
        "digit": any(sign.isdigit() for sign in password),
        "symbol": not password.isalnum(),
        "uppercase": password != password.lower(),
        "lowercase": password != password.upper(),
    }
    shortest, longest = _bounds(text)
    fits = shortest <= len(password) <= longest
    return fits and all(has[part] for part in rule_of(text, spoken) & set(_PARTS))


def _bounds(text: str) -> tuple[int, int]:
    """The least and the greatest length that a text allows, as far as it says."""
    limits = [int(number) for found in _AT_MOST.findall(text.casefold()) for number in found[1:] if number]
    longest = max(limits, default=max([_LONG_ENOUGH, *_lengths(text)]))
    return max((length for length in _lengths(text) if length not in limits), default=0), longest


def _lines(hints: str, page: str, spoken: Spoken) -> list[str]:
    """What stands beside the fields, and the page's lines about passwords."""
    about = [line for line in page.splitlines() if lexicon.mentions(line, "fields", "password", spoken)]
    return [*hints.splitlines(), *about]


def _lengths(text: str) -> list[int]:
    """Numbers in a text that may be a password's length."""
    return [int(number) for number in re.findall(r"\b(?:[4-9]|[1-6]\d)\b", text)]

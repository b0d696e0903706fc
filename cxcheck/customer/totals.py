"""What the customer reads about money: the total to pay, and whether delivery is spoken of. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from cxcheck import lexicon
from cxcheck.lexicon import normal

Spoken = tuple[str, ...]
_SIGN = r"[£$€¥₹]|\b(?:EUR|USD|GBP|CHF|PLN|MXN|JPY)\b|zł"
_MONEY = re.compile(rf"(?P<a>{_SIGN})\s?(?P<x>\d[\d.,'\s]*\d|\d)|(?P<y>\d[\d.,'\s]*\d|\d)\s?(?P<b>{_SIGN})")
_SIGNS = {"£": "GBP", "$": "USD", "€": "EUR", "¥": "JPY", "₹": "INR", "zł": "PLN"}
_CENTS = 2


@dataclass(frozen=True)
class Total:
    """An amount that the page calls a total. ``delivery_said``: it speaks of what delivery costs as well."""

    amount: Decimal
    currency: str
    label: str
    delivery_said: bool


def money(text: str) -> tuple[Decimal, str] | None:
    """The last amount in a text, and its currency; commas and points as any language sets them."""
    found = list(_MONEY.finditer(text.replace("\u00a0", " ").replace("\u202f", " ")))
    if not found:
        return None
    sign, digits = found[-1]["a"] or found[-1]["b"], re.sub(r"[\s']", "", found[-1]["x"] or found[-1]["y"])
    whole, mark, cents = digits, "", ""
    for sep in (",", "."):
        head, found_sep, tail = digits.rpartition(sep)
        if found_sep and len(tail) == _CENTS:
            whole, mark, cents = head, ".", tail
    try:
        return Decimal(re.sub(r"[.,]", "", whole) + mark + cents), _SIGNS.get(sign, sign)
    except InvalidOperation:
        return None


def without_money(text: str) -> str:
    """A text without the amounts in it: "Pay £64.00" is "Pay"."""
    return _MONEY.sub(" ", text).strip(" -–—:·")


def total(text: str, spoken: Spoken) -> Total | None:
    """The largest amount that stands beside a word for the total, on its line or the next one."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    best: Total | None = None
    said = delivery_said(lines, spoken)
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        label = _total_label(line, spoken)
        found = money(line) or money(after) if label else None
        if found and found[0] > 0 and (best is None or found[0] > best.amount):
            best = Total(found[0], found[1], label[:80], said)
    return best


def delivery_said(lines: list[str], spoken: Spoken) -> bool:
    """Whether some line says what delivery costs, or that it comes on top."""
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if not lexicon.mentions(line, "words", "delivery", spoken):
            continue
        alone = (
            after if not without_money(after).strip() else ""
        )  # the next line's own words make it another thing's price
        if (
            money(line)
            or money(alone)
            or any(lexicon.mentions(line, "words", word, spoken) for word in ("free", "on top"))
        ):
            return True
    return False


def _total_label(line: str, spoken: Spoken) -> str:
    words = normal(_MONEY.sub(" ", line))
    if not lexicon.mentions(words, "words", "total", spoken) or lexicon.mentions(words, "words", "subtotal", spoken):
        return ""
    return line.partition("\t")[0]

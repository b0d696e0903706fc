"""What pages ask for in pieces: a card's number in groups, a date in three fields or lists. Pure."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.customer.sight import Field, Option
    from cxcheck.model.identity import Card

_MONTHS = 12
_YEAR = re.compile(r"(?:19|20)\d\d")
_FULL_YEAR = re.compile(r"y{4}|j{4}|a{4}|r{4}|\b20\d\d\b", re.IGNORECASE)
# A word for the month starts with an m in every language of the lexicon's but the last.
_MONTH = re.compile(r"\s*m|月", re.IGNORECASE)
# How a page shows the order it wants: DD/MM/YYYY, MM-DD-YYYY, TT.MM.JJJJ, JJ/MM/AAAA, dd-mm-rrrr …
_ORDER = re.compile(r"\b([a-z])\1([^\w\s]| [^\w\s] )([a-z])\3\2([yjar])\4{3}\b", re.IGNORECASE)


def group_of(text: str, field: Field, same: Sequence[Field]) -> str:
    """The piece of a number for one of several fields that take so many signs each; the whole for a single one."""
    if len(same) == 1 or not all(0 < one.longest < len(text) for one in same):
        return text
    start = sum(one.longest for one in same[: same.index(field)])
    return text[start : start + field.longest]


def expiry_text(card: Card, field: Field, same: Sequence[Field] = ()) -> str:
    """The month and year as the field wants them; of two fields the first is the month's."""
    full = field.longest == 4 or _FULL_YEAR.search(f"{field.placeholder} {field.label} {field.hint}")  # noqa: PLR2004
    month, year = f"{card.month:02}", str(card.year if full else card.year % 100)
    if len(same) > 1:
        return month if field == same[0] else year
    return f"{month}/{year}"


def birthday_text(birthday: str, field: Field, same: Sequence[Field] = ()) -> str:
    """A birthday (ISO 8601) as the field wants it: one of its three parts, or all in the order that the page shows."""
    born = dt.date.fromisoformat(birthday)
    if len(same) > 1:
        if field.longest == 4 or _FULL_YEAR.search(field.placeholder) or field == same[-1]:  # noqa: PLR2004
            return str(born.year)
        return f"{born.month if _MONTH.match(field.label or field.placeholder) else born.day:02}"
    order = _ORDER.search(f"{field.placeholder} {field.label} {field.hint}")
    if order is None:
        return birthday
    days = (born.month, born.day) if order[1].lower() == "m" else (born.day, born.month)
    return order[2].strip().join([f"{days[0]:02}", f"{days[1]:02}", str(born.year)])


def birthday_option(options: Sequence[Option], birthday: str) -> Option | None:
    """From a list of years, of months, or of days."""
    born = dt.date.fromisoformat(birthday)
    if any(_YEAR.fullmatch(option.text.strip()) for option in options):
        return next((o for o in options if o.text.strip() == str(born.year)), options[-1])
    if len(options) == _MONTHS:
        return options[born.month - 1]
    return next((o for o in options if _number(o.text) == born.day), None)


def expiry_option(options: Sequence[Option], card: Card) -> Option | None:
    """From a list of years, of months, or of both."""
    both = [o for o in options if re.search(rf"\b{card.month:02}\b.*\b(20)?{card.year % 100:02}\b", o.text)]
    years = [o for o in options if re.fullmatch(r"20\d\d|\d\d", o.text.strip())]
    if both:
        return both[0]
    if len(years) == len(options) and len(options) != _MONTHS:
        return next((o for o in years if o.text.strip()[-2:] == f"{card.year % 100:02}"), years[-1] if years else None)
    months = [o for o in options if _number(o.value) == card.month or o.text.strip()[:2] == f"{card.month:02}"]
    return months[0] if months else (options[-1] if options else None)


def _number(text: str) -> int | None:
    return int(text) if text.strip().isdecimal() else None

"""Numbers as words. Everything here is plain text; escaping is the templates' business."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Protocol

from cxcheck.model.finding import Finding

NOT_MEASURED = "not measured"
UNDER = "under "


_SECOND_MS = 1000
_TENTH_MS = 100
_TENTHS_BELOW_MS = 9_950  # from ten seconds on, tenths say nothing
_MILLISECONDS_BELOW_MS = 50  # what would round to no tenth at all


class Times(Protocol):
    """The three parts of customer time. None: not measured."""

    @property
    def waiting_ms(self) -> float | None:
        """Waiting for the site."""

    @property
    def effort_ms(self) -> float | None:
        """The customer's own."""

    @property
    def interruption_ms(self) -> float | None:
        """What pop-ups took."""


def duration(ms: float | None) -> str:
    """``840`` → 0.8 s, ``26_240`` → 26 s, ``84_000`` → 1 min 24 s."""
    if ms is None:
        return NOT_MEASURED
    if ms == 0:
        return "0 s"
    if 0 < ms < _MILLISECONDS_BELOW_MS:
        return f"{ms:.0f} ms"
    unit = _unit(ms)
    return _in(unit, round(ms / unit))


def parts_of(card: Times) -> tuple[str, str, str]:
    """Waiting, effort and interruptions, rounded so that they add up to the rounded whole."""
    known = (card.waiting_ms, card.effort_ms, card.interruption_ms)
    unit = _unit(sum(ms or 0 for ms in known))
    ends = accumulate((ms or 0 for ms in known), initial=0.0)
    counts = (round(end / unit) - round(start / unit) for start, end in pairwise(ends))
    waiting, effort, interruption = (_part(ms, count, unit) for ms, count in zip(known, counts, strict=True))
    return waiting, effort, interruption


def _part(ms: float | None, count: int, unit: int) -> str:
    if ms is None:
        return NOT_MEASURED
    return UNDER + _in(unit, 1) if count == 0 and ms > 0 else _in(unit, count)


def _unit(ms: float) -> int:
    return _TENTH_MS if ms < _TENTHS_BELOW_MS else _SECOND_MS


def _in(unit: int, count: int) -> str:
    if unit == _TENTH_MS:
        return f"{count / 10:.1f} s"
    minutes, seconds = divmod(count, 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "h"), (minutes, "min"), (seconds, "s"))
    return " ".join(f"{amount} {name}" for amount, name in parts if amount) or "0 s"


def kept(amount: str) -> str:
    """An amount that breaks between its parts only: ``2 min 55 s`` never leaves its last ``s`` alone on a line."""
    return re.sub(r"(?<=\d) (?=[a-z])", "\u00a0", amount)


def spread(low: str, high: str) -> str:
    """Two amounts as a range: ``5.9 s`` and ``6.3 s`` are ``5.9-6.3 s``; the same twice is told once.

    What both begin with is told once too: ``1 min 49-50 s``.
    """
    if low == high:
        return low
    minutes, both, first = low.rpartition(" min ")
    more, _, last = high.rpartition(" min ")
    start = minutes + both if minutes == more else ""
    if not start:
        first, last = low, high
    first, unit = first.partition(" ")[::2]
    if " " not in unit and unit == last.partition(" ")[2]:
        return f"{start}{first}\u2013{last}"
    return f"{low} \u2013 {high}"


def clipped(text: str, longest: int) -> str:
    """At most so many characters; what was left out is an ellipsis."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def at_least(amount: str) -> str:
    """For predicted time: the model behind it assumes a skilled customer who makes no mistakes."""
    return amount if amount == NOT_MEASURED or amount.startswith(UNDER) else f"at least {amount}"


def number(value: float | None, digits: int = 0) -> str:
    """A rounded number, or that there is none."""
    return NOT_MEASURED if value is None else f"{value:.{digits}f}"


def plural(count: int, one: str, many: str = "") -> str:
    """``1 click``, ``2 clicks``."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def listed(items: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def few(items: Sequence[str], most: int = 5) -> str:
    """The same, of many the first ones and how many others; ``most`` is our choice."""
    if len(items) <= most:
        return listed(items)
    return listed([*items[: most - 1], plural(len(items) - most + 1, "other")])


def capital(text: str) -> str:
    """With a capital letter first, the others as they are."""
    return text[:1].upper() + text[1:]


def closed(text: str) -> str:
    """With a full stop at the end, unless the text brings its own."""
    text = text.rstrip()
    return text if not text or text[-1] in ".!?…" else text + "."


def measured(finding: Finding, value: float) -> str:
    """A finding's number or limit in its unit."""
    if finding.unit == "ms":
        return duration(value)
    if finding.unit == "ratio":
        return f"{value:.2f}" if max(finding.value, finding.limit) > 1 else f"{value:.0%}".replace("%", " %")
    if finding.unit == "shift":
        return f"{value:.2f}"
    if finding.unit == "money":
        return f"{value:,.2f}"
    if finding.unit == "px":
        return f"{value:g} px"
    return f"{value:g}"


def tally(items: Iterable[tuple[int, str]]) -> str:
    """``2 passed, 1 failed``, leaving out what did not occur."""
    return ", ".join(f"{count} {what}" for count, what in items if count)

"""What can go wrong, as one small tree. Every message says where, what, what was expected and what to do."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class CxError(Exception):
    """Base of every error cxcheck raises on purpose; ``exit_status`` is what the process ends with."""

    exit_status = 1


class SettingsError(CxError):
    """Something a person typed (an option, a key, a name) is not understood; nothing was walked."""

    exit_status = 4


class JourneyNotFinished(CxError):
    """The customer could not do what they came for."""

    exit_status = 1


class StoppedOnPurpose(CxError):
    """The visit went as far as the site's settings let it go: finished, and said so."""

    exit_status = 0


class BudgetBroken(CxError):
    """The journey was finished, at a higher cost than its budget allows."""

    exit_status = 10


class CouldNotMeasure(CxError):
    """Nothing can be said about the site: it is down, a browser or an inbox is missing, a wall stands there."""

    exit_status = 11


class EndedBefore(CxError):
    """A stored test ended so when it was run: ``text`` is all that was printed of it."""

    def __init__(self, text: str, exit_status: int) -> None:
        super().__init__(text)
        self.exit_status = exit_status


_UNITS = ("_ms", "_milliseconds", "_s", "_secs", "_seconds", "_min", "_minutes")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is ``word`` in another unit, or looks most like it; None when nothing comes close."""
    known = list(known)
    stem = _without_unit(word)
    in_other_units = [one for one in known if stem and stem in {_without_unit(one), one}]
    matches = in_other_units or get_close_matches(word, known, n=1, cutoff=0.6)
    return matches[0] if matches else None


def _without_unit(word: str) -> str:
    return next((word.removesuffix(unit) for unit in _UNITS if word.endswith(unit)), "")


def problem(
    what: str, *, where: str | None = None, expected: str | None = None, near: str | None = None, todo: str
) -> str:
    """The one form of all messages: ``where: what``, then expected / nearest / to do on lines of their own."""
    lines = [f"{where}: {what}" if where else what]
    for label, text in (("expected", expected), ("nearest", near), ("to do", todo)):
        if text:
            lines.append(f"  {label + ':':<10} {text}")
    return "\n".join(lines)

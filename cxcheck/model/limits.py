"""Limits of checks that somebody set: those in use just now, by check and name."""

from __future__ import annotations

from collections.abc import Mapping

Limits = Mapping[str, Mapping[str, float]]

_in_use: list[Limits] = []  # no context variable: Playwright's greenlets would not see it


def use(limits: Limits) -> None:
    """Judge with these for the rest of the process; none: as shipped."""
    _in_use[:] = [limits]


def set_for(check: str) -> Mapping[str, float]:
    """What was set for a check."""
    return _in_use[-1].get(check, {}) if _in_use else {}

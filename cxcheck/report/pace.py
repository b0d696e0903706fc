"""At which pace visits were walked, and what that hides."""

from __future__ import annotations

from collections.abc import Iterable

from cxcheck.model.pace import Pace
from cxcheck.model.run import JudgedVisit

_WALKED = {
    Pace.HUMAN: "human: reading, thinking, pointing and typing take what is predicted for the customer",
    Pace.BRISK: "brisk: everything in a quarter of the time a customer would take",
    Pace.ROBOT: "robot: no dwelling between gestures",
}
_LATE = "pop-ups that wait for a dwelling customer, sessions that expire, spinners that loop"
_HIDDEN = {
    Pace.HUMAN: "what comes only to customers who dwell longer than their task demands",
    Pace.BRISK: f"what takes more than a quarter of a customer's time to come ({_LATE}), "
    "and what shows as a pointer passes over it",
    Pace.ROBOT: f"{_LATE}, and what shows as a pointer passes over it",
}
_UNKNOWN = "not written down"


def walked(pace: Pace | None) -> str:
    """How fast; None: an old recording, which does not say."""
    return _UNKNOWN if pace is None else _WALKED[pace]


def hidden(pace: Pace | None) -> str:
    """What cannot be met at that pace."""
    return _UNKNOWN if pace is None else _HIDDEN[pace]


def pace_name(visits: Iterable[JudgedVisit]) -> str:
    """The pace of a whole run: its name, ``different``, or nothing where none is known, as of ordinary tests."""
    paces = _paces(visits)
    return "different" if len(paces) > 1 else "".join(paces)


def pace_line(visits: Iterable[JudgedVisit]) -> str:
    """One sentence for a whole run; empty where no pace is known."""
    paces = _paces(visits)
    if len(paces) > 1:
        return "Walked at different paces; each visit says at which, and what that hides"
    return "".join(f"Walked at {pace} pace. Not met: {hidden(pace)}" for pace in paces)


def _paces(visits: Iterable[JudgedVisit]) -> set[Pace]:
    return {visit.info.pace for visit in visits if visit.info.pace is not None}

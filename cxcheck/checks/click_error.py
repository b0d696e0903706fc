"""The customer presses something and an error comes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from cxcheck.checks.run import NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.gesture import Gesture, GestureKind, Gestures
from cxcheck.model.page import PageError, PageErrors, Screens

WITHIN_MS = 2_000
_SERVER_ERROR = 500
_SLACK_MS = 5  # two stamps of the browser for one moment may differ by this
_PRESSES = {GestureKind.CLICK, GestureKind.TAP}
_COMMAND_KEYS = {"Enter", "Space"}
_RESOURCES = {"document", "fetch", "xhr", "script"}
# The request itself tells of these, or nothing went wrong: a page may give up what it asked for, and a browser
# calls it an error when a page measures itself in rounds.
_NO_ERROR = ("failed to fetch", "aborted", "aborterror", "resizeobserver loop")

META = CheckMeta(
    id="click-error",
    attribute=Attribute.CERTAINTY,
    severity=Severity.SERIOUS,
    passes="Nothing the customer pressed ran into an error",
    fails="The customer pressed something and it ran into an error",
    why="What they asked for may or may not have been done; nobody orders twice to find out",
    remedy="Mend the error; where it can happen again, say what happened and offer to try once more",
    threshold="a script error, a failed request of the site's own or an answer of 500 and above, asked for within 2 s",
    source="Amplitude counts an error within 2 s of a press as an error click",
)


def check(gestures: Gestures, errors: PageErrors, screens: Screens) -> Iterator[Finding | NotApplicable]:
    """A finding for each press that an error followed before another document came."""
    presses = [gesture for gesture in gestures.items if _is_press(gesture)]
    if not presses:
        yield NotApplicable("nothing was pressed")
    pairs = [(press, error) for error in errors.items if (press := _cause(error, presses, screens)) and _counts(error)]
    for press, group in groupby(sorted(pairs, key=lambda pair: pair[0].t_ms), key=lambda pair: pair[0]):
        found = [error for _, error in group]
        again = any(p.t_ms > press.t_ms and p.target.selector == press.target.selector for p in presses)
        yield META.finding(
            press,
            f"Pressing {press.target.pressed} ran into an error: {_what(found[0])}.",
            value=len(found),
            unit="count",
            limit=0,
            confidence=Confidence.RULE,
            target=press.target,
            needless=(press.t_ms,) if again else (),
        )


def _is_press(gesture: Gesture) -> bool:
    command = gesture.kind is GestureKind.KEY and gesture.field_kind in _COMMAND_KEYS
    return gesture.trusted and (gesture.kind in _PRESSES or command)


def _counts(error: PageError) -> bool:
    if error.kind == "script":
        return not any(text in error.text.lower() for text in _NO_ERROR)
    return error.own and error.resource in _RESOURCES and (error.kind == "failed" or error.status >= _SERVER_ERROR)


def _cause(error: PageError, presses: Sequence[Gesture], screens: Screens) -> Gesture | None:
    """The last press before it, unless that was long ago or the document has changed since."""
    before = [p for p in presses if p.page == error.page and p.t_ms - _SLACK_MS <= error.began_ms]
    if not before or error.began_ms - before[-1].t_ms > WITHIN_MS:
        return None
    press = before[-1]
    came_since = any(
        screen.how == "document" and screen.page == error.page and press.t_ms < screen.t_ms <= error.began_ms
        for screen in screens.items
    )
    return None if came_since and error.resource != "document" else press


def _what(error: PageError) -> str:
    match error.kind:
        case "script":
            return f"“{error.text[:120].rstrip('.')}”"
        case "http":
            return f"the server answered {error.status}"
        case _:
            return "the server could not be reached"

"""What the customer does, for the player to draw: pointer, tap, keys, typing; and what the caption says meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cxcheck.model.base import Box
from cxcheck.model.event import Event
from cxcheck.model.gesture import PRESSES, Gesture, GestureKind
from cxcheck.model.run import JudgedVisit
from cxcheck.replay.clock import recorded, waits_of
from cxcheck.report.words import capital, clipped, plural

_LONGEST = 60  # characters of a name that is somebody else's
_WAITS_FROM_MS = 700.0  # our choice: shorter waits are over before they could be told
_VERBS = {
    GestureKind.FIELD: "types into",
    GestureKind.CHOICE: "chooses in",
    GestureKind.TICK: "ticks",
    GestureKind.KEY: "presses",
    GestureKind.SCROLL: "scrolls",
    GestureKind.BACK: "goes back",
}
_PRESSED = {"mouse": "clicks", "touch": "taps", "keyboard": "presses"}


@dataclass(frozen=True)
class Act:
    """A gesture: where it was aimed, and what to draw. ``text`` is the key, or how much was typed, never what."""

    t_ms: float
    kind: GestureKind
    box: Box | None
    text: str = ""


@dataclass(frozen=True)
class Caption:
    """From this moment on it says so."""

    t_ms: float
    text: str


def acts(visit: JudgedVisit) -> list[Act]:
    """Those that the customer made, in order."""
    done = recorded(visit.artifacts.gestures)
    return [Act(one.t_ms, one.kind, one.target.box, _drawn(one)) for one in (done.items if done else ()) if one.trusted]


def captions(visit: JudgedVisit, events: Sequence[Event], name: str) -> list[Caption]:
    """In order; each stands until the next."""
    done = recorded(visit.artifacts.gestures)
    verb = _PRESSED[visit.info.persona.hands.input]
    found = [Caption(one.t_ms, said) for one in (done.items if done else ()) if (said := _said(one, name, verb))]
    found += _of_waits(visit, name)
    found += _of_popups(visit)
    found += [
        Caption(event.t_ms, "Another tab opens")
        for event in events
        if event.kind == "page/opened" and not event.data.get("first")
    ]
    return sorted(found, key=lambda one: one.t_ms)


def _drawn(gesture: Gesture) -> str:
    if gesture.kind is GestureKind.FIELD:
        return _typed(gesture)
    return gesture.field_kind if gesture.kind is GestureKind.KEY else ""


def _typed(gesture: Gesture) -> str:
    """How much; of a password not even that."""
    return "" if gesture.field_kind == "password" else plural(gesture.characters, "character")


def _said(gesture: Gesture, name: str, pressed: str) -> str:
    """In a sentence without its full stop; empty: it was no customer's."""
    if not gesture.trusted:
        return ""
    verb = pressed if gesture.kind in PRESSES else _VERBS.get(gesture.kind, "")
    aim = f"“{clipped(gesture.target.name or gesture.target.role or 'something', _LONGEST)}”"
    match gesture.kind:
        case GestureKind.FIELD:
            return ": ".join(filter(None, (f"{name} {verb} {aim}", _typed(gesture))))
        case GestureKind.KEY:
            on = f" on {aim}" if gesture.field_kind in {"Enter", "Space"} else ""
            return f"{name} {verb} {gesture.field_kind}{on}"
        case GestureKind.SWITCH:
            return f"{name} {'goes to the mailbox' if gesture.field_kind == 'mailbox' else 'comes back to the site'}"
        case GestureKind.SCROLL | GestureKind.BACK:
            return f"{name} {verb}"
        case _:
            return f"{name} {verb} {aim}"


def _of_waits(visit: JudgedVisit, name: str) -> Iterator[Caption]:
    for wait in waits_of(visit):
        if wait.duration_ms < _WAITS_FROM_MS:
            continue
        what = "the e-mail" if wait.what == "mail" else "the page"
        if wait.what == "press" and wait.answer_ms is None:
            yield Caption(wait.from_ms + _WAITS_FROM_MS / 2, f"{name} waits for an answer. Nothing happens")
        else:
            yield Caption(wait.from_ms + _WAITS_FROM_MS / 2, f"{name} waits for {what}")


def _of_popups(visit: JudgedVisit) -> Iterator[Caption]:
    popups = recorded(visit.artifacts.popups)
    for popup in popups.unasked if popups else ():
        called = popup.called if not popup.title else f"{popup.called.partition(' (“')[0]}: “{popup.title}”"
        article = "an" if called[:1] in "aeiou" else "a"
        yield Caption(popup.t_ms, clipped(capital(f"{article} {called}"), 2 * _LONGEST))

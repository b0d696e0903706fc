"""What the customer tried to be rid of an overlay, and whether it worked."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from cxcheck.artifacts.popup_buttons import Meaning, meaning
from cxcheck.artifacts.popup_ending import WORKS_WITHIN_MS, with_its_page
from cxcheck.model.popup import Attempt, Way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.event import Event
    from cxcheck.model.popup import Popup

_SAME_MS = 50  # a key or press may be stamped so much before the customer's own note of it
_PRESSING_KEYS = {"Enter", "Space", "Escape"}
_NOTES = {"popup/closing", "popup/stays"}
_WAYS = {
    Meaning.CLOSE: Way.CLOSE,
    Meaning.REJECT: Way.REFUSE,
    Meaning.DECLINE: Way.REFUSE,
    Meaning.SAVE: Way.REFUSE,
    Meaning.ACCEPT: Way.ACCEPT,
    Meaning.ACKNOWLEDGE: Way.CLOSE,
}


def attempts(popup: Popup, key: str, events: Sequence[Event]) -> tuple[Attempt, ...]:
    """In order of time: those the customer noted (``popup/closing``), and the same done by a plain script."""
    until_ms = inf if popup.gone_ms is None else popup.gone_ms
    standing = [event for event in events if popup.t_ms <= event.t_ms <= until_ms]
    noted = [event for event in standing if event.kind == "popup/closing" and event.data["id"] == key]
    tried = [(event.t_ms, _noted_way(event), str(event.data.get("control", ""))) for event in noted]
    done_ms = {event.t_ms: _done_ms(event, key, popup, standing) for event in noted}
    for event in standing:
        way = _done_way(event, key, popup, events)
        if way is not None and not _is_noted(event, noted, key, standing):
            tried.append((event.t_ms, *way))
    tried.sort(key=lambda one: one[0])
    works_ms = inf if with_its_page(popup, key, events) else until_ms
    nexts = [*(t_ms for t_ms, *_ in tried[1:]), inf]  # the last one's is not there
    return tuple(
        Attempt(
            t_ms=t_ms,
            way=way,
            control=control,
            worked=works_ms < min(next_ms, done_ms.get(t_ms, t_ms) + WORKS_WITHIN_MS, _stays_ms(key, t_ms, standing)),
        )
        for (t_ms, way, control), next_ms in zip(tried, nexts, strict=False)
    )


def _stays_ms(key: str, t_ms: float, standing: Sequence[Event]) -> float:
    """When the customer saw that it had not helped: what takes it away later, such as another page, is no success."""
    return next((e.t_ms for e in standing if e.kind == "popup/stays" and e.data["id"] == key and e.t_ms >= t_ms), inf)


def _done_ms(noted: Event, key: str, popup: Popup, standing: Sequence[Event]) -> float:
    """When the customer did what they noted: they think about it, and go there, before they press."""
    done = (
        event.t_ms for event in standing
        if event.t_ms >= noted.t_ms and (
            (event.kind == "gesture/pressed" and event.data["trusted"] and event.data["target"].get("popup") == key)
            or (event.kind == "gesture/key" and event.page == popup.page and event.data["key"] in _PRESSING_KEYS)
        )
    )  # fmt: skip
    return next(done, noted.t_ms)


def _noted_way(closing: Event) -> Way:
    control, said = str(closing.data.get("control", "")), closing.data.get("way")
    if said in set(Way):
        return Way(said)
    return Way.ESCAPE if control == "Escape" else _WAYS.get(meaning(control) or Meaning.CLOSE, Way.CLOSE)


def _done_way(event: Event, key: str, popup: Popup, events: Sequence[Event]) -> tuple[Way, str] | None:
    """The way that a gesture is, with the control's name; None: it is none."""
    if event.kind == "gesture/key" and event.data["key"] == "Escape" and event.page == popup.page:
        return (Way.ESCAPE, "") if _is_on_top(key, event, events) else None
    if event.kind != "gesture/pressed" or not event.data["trusted"] or event.data["target"].get("popup") != key:
        return None
    target = event.data["target"]
    name, offered = str(target.get("name", "")), popup.close
    meant = meaning(name)
    way = _WAYS.get(meant) if meant else None
    if way is None and offered is not None and offered.selector == target.get("selector"):
        way = Way.CLOSE
    if way is None and not target.get("role") and not target.get("clickable") and _goes_soon(popup, event):
        way, name = Way.BACKDROP, ""  # a press on the overlay itself; one that does nothing may have been for reading
    return None if way is None else (way, name)


def _goes_soon(popup: Popup, event: Event) -> bool:
    return popup.gone_ms is not None and popup.gone_ms - event.t_ms <= WORKS_WITHIN_MS


def _is_on_top(key: str, event: Event, events: Sequence[Event]) -> bool:
    """Whether no other overlay had come after it and was still there: Escape is for the one on top."""
    top: list[str] = []
    for other in events:
        if other.t_ms > event.t_ms or other.page != event.page:
            continue
        if other.kind == "popup/appeared":
            top.append(str(other.data["id"]))
        elif other.kind == "popup/gone" and other.data["id"] in top:
            top.remove(str(other.data["id"]))
        elif other.kind == "screen/document":
            top.clear()
    return bool(top) and top[-1] == key


def _is_noted(event: Event, noted: Sequence[Event], key: str, standing: Sequence[Event]) -> bool:
    """Whether it is what the customer noted before doing it: until the overlay stays, or the next note."""
    for closing in noted:
        ends = (
            other.t_ms for other in standing
            if other.kind in _NOTES and other.seq > closing.seq and other.data["id"] == key
        )  # fmt: skip
        if closing.t_ms - _SAME_MS <= event.t_ms <= next(ends, inf):
            return True
    return False

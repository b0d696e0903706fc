"""Overlays, dialogs and windows: what each was, how long it stood, what closed it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxcheck.artifacts import popup_beside, popup_facts, popup_frame
from cxcheck.artifacts.popup_kind import kind_of
from cxcheck.model.artifact import NotRecorded, Timeline
from cxcheck.model.base import Box
from cxcheck.model.popup import Popup, Popups
from cxcheck.model.reading import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.event import Event
    from cxcheck.model.page import Screens

# At most a quarter of the page can still be reached (the pop-up benchmark's definition of "blocking").
BLOCKS_FROM_RATIO = 0.75
# What an overlay shows so soon after it came up belongs to how it came up. Our choice.
_SETTLES_MS = 2_000


def build(found: Sequence[tuple[str, Popup]], events: Sequence[Event], screens: Screens) -> Popups | NotRecorded:
    """The table, from what was ``numbered``."""
    appeared = [event for event in events if event.kind == "popup/appeared"]
    return Popups(
        items=tuple(popup_facts.complete(found, events, screens)),
        offers_known=not appeared or any("choices" in event.data for event in appeared),
    )


def numbers(found: Sequence[tuple[str, Popup]]) -> dict[str, int]:
    """The number of each pop-up by its probe's id; what was asked for is part of the journey, and left out."""
    return {key: popup.id for key, popup in found if key and not popup.asked_for}


def numbered(events: Sequence[Event], timeline: Timeline) -> list[tuple[str, Popup]]:
    """Each pop-up in order of appearance, with its probe's id; what comes up beside the page has none."""
    found: list[tuple[str, Popup]] = []
    inside = popup_frame.in_overlays(events)
    for event in events:
        step = timeline.step_at(event.t_ms)
        if event.kind == "popup/appeared":
            if event.data["id"] in inside:
                continue
            key = str(event.data["id"])
            found.append((key, _overlay(event, key, len(found) + 1, step, events)))
        elif (beside := popup_beside.popup(event, len(found) + 1, step, events)) is not None:
            found.append(("", beside))
    return found


def _overlay(event: Event, key: str, number: int, step: int, events: Sequence[Event]) -> Popup:
    data = _settled(event, key, events)
    text = str(data["text"])
    closing = [e for e in events if e.kind == "popup/closing" and e.data["id"] == key]
    presses = [e.t_ms for e in events if e.kind == "gesture/pressed" and e.data["target"].get("popup") == key]
    cover = float(data["cover_ratio"])
    counted = Text.of(text)
    return Popup(
        id=number,
        t_ms=event.t_ms,
        step=step,
        page=event.page,
        kind=kind_of(data),
        title=str(data["title"]),
        box=Box.model_validate(data["box"]),
        cover_ratio=cover,
        blocks=bool(data.get("blocks", cover >= BLOCKS_FROM_RATIO or data["modal"])),
        modal=bool(data["modal"]),
        at_once=int(data.get("at_once", 1)),
        asks_for_email="email" in data["fields"],
        asked_for=bool(data["asked_for"]),
        words=counted.words,
        characters=counted.characters,
        gone_ms=_gone(event, key, events),
        in_the_way=tuple(e.t_ms for e in closing),
        close_control=str(closing[-1].data["control"] or closing[-1].data.get("way", "")) if closing else "",
        had_to_agree=bool(closing and closing[-1].data.get("agrees")),
        close_press_ms=presses[-1] if presses else (closing[-1].t_ms if closing else None),
    )


def _settled(event: Event, key: str, events: Sequence[Event]) -> dict[str, Any]:
    """What it showed once it had come up, and what its frame did."""
    data = dict(event.data)
    for other in events:
        if other.kind == "popup/changed" and other.data["id"] == key and other.t_ms - event.t_ms <= _SETTLES_MS:
            data |= other.data
    return data | popup_frame.said(event, data, events)


def _gone(event: Event, key: str, events: Sequence[Event]) -> float | None:
    """When the overlay went, or the document under it."""
    for other in events:
        if other.t_ms < event.t_ms:
            continue
        if other.kind == "popup/gone" and other.data["id"] == key:
            return other.t_ms
        if other.kind == "screen/document" and other.page == event.page:
            return other.t_ms
    return None

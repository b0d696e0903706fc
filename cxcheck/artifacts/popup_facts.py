"""What else is to be known of each pop-up: how it went, what it offered, what stood there with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cxcheck import lexicon
from cxcheck.artifacts.activation import is_press
from cxcheck.artifacts.popup_attempts import attempts
from cxcheck.artifacts.popup_close import close_control
from cxcheck.artifacts.popup_consent import Layer, consent
from cxcheck.artifacts.popup_covers import in_the_way
from cxcheck.artifacts.popup_ending import ending
from cxcheck.model.popup import Ending, Popup, PopupKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.event import Event
    from cxcheck.model.page import Screens

_BESIDE = {PopupKind.WINDOW, PopupKind.PERMISSION}  # nothing of theirs lies over the page
_LED_WITHIN_MS = 1_000  # RAIL: longer than a second after it, nobody connects an effect with their act


def complete(found: Sequence[tuple[str, Popup]], events: Sequence[Event], screens: Screens) -> list[Popup]:
    """The pop-ups, each with its probe's id ("" for what is no overlay), in order of appearance."""
    done: list[Popup] = []
    said: list[str] = []  # by each of those done
    for key, popup in found:
        facts: dict[str, Any] = {
            "screen": _screen(popup, screens),
            "at_once": max(popup.at_once, sum(_stands(other, popup) for _, other in found)),
        }
        said.append(_words(_text(key, events)) if key else "")
        if key:
            facts |= _of_overlay(popup, key, events)
            twins = (
                other for other, text in zip(done, said, strict=False) if text == said[-1] != "" and _closed(other)
            )
            facts["came_back"] = None if popup.asked_for else next((twin.id for twin in twins), None)
        done.append(popup.model_copy(update=facts))
    return done


def _of_overlay(popup: Popup, key: str, events: Sequence[Event]) -> dict[str, Any]:
    states = [e for e in events if e.kind in {"popup/appeared", "popup/changed"} and e.data["id"] == key]
    offers = [event.data for event in states]
    popup = popup.model_copy(update={"close": close_control(offers)})
    popup = popup.model_copy(update={"attempts": attempts(popup, key, events)})
    worked = [attempt for attempt in popup.attempts if attempt.worked]
    facts: dict[str, Any] = {
        "close": popup.close,
        "attempts": popup.attempts,
        "ending": ending(popup, key, events),
        "in_the_way": in_the_way(popup, events),
        "buttons": popup.buttons or tuple(map(str, offers[0].get("controls", ()))),
    }
    if popup.close_press_ms is None and worked:
        facts |= {"close_control": worked[-1].control or worked[-1].way.value, "close_press_ms": worked[-1].t_ms}
    if popup.kind is PopupKind.CONSENT:
        facts["consent"] = consent(*_layers(popup, key, events))
    return facts


def _layers(popup: Popup, key: str, events: Sequence[Event]) -> tuple[list[Layer], list[str]]:
    """The states of a consent question, and what was pressed in it.

    An overlay that a press in it opened is a later layer of the same question.
    """
    keys, layers, pressed = {key}, [], []
    last_ms = float("-inf")
    for event in events:
        if event.t_ms < popup.t_ms or event.page != popup.page:
            continue
        if event.kind == "screen/document":
            break
        ticked = event.kind == "gesture/ticked" and event.data.get("keys")  # by a pointer it is a press as well
        if (ticked or is_press(event)) and event.data["target"].get("popup") in keys:
            pressed.append(str(event.data["target"].get("name", "")))
            last_ms = event.t_ms
        elif event.kind == "popup/appeared" and event.t_ms - last_ms <= _LED_WITHIN_MS and event.data["asked_for"]:
            keys.add(str(event.data["id"]))
        if event.kind in {"popup/appeared", "popup/changed"} and event.data["id"] in keys:
            layers.append(Layer(event.data.get("choices", ()), len(pressed)))
    return layers, pressed


def _stands(other: Popup, popup: Popup) -> bool:
    """Whether it stood there when this one came, or is this one."""
    if other.id == popup.id:
        return True
    over = {other.kind, popup.kind}.isdisjoint(_BESIDE) and other.page == popup.page
    return over and other.t_ms <= popup.t_ms and (other.gone_ms is None or other.gone_ms > popup.t_ms)


def _closed(popup: Popup) -> bool:
    return popup.ending is Ending.CUSTOMER


def _screen(popup: Popup, screens: Screens) -> int:
    shown = enumerate(screens.items, start=1)
    return max((n for n, screen in shown if screen.page == popup.page and screen.t_ms <= popup.t_ms), default=0)


def _text(key: str, events: Sequence[Event]) -> str:
    return next(str(e.data["text"]) for e in events if e.kind == "popup/appeared" and e.data["id"] == key)


def _words(text: str) -> str:
    """What it says, however it is set and whatever is counted down in it."""
    return " ".join(re.sub(r"\d+", " ", lexicon.normal(text)).split())

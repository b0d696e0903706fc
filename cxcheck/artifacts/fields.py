"""The forms that the customer used, and what each of their fields was like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from cxcheck.artifacts.pages import screen_at
from cxcheck.lexicon.kinds import field_kind
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.form import Form, FormField, Forms
from cxcheck.model.gesture import GestureKind, Gestures

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxcheck.model.artifact import Timeline
    from cxcheck.model.event import Event
    from cxcheck.model.page import Screen, Screens

_FILLING = {GestureKind.FIELD, GestureKind.CHOICE, GestureKind.TICK}
_BY_US = {"form", "index", "used", "what"}


def build(
    events: Sequence[Event],
    timeline: Timeline,
    screens: Screens,
    gestures: Gestures | NotRecorded,
    popup_numbers: Mapping[str, int],
) -> Forms:
    """One row for each form on each screen; a form that came to ask for more has all of it."""
    met: dict[tuple[int, int, str], list[Event]] = {}
    for event in events:
        if event.kind == "form/met" and event.data.get("popup") not in popup_numbers:
            met.setdefault((event.page, screen_at(screens, event), str(event.data["form"])), []).append(event)
    made = () if isinstance(gestures, NotRecorded) else gestures.items
    found = []
    for number, ((page, screen, selector), told) in enumerate(met.items()):
        shown = screens.items[screen - 1] if screen else None
        leaves = [other.t_ms for other in screens.items[screen:] if other.page == page and other.how == "document"]
        used = {
            gesture.target.selector
            for gesture in made
            if gesture.kind in _FILLING
            and gesture.page == page
            and (shown.t_ms if shown else 0) <= gesture.t_ms <= min(leaves, default=timeline.end_ms)
        }
        language = shown.language if shown else ""
        found.append(
            Form(
                t_ms=told[0].t_ms,
                step=timeline.step_at(told[0].t_ms),
                page=page,
                screen=screen,
                selector=selector,
                place=_place(shown),
                language=language,
                fields=_fields(told, number, used, language),
                buttons=tuple(map(str, told[-1].data["buttons"])),
            )
        )
    return Forms(items=tuple(found))


def _place(screen: Screen | None) -> str:
    split = urlsplit(screen.url) if screen else None
    return f"{split.netloc}{split.path}" if split else ""


def _fields(told: Sequence[Event], form: int, used: set[str], language: str) -> tuple[FormField, ...]:
    """Each as it was first told of."""
    raw: dict[str, dict[str, Any]] = {}
    for event in told:
        for one in event.data["fields"]:
            raw.setdefault(str(one["selector"]), one)
    known = FormField.model_fields.keys() - _BY_US
    fields = [
        FormField.model_validate(
            {name: value for name, value in one.items() if name in known}
            | {"index": index, "form": form, "used": selector in used}
        )
        for index, (selector, one) in enumerate(raw.items())
    ]
    spoken = (language,) if language else ()
    return tuple(field.model_copy(update={"what": field_kind(field, fields, spoken)}) for field in fields)

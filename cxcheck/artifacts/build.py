"""All tables of a visit from its events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.artifacts import gestures, mails, pages, pictures, popups, timeline, waits
from cxcheck.model.artifact import Artifacts, NotRecorded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.event import Event


# What a probe that a browser does not support leaves unknown.
_FEEDS = {"changes": "waits", "screens": "waits", "dialogs": "popups"}


def build(events: Sequence[Event]) -> Artifacts:
    """Sorted by when things happened, not by when we heard of them."""
    ordered = sorted(events, key=lambda event: (event.t_ms, event.seq))
    unsupported = {
        str(event.data["probe"]): str(event.data["reason"]) for event in events if event.kind == "probe/unsupported"
    }
    nothing = NotRecorded(reason="the visit was cut off before anything was recorded")
    line = timeline.build(sorted(events, key=lambda event: event.seq))
    if not any(event.kind == "visit/began" for event in events):
        return Artifacts(
            timeline=line, screens=nothing, gestures=nothing, waits=nothing, popups=nothing, requests=nothing,
            errors=nothing, mails=nothing, pictures=nothing, searches=nothing, unsupported=unsupported,
        )  # fmt: skip
    numbers = popups.numbers(ordered, line)
    made = gestures.build(ordered, line, numbers)
    awaited = mails.build(ordered, line, made)
    missing = {
        table: NotRecorded(reason=f"{unsupported[probe]} ({probe})")
        for probe, table in _FEEDS.items()
        if probe in unsupported
    }
    tables = Artifacts(
        timeline=line,
        screens=pages.screens(ordered, line),
        gestures=made,
        waits=waits.build(ordered, line, made, awaited),
        popups=popups.build(ordered, line),
        requests=pages.requests(ordered, line),
        errors=pages.errors(ordered, line),
        mails=awaited,
        pictures=pictures.pictures(ordered, numbers),
        searches=pictures.searches(ordered, line),
        unsupported=unsupported,
    )
    return tables.model_copy(update=missing)

"""All tables of a visit from its events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from cxcheck.artifacts import (
    again,
    aims,
    bars,
    contacts,
    errors,
    fields,
    fits,
    forms,
    freezes,
    gestures,
    machine,
    mails,
    media,
    pages,
    pictures,
    popup_gestures,
    popups,
    reading,
    searches,
    settled,
    shifts,
    signs,
    speeches,
    till,
    timeline,
    unreached,
    vitals,
    waits,
)
from cxcheck.model.artifact import Artifacts, NotRecorded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cxcheck.model.event import Event

Table = TypeVar("Table")

# What a probe that a browser does not support, or that was not there yet, leaves unknown.
_FEEDS = {
    "changes": "waits", "screens": "waits", "paints": "waits", "dialogs": "popups", "shifts": "shifts",
    "settled": "settled", "longframes": "freezes",
}  # fmt: skip
# Probes that came later than the first recordings; ``visit/began`` names those that were there
# (interactions came together with paints, a part of screens before, and longframes).
_LATER = {
    "shifts": "shifts", "settled": "settled", "interactions": "vitals", "longframes": "freezes",
    "media": "playings", "bars": "bars", "fits": "fits", "speaks": "speeches", "contacts": "contacts",
    "fields": "forms", "targets": "tiny_targets", "again": "repeatables",
}  # fmt: skip


# What nothing is known of when the probes could not be in any page.
_SEEN_IN_PAGES = (
    "screens", "gestures", "waits", "popups", "errors", "fillings", "refusals", "shifts", "settled", "readings",
    "playings", "bars", "fits", "speeches", "contacts", "forms", "tiny_targets", "freezes", "repeatables",
)  # fmt: skip
_TIMED = ("waits", "shifts", "vitals", "freezes")  # what cannot be told by a clock that was set
_UNSEEN = NotRecorded(reason="nobody could look into its pages: their scripts may have been switched off")
_SHOWN = 200, 400  # from and below: answers of HTTP that show what was asked for


def _is_blind(events: Sequence[Event]) -> bool:
    """Whether documents came and none told of itself."""
    told = any(event.kind in {"screen/document", "screen/kept"} for event in events)
    return not told and any(
        event.kind == "request/ended" and event.data["is_document"] and _SHOWN[0] <= event.data["status"] < _SHOWN[1]
        for event in events
    )


def _if_it_makes_sense(build_one: Callable[..., Table], *given: Any) -> Table | NotRecorded:
    """One table; not recorded where an event has not what its kind has: a page may tell lies in the probes' name."""
    try:
        return build_one(*given)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        return NotRecorded(reason=f"a page told what makes no sense ({type(error).__name__})")


def build(events: Sequence[Event]) -> Artifacts:
    """Sorted by when things happened, not by when we heard of them."""
    ordered = sorted(events, key=lambda event: (event.t_ms, event.seq))
    unsupported = {
        str(event.data["probe"]): str(event.data["reason"]) for event in events if event.kind == "probe/unsupported"
    }
    line = timeline.build(sorted(events, key=lambda event: event.seq))
    began = next((event for event in events if event.kind == "visit/began"), None)
    if began is None:
        nothing = NotRecorded(reason="the visit was cut off before anything was recorded")
        tables = Artifacts.model_fields.keys() - {"timeline", "machine", "unsupported"}
        return Artifacts.model_validate(
            {"timeline": line, "unsupported": unsupported, **dict.fromkeys(tables, nothing)}
        )
    missing = {
        table: NotRecorded(reason="recorded by a cxcheck that did not look at this yet")
        for probe, table in _LATER.items()
        if probe not in began.data.get("probes", ())
    }
    missing |= {
        table: NotRecorded(reason=f"{unsupported[probe]} ({probe})")
        for probe, table in _FEEDS.items()
        if probe in unsupported
    }
    missing |= dict.fromkeys(_SEEN_IN_PAGES, _UNSEEN) if _is_blind(events) else {}
    missing |= dict.fromkeys(_TIMED, NotRecorded(reason=unsupported["clock"])) if "clock" in unsupported else {}
    if "settled" in missing:
        missing["readings"] = missing["settled"]
    came = popups.numbered(ordered, line)
    numbers = popups.numbers(came)
    seen = pages.screens(ordered, line)
    shown = popups.build(came, ordered, seen)
    inside = popup_gestures.with_layers(numbers, ordered)
    made = popup_gestures.with_escapes(gestures.build(ordered, line, inside), shown)
    awaited = mails.build(ordered, line, made)
    stood = settled.build(ordered, line, seen)
    moved = missing.get("shifts") or shifts.build(ordered, line, seen)
    filled = forms.fillings(ordered, line, seen, made)
    built = Artifacts(
        timeline=line,
        screens=seen,
        gestures=made,
        waits=waits.build(ordered, line, made, awaited),
        popups=shown,
        requests=pages.requests(ordered, line),
        errors=errors.build(ordered, line, seen),
        mails=awaited,
        pictures=pictures.pictures(ordered, line, numbers, shown),
        searches=searches.build(ordered, line),
        fillings=filled,
        refusals=forms.refusals(ordered, line, filled),
        identifications=till.identifications(ordered, line),
        totals=till.totals(ordered, line),
        shifts=moved,
        settled=stood,
        unreachables=unreached.build(ordered, line, numbers),
        readings=reading.build(ordered, line, seen, made, stood),
        playings=_if_it_makes_sense(media.build, ordered, line),
        bars=_if_it_makes_sense(bars.build, ordered, line, seen),
        signs=signs.build(ordered, line),
        fits=_if_it_makes_sense(fits.build, ordered, line, seen),
        speeches=_if_it_makes_sense(speeches.build, ordered, line, seen),
        contacts=_if_it_makes_sense(contacts.build, ordered, line, seen, shown),
        tiny_targets=_if_it_makes_sense(aims.build, ordered, line, numbers),
        repeatables=_if_it_makes_sense(again.build, ordered, line, numbers),
        forms=_if_it_makes_sense(fields.build, ordered, line, seen, made, numbers),
        vitals=vitals.build(ordered, seen, moved, unsupported),
        freezes=freezes.build(ordered, line, seen),
        machine=machine.build(ordered),
        unsupported=unsupported,
    )
    return built.model_copy(update=missing)

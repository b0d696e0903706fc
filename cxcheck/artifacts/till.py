"""What the till asked and told, as the customer's verbs tell; plain Playwright calls do not."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cxcheck.model.artifact import NotRecorded, Timeline
from cxcheck.model.till import DeliveryChosen, Identifications, Identified, Total, Totals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.event import Event

_UNTOLD = NotRecorded(reason="the journey was walked by plain Playwright calls, which do not say what it was about")


def _told(events: Sequence[Event]) -> bool:
    """Whether the customer's verbs were used, or nothing was done at all."""
    kinds = {event.kind for event in events}
    return any(kind.startswith("customer/") for kind in kinds) or not kinds & {"gesture/pressed", "gesture/typed"}


def identifications(events: Sequence[Event], timeline: Timeline) -> Identifications | NotRecorded:
    """Each time the till asked who the customer is."""
    if not _told(events):
        return _UNTOLD
    return Identifications(
        items=tuple(
            Identified(t_ms=event.t_ms, step=timeline.step_at(event.t_ms), how=event.data["how"])
            for event in events
            if event.kind == "customer/identified"
        )
    )


def totals(events: Sequence[Event], timeline: Timeline) -> Totals | NotRecorded:
    """Each total read, and each price of a delivery."""
    if not _told(events):
        return _UNTOLD
    return Totals(
        items=tuple(
            Total(
                t_ms=event.t_ms,
                step=timeline.step_at(event.t_ms),
                amount=Decimal(str(event.data["amount"])),
                currency=str(event.data["currency"]),
                label=str(event.data.get("label", "")),
                delivery_said=bool(event.data["delivery_said"]),
                delivery=None if event.data.get("delivery") is None else Decimal(str(event.data["delivery"])),
                place=event.data["place"],
            )
            for event in events
            if event.kind == "customer/read-total"
        ),
        deliveries=tuple(
            DeliveryChosen(t_ms=event.t_ms, cost=Decimal(str(event.data["cost"])))
            for event in events
            if event.kind == "customer/read-delivery"
        ),
    )

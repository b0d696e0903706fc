"""The total rises on the way to paying, and nothing had said so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from cxcheck.checks.run import NotApplicable, NotMeasured
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.till import Total, Totals

_PLACES = {"basket": "in the basket", "checkout": "at the till", "review": "on the last page"}

META = CheckMeta(
    id="surprise-cost",
    attribute=Attribute.CERTAINTY,
    severity=Severity.CRITICAL,
    passes="The customer paid what they had been told",
    fails="The total rose, and no page with a total on it had said so before",
    why="Unexpected costs are the reason most often given for leaving a full basket; those who stay feel cheated",
    remedy="Show every cost in the basket already, or say there what will be added and how much at most",
    threshold="any rise of the total beyond the delivery that an earlier page spoke of; serious, not critical, where "
    "it is the price of the delivery that the customer then chose",
    source="Baymard, survey of 2024: 48 % left because of extra costs; the threshold is our choice",
)


def check(totals: Totals) -> Iterator[Finding | NotApplicable | NotMeasured]:
    """A finding for the first rise that nothing explains.

    Delivery that was spoken of before explains one rise, and where its price is named no higher one.
    """
    read = _from_the_last_basket(totals.items)
    if not read:
        yield NotApplicable("no total was read on this journey")
        return
    if len(read) == 1:
        yield NotMeasured("the total was read only once")
        return
    if len({total.currency for total in read}) > 1:
        yield NotMeasured("the totals were in different currencies")
        return
    known, announced, explained = read[0], read[0].delivery_said, False
    for index, total in enumerate(read[1:], start=2):
        if total.amount > known.amount:
            if explained or not announced or total.amount - known.amount > _delivery(read[:index]):
                yield _finding(known, total, totals)
                return
            known, explained = total, True  # delivery is in the total now: it explains no further rise
        announced = announced or total.delivery_said


def _delivery(read: Sequence[Total]) -> Decimal:
    """The highest price of delivery named so far; without limit when none was."""
    return max((total.delivery for total in read if total.delivery is not None), default=Decimal("Infinity"))


def _from_the_last_basket(totals: Sequence[Total]) -> Sequence[Total]:
    """Until they leave the basket, it is the customer who makes the total rise."""
    baskets = [index for index, total in enumerate(totals) if total.place == "basket"]
    return totals[baskets[-1] :] if baskets else totals


def _finding(known: Total, risen: Total, totals: Totals) -> Finding:
    """Late, where the rise is what a delivery cost that was chosen in between; else out of nowhere."""
    rise = risen.amount - known.amount
    late = any(known.t_ms < chosen.t_ms < risen.t_ms and chosen.cost == rise for chosen in totals.deliveries)
    said = (
        "that delivery is not in it was first said where the customer chose one"
        if late
        else "no page with a total on it had said so before"
    )
    return META.finding(
        risen,
        f"The total rose from {known.money} to {risen.money} {_PLACES[risen.place]}, and {said}.",
        severity=Severity.SERIOUS if late else META.severity,
        value=float(risen.amount),
        unit="money",
        limit=float(known.amount),
        confidence=Confidence.RULE,
    )

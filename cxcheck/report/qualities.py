"""What a customer sees of the site: the nine attributes over all visits, journey by journey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from cxcheck.model.finding import Attribute
from cxcheck.report.matrix import by_journey
from cxcheck.report.svg import Bar, bar
from cxcheck.report.tiers import MEANS, TIERS
from cxcheck.report.visit_view import VisitView
from cxcheck.report.words import spread
from cxcheck.score.attributes import grade

MOST_JOURNEYS = 4  # our choice: more columns than these are told as one


@dataclass(frozen=True)
class Quality:
    """The median of an attribute's scores, and their range where they differ; empty ``score``: not measured."""

    score: str
    range: str
    bar: Bar


@dataclass(frozen=True)
class Tier:
    """``rows`` are attributes, each with a quality for each column."""

    name: str
    means: str
    rows: tuple[tuple[str, tuple[Quality, ...]], ...]


@dataclass(frozen=True)
class Qualities:
    """Scores of 100; ``columns`` are journeys, or all of them together."""

    columns: tuple[str, ...]
    tiers: tuple[Tier, ...]


def qualities(views: Sequence[VisitView]) -> Qualities:
    """Journey by journey; of many journeys, all together."""
    columns = [(found[0].visit.info.journey.title, found) for found in by_journey(views)]
    if len(columns) > MOST_JOURNEYS:
        columns = [("All journeys", list(views))]
    return Qualities(
        tuple(title for title, _ in columns),
        tuple(
            Tier(
                name,
                MEANS[name],
                tuple((one.value, tuple(_quality(one, found) for _, found in columns)) for one in attributes),
            )
            for name, attributes in TIERS.items()
        ),
    )


def _quality(attribute: Attribute, views: Sequence[VisitView]) -> Quality:
    given = [one.score for view in views for one in view.visit.scorecard.attributes if one.attribute is attribute]
    scores = [score for score in given if score is not None]
    if not scores:
        return Quality("", "", bar({}, 100, ""))
    low, middle, high = f"{min(scores):.0f}", median(scores), f"{max(scores):.0f}"
    drawn = bar({f"grade-{(grade(middle) or '').lower()}": middle}, 100, "")
    return Quality(f"{middle:.0f}", spread(low, high) if low != high else "", drawn)

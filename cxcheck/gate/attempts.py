"""A test that failed may be tried again (pytest-rerunfailures): the last attempt counts, the others are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cxcheck.model.run import JudgedVisit, VisitInfo


def last_attempts(visits: Sequence[JudgedVisit]) -> tuple[JudgedVisit, ...]:
    """The visits that count, in the order given, each with the attempts before it."""
    before = superseded(visit.info for visit in visits)
    counted = (visit for visit in visits if visit.info.id not in before)
    return tuple(
        visit.model_copy(update={"earlier": _before(visit, visits)}) if visit.info.attempt > 1 else visit
        for visit in counted
    )


def superseded(infos: Iterable[VisitInfo]) -> frozenset[str]:
    """Ids of the visits after which the same test was tried again; an old recording does not name its test."""
    known = [info for info in infos if info.node]
    last: dict[str, int] = {}
    for info in known:
        last[info.node] = max(info.attempt, last.get(info.node, 0))
    return frozenset(info.id for info in known if info.attempt < last[info.node])


def _before(last: JudgedVisit, visits: Sequence[JudgedVisit]) -> tuple[JudgedVisit, ...]:
    same = (one for one in visits if one.info.node == last.info.node and one.info.attempt < last.info.attempt)
    return tuple(sorted(same, key=lambda one: one.info.attempt))

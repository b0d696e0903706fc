"""The gate's word on each journey as one customer walked it, over all repeats, and on the run."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cxcheck.gate.aggregate import RULE, aggregated
from cxcheck.gate.limits import held_together
from cxcheck.gate.verdict import verdict_of
from cxcheck.model.verdict import JourneyVerdict, Verdict, VerdictKind
from cxcheck.score.repeats import groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cxcheck.model.budget import Limit
    from cxcheck.model.run import JudgedVisit
    from cxcheck.model.verdict import LimitResult

_WORSE = list(VerdictKind)  # the later the worse
_NOT_FINISHED = "could not finish"


def journey_verdicts(visits: Sequence[JudgedVisit]) -> tuple[JourneyVerdict, ...]:
    """One for each journey, persona and browser, in the order of the run; of a single visit it is the visit's own."""
    return tuple(
        JourneyVerdict(
            journey=group[0].info.journey.key,
            persona=group[0].info.persona.key,
            browser=group[0].info.browser.name,
            visits=tuple(visit.info.id for visit in group),
            verdict=group[0].verdict if len(group) == 1 else _over(group),
        )
        for group in groups(visits)
    )


def run_verdict(visits: Sequence[JudgedVisit]) -> Verdict:
    """The worst of the journeys' verdicts, and whose it is. An ordinary test fails by its own end alone.

    Where nobody walked, nothing was measured. What passed only when it was tried again is no pass.
    """
    if not visits:
        return Verdict(kind=VerdictKind.NOT_MEASURED, reasons=("no customer has walked",))
    first = {visit.info.id: visit.info for visit in visits}
    found = [(first[one.visits[0]], one.verdict) for one in journey_verdicts(visits)]
    judged = [(info, said) for info, said in found if not info.journey.test or said.kind is VerdictKind.FAIL]
    flaky = [visit.info for visit in visits if visit.flaky]
    kinds = [said.kind for _, said in judged] + [VerdictKind.WARN for _ in flaky]
    told = [(info, reason) for info, said in judged for reason in said.reasons]
    told += [(info, f"flaky: passed at attempt {info.attempt}") for info in flaky]
    return Verdict(
        kind=_worst(kinds),
        reasons=tuple(f"{info.journey.title}, {info.persona.title}: {reason}" for info, reason in told),
        budget_broken=any(said.budget_broken for _, said in judged),
    )


def _over(visits: Sequence[JudgedVisit]) -> Verdict:
    """Of several visits: limits hold by their rule, and one that did not finish or was not measured is told."""
    held = verdict_of(list(_limits(visits)))
    ended = [visit.verdict for visit in visits if _ended_badly(visit)]
    kinds = Counter(said.kind for said in ended)
    words = {VerdictKind.FAIL: _NOT_FINISHED, VerdictKind.NOT_MEASURED: "could not be measured"}
    told = [
        f"{kinds[kind]} of {len(visits)} {words[kind]}: {_why(said for said in ended if said.kind is kind)}"
        for kind in words
        if kinds[kind]
    ]
    kind = _worst([held.kind, *kinds])
    return held.model_copy(update={"kind": kind, "reasons": (*told, *held.reasons)})


def _limits(visits: Sequence[JudgedVisit]) -> Iterable[LimitResult]:
    """Each limit that a finished visit was held against, over all visits that have it."""
    looked_at: dict[Limit, LimitResult] = {}
    for visit in visits:
        for one in visit.verdict.limits:
            looked_at.setdefault(one.limit, one)
    for limit, known in looked_at.items():
        mine = [_result(visit, limit) for visit in visits if limit in visit.info.journey.budget.all_limits]
        values = [one.value if one else None for one in mine]
        missing = dict.fromkeys((one.why if one else _NOT_FINISHED) for one in mine if one is None or one.value is None)
        why = "; ".join(filter(None, missing))
        yield held_together(limit, known.level, values, limit.aggregate or RULE, aggregated(limit, values), why)


def _result(visit: JudgedVisit, limit: Limit) -> LimitResult | None:
    return next((one for one in visit.verdict.limits if one.limit == limit), None)


def _ended_badly(visit: JudgedVisit) -> bool:
    return not visit.verdict.budget_broken and visit.verdict.kind in {VerdictKind.FAIL, VerdictKind.NOT_MEASURED}


def _why(verdicts: Iterable[Verdict]) -> str:
    """The first reasons' first lines, each once."""
    return "; ".join(dict.fromkeys(said.reasons[0].partition("\n")[0] for said in verdicts if said.reasons))


def _worst(kinds: Iterable[VerdictKind]) -> VerdictKind:
    return max(kinds, key=_WORSE.index, default=VerdictKind.PASS)

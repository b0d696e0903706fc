"""A run of many visits in the terminal: aligned columns, one short line a visit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cxcheck.model.artifact import Outcome
from cxcheck.model.repeats import Repeats
from cxcheck.model.run import JudgedVisit
from cxcheck.report.again import amount, finished
from cxcheck.report.fixes import TopFix
from cxcheck.report.foreign import on_one_line
from cxcheck.report.names import names, who
from cxcheck.report.outcomes import ended, last_step, outcome
from cxcheck.report.places import places
from cxcheck.report.words import clipped, duration, number
from cxcheck.score.repeats import groups, repeats

LONGEST_TITLE = 24  # our choice, as is the next: a line of 120 characters in all at most
LONGEST_REASON = 40


def table_lines(visits: Sequence[JudgedVisit]) -> list[str]:
    """Journey, customer, grade with score, customer time (at least), and how it ended; repeats in one line."""
    called = names(visits)
    again = {one.visits: one for one in repeats(visits)}
    rows = [("journey", "customer", "grade", "at least", "")]
    for group in groups(visits):
        together = again.get(tuple(visit.info.id for visit in group))
        rows.append(_row_of(together, group[0], called) if together else _row(group[0], called))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        f"{journey:<{widths[0]}}  {customer:<{widths[1]}}  {grade:<{widths[2]}}  {time:>{widths[3]}}  {end}".rstrip()
        for journey, customer, grade, time, end in rows
    ]


def fix_facts(top: TopFix) -> str:
    """Where, for whom, and what it gives back."""
    where = "; ".join(f"{journey}, {steps}" for journey, steps in places(top.offence))
    called, run = names(top.offence.run), top.offence.run
    customers = who(top.offence.visits, called, run if len(called) > 1 else ())
    facts = [where, f"{top.visits} of {top.of} visits: {customers}"]
    if top.gain_each:
        in_all = f", {top.gain_in_all} in all" if top.gain_in_all else ""
        facts.append(f"gives back {top.gain_each} a visit{in_all}")
    return " · ".join(facts)


def _row(visit: JudgedVisit, called: Mapping[str, str]) -> tuple[str, str, str, str, str]:
    card, info = visit.scorecard, visit.info
    measured = card.total_ms is not None and visit.artifacts.timeline.outcome is not Outcome.NOT_MEASURED
    return (
        clipped(on_one_line(info.journey.title), LONGEST_TITLE),
        on_one_line(called[info.persona.key]),
        f"{card.grade} {number(card.score)}" if card.grade else "none",
        duration(card.total_ms) if measured else "?",
        _end(visit),
    )


def _row_of(found: Repeats, first: JudgedVisit, called: Mapping[str, str]) -> tuple[str, str, str, str, str]:
    time = amount(found.total_ms)
    left = f"would have left in {found.left}" if found.left else ""
    return (
        clipped(on_one_line(first.info.journey.title), LONGEST_TITLE),
        on_one_line(called[first.info.persona.key]),
        f"{found.grade} {number(found.score.median)}" if found.grade and found.score else "none",
        (time.median if found.total_ms else "?") + (f" ({time.range})" if time.range else ""),
        ", ".join(filter(None, (finished(found), left))),
    )


def _end(visit: JudgedVisit) -> str:
    said, step, card = ended(visit), last_step(visit), visit.scorecard
    if visit.artifacts.timeline.outcome is Outcome.FINISHED:
        return f"{said}, would have left in step {card.gave_up.step}" if card.gave_up else said
    where = f" in step {step}" if step else ""
    details = outcome(visit).details
    reason = f": {clipped(on_one_line(details[0]), LONGEST_REASON)}" if details else ""
    return f"{said}{where}{reason}"

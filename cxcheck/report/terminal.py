"""The run in a few lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.model.artifact import Outcome
from cxcheck.model.run import JudgedRun, JudgedVisit
from cxcheck.report.fixes import TopFix, top_fixes
from cxcheck.report.foreign import on_one_line
from cxcheck.report.outcomes import ended, outcome
from cxcheck.report.popup_words import of_visit, press_word
from cxcheck.report.terminal_table import fix_facts, table_lines
from cxcheck.report.unknown import counted, of_run
from cxcheck.report.view import is_many
from cxcheck.report.words import at_least, clipped, duration, number, parts_of, plural

LONGEST_SENTENCE = 160  # our choice: two lines of a terminal


def summary_lines(run: JudgedRun) -> list[str]:
    """One line a visit, the fixes worth most, and whether anything could not be measured.

    Plain text without line ends or control characters.
    """
    many = is_many(run.visits)
    lines = table_lines(run.visits) if many else [on_one_line(_visit(visit)) for visit in run.visits]
    fixes = top_fixes(run.visits)
    if fixes:
        lines += ["", "Fix these first:"]
    for place, top in enumerate(fixes, start=1):
        lines += [on_one_line(f"{place}. {line}") if not row else "   " + on_one_line(line)
                  for row, line in enumerate(_fix(top, many=many))]  # fmt: skip
    unknown = counted(of_run(run.visits))
    return [*lines, "", f"{unknown}; the scorecard says what and why"] if unknown else lines


def _fix(top: TopFix, *, many: bool) -> Iterator[str]:
    sentence = clipped(on_one_line(top.sentence), LONGEST_SENTENCE)
    if many:
        yield sentence
        yield fix_facts(top)
    else:
        yield sentence + (f" (gives back {top.gain})" if top.gain else "")
    yield top.remedy


def _visit(visit: JudgedVisit) -> str:
    card, info = visit.scorecard, visit.info
    grade = f"{card.grade} {number(card.score)}" if card.grade else "no grade"
    return f"{info.journey.title}, {info.persona.title}: {grade}; {_cost(visit)}; {_end(visit)}"


def _cost(visit: JudgedVisit) -> str:
    card = visit.scorecard
    parts = (card.waiting_ms, card.effort_ms, card.interruption_ms)
    if parts == (None, None, None) or visit.artifacts.timeline.outcome is Outcome.NOT_MEASURED:
        return "customer time not measured"
    waiting, effort, interruption = parts_of(card)
    whole = f"{at_least(duration(card.total_ms))} = " if card.total_ms is not None else ""
    return f"{whole}waiting {waiting}, effort {at_least(effort)}, interruptions {interruption}; {_popups(visit)}"


def _popups(visit: JudgedVisit) -> str:
    card = visit.scorecard
    if card.popups is not None and card.popups.unasked:
        return of_visit(card.popups, word=press_word([visit.info.persona.hands.input]))
    return "pop-ups not measured" if card.counts.popups is None else plural(card.counts.popups, "pop-up")


def _end(visit: JudgedVisit) -> str:
    said = ended(visit)
    details = outcome(visit).details
    return f"{said}: {details[0]}" if details else said

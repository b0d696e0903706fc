"""The run as a page of Markdown, for pull requests and the job pages of CI servers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cxcheck.gate.journeys import journey_verdicts
from cxcheck.model.run import JudgedRun, JudgedVisit
from cxcheck.model.verdict import Verdict
from cxcheck.report.again import amount, finished
from cxcheck.report.fixes import top_fixes
from cxcheck.report.foreign import on_one_line
from cxcheck.report.outcomes import before, ended, headline, word
from cxcheck.report.unknown import counted, of_run
from cxcheck.report.verdicts import reasons, run_line
from cxcheck.report.words import at_least, clipped, duration, number, plural
from cxcheck.score.repeats import groups, repeats

MOST_ROWS = 100  # our choice: a comment holds 65,536 characters, and nobody reads more
_HEAD = "| Journey | Customer | Verdict | Grade | Customer time | Ended |"
_LONGEST = 160  # our choice: two lines
_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]()#+!|~$:.-])")


def page(run: JudgedRun) -> str:
    """How it went, a row for each customer of a journey, what broke the budget, and the fixes worth most."""
    customers = groups(run.visits)
    verdicts = journey_verdicts(run.visits)
    rows = [_row(group, one.verdict) for group, one in zip(customers, verdicts, strict=True)]
    more = len(rows) - MOST_ROWS
    lines = [
        f"## Friction scorecard: {plain(run.run.site)}",
        "",
        plain(headline(run.visits)),
        "",
        f"**Verdict: {plain(run_line(run.visits))}**",
        "",
    ]
    if rows:
        lines += [_HEAD, "|---|---|---|---|---|---|", *rows[:MOST_ROWS]]
    if more > 0:
        lines += ["", f"… and {more} more."]
    told = [f"- {plain(who)}: {plain(reason)}" for who, reason in reasons(run.visits)]
    lines += ["", "### Not good", "", *told[:MOST_ROWS]] if told else []
    flaky = [f"- {_who(visit)}: {plain(says)}" for visit in run.visits if visit.flaky for says in _before(visit)]
    lines += ["", "### Flaky: passed only when tried again", "", *flaky[:MOST_ROWS]] if flaky else []
    fixes = [f"1. {plain(top.sentence)} {plain(top.remedy)}" for top in top_fixes(run.visits)]
    lines += ["", "### Fix these first", "", *fixes] if fixes else []
    unknown = counted(of_run(run.visits))
    lines += ["", f"{unknown}; the scorecard says what and why."] if unknown else []
    return "\n".join(lines) + "\n"


def plain(text: str) -> str:
    """Text of others, on one line, in which nothing is markup, a link, a mention or a picture."""
    text = clipped(on_one_line(text), _LONGEST)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MEANS_SOMETHING.sub(r"\\\1", text).replace("@", "@\u2060")  # a word joiner: nobody is called


def _row(visits: Sequence[JudgedVisit], verdict: Verdict) -> str:
    info = visits[0].info
    who, times = (plain(info.journey.title), plain(info.persona.title)), len(visits)
    if times == 1:
        [visit] = visits
        card = visit.scorecard
        score, time, end = card.score, at_least(duration(card.total_ms)), ended(visit)
        cells = (*who, word(visit), _graded(card.grade, score), time, end)
    else:
        [found] = repeats(visits)
        median = amount(found.total_ms)
        time = f"{at_least(median.median)}{f' ({median.range})' if median.range else ''}"
        score = found.score.median if found.score else None
        who = (who[0], f"{who[1]}, {plural(times, 'visit')}")
        cells = (*who, verdict.kind.value, _graded(found.grade, score), time, finished(found))
    return f"| {' | '.join(cells)} |"


def _graded(grade: str | None, score: float | None) -> str:
    return f"{grade} {number(score)}" if grade else "none"


def _before(visit: JudgedVisit) -> list[str]:
    return [": ".join((said.lead, *said.details[:1])) for said in before(visit)]


def _who(visit: JudgedVisit) -> str:
    return f"{plain(visit.info.journey.title)}, {plain(visit.info.persona.title)}"

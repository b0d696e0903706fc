"""The run as a page of Markdown, for pull requests and the job pages of CI servers."""

from __future__ import annotations

import re

from cxcheck.model.run import JudgedRun, JudgedVisit
from cxcheck.report.fixes import top_fixes
from cxcheck.report.foreign import on_one_line
from cxcheck.report.outcomes import before, ended, headline, word
from cxcheck.report.unknown import counted, of_run
from cxcheck.report.verdicts import reasons, run_line
from cxcheck.report.words import at_least, clipped, duration, number

MOST_ROWS = 100  # our choice: a comment holds 65,536 characters, and nobody reads more
_HEAD = "| Journey | Customer | Verdict | Grade | Customer time | Ended |"
_LONGEST = 160  # our choice: two lines
_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]()#+!|~$:.-])")


def page(run: JudgedRun) -> str:
    """How it went, a row a visit, what broke the budget, and the fixes worth most."""
    rows = [_row(visit) for visit in run.visits[:MOST_ROWS]]
    more = len(run.visits) - len(rows)
    lines = [
        f"## Friction scorecard: {plain(run.run.site)}",
        "",
        plain(headline(run.visits)),
        "",
        f"**Verdict: {plain(run_line(run.visits))}**",
        "",
    ]
    if rows:
        lines += [
            "| Journey | Customer | Verdict | Grade | Customer time | Ended |",
            "|---|---|---|---|---|---|",
            *rows,
        ]
    if more:
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


def _row(visit: JudgedVisit) -> str:
    card, info = visit.scorecard, visit.info
    again = f", visit {info.repeat}" if info.repeat > 1 else ""
    cells = (
        plain(info.journey.title),
        plain(info.persona.title) + again,
        word(visit),
        f"{card.grade} {number(card.score)}" if card.grade else "none",
        at_least(duration(card.total_ms)),
        ended(visit),
    )
    return f"| {' | '.join(cells)} |"


def _before(visit: JudgedVisit) -> list[str]:
    return [": ".join((said.lead, *said.details[:1])) for said in before(visit)]


def _who(visit: JudgedVisit) -> str:
    return f"{plain(visit.info.journey.title)}, {plain(visit.info.persona.title)}"

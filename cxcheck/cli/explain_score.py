"""How the score is made, in full: every constant with its reason, and what was set by whom."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from cxcheck.score import constants
from cxcheck.score.weights import shipped, weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cxcheck.model.finding import CheckMeta
    from cxcheck.model.scoring import Scoring

_WIDTH = 100
_GROUPS = {
    "severity": "what a check weighs within its attribute, by how bad what it looks for is",
    "attributes": "what an attribute weighs in the journey's score; one without evidence is left out",
    "caps": "the highest score when something is true; printed where it bites",
    "grades": "the lowest score for a grade; below D it is F",
}


def score_explained(scoring: Scoring, metas: Mapping[str, CheckMeta]) -> str:
    """Severities, attributes, caps, grades, curves; ``scoring`` says what was set."""
    lines = [f"scoring {scoring.version}", ""]
    for group, means in _GROUPS.items():
        table = getattr(weights(), group)
        lines += [f"{group}: {means}", textwrap.fill(f"because: {table.because}", _WIDTH)]
        names = [name for name in type(table).model_fields if name != "because"]
        lines += [_line(f"{group}.{name}", getattr(table, name), scoring) for name in names]
        lines.append("")
    lines.append("curves: a measured number scores 0.9 at the first, 0.5 at the second; the source is the check's own")
    curved = {key: meta for key, meta in metas.items() if meta.curve}
    width = max(map(len, curved), default=0)
    for key, meta in curved.items():
        low, middle = meta.curve or (0, 0)
        lines.append(
            f"  {key:<{width}}  {low:g} and {middle:g} {meta.curve_in}{marked(f'checks.{key}.curve', scoring)}"
        )
    lines += ["", *_set(scoring), ""]
    lines.append(
        textwrap.fill(
            "Set any of them in [tool.cxcheck.scoring] of pyproject.toml, in CXCHECK_SCORING or by --cx-scoring, "
            "each as TOML: caps.critical = 60, effort.mental = 1200, "
            'checks.slow-answer.severity = "moderate", checks.slow-answer.curve = [1, 3]. '
            "What a check tells from a number on has limits, which 'cxcheck explain CHECK' lists: "
            "checks.server-slow.limits.limit_ms = 1200; its curve, by which it scores, stays as it is. "
            "A check's severity moves all its findings by as many grades, so that the worst of them stay the worst. "
            "Scores of different versions do not compare.",
            _WIDTH,
        )
    )
    return "\n".join(lines)


def marked(key: str, scoring: Scoring) -> str:
    """What was there before somebody set it, and who did; empty when nobody did."""
    before = constants.flat(shipped()).get(key)
    was = f"shipped: {constants.told(before)}; " if before is not None else ""
    return f"  ({was}set in {scoring.overridden[key]})" if key in scoring.overridden else ""


def _line(key: str, value: float, scoring: Scoring) -> str:
    return f"  {key.partition('.')[2]:<16}{value:g}{marked(key, scoring)}"


def _set(scoring: Scoring) -> Iterator[str]:
    if not scoring.overridden:
        yield "Nothing was set otherwise: these are the constants as shipped."
        return
    yield "Set otherwise than shipped:"
    for key in scoring.overridden:
        yield f"  {key} = {constants.told(scoring.values[key])}{marked(key, scoring)}"

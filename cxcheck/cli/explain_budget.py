"""``cxcheck explain budget``: what may be limited, where a limit may stand, and how repeats count."""

from __future__ import annotations

import textwrap

from cxcheck.model.budget import MEASURES, Measure

_WIDTH = 100
_SIGNS = {"min": "minutes", "s": "seconds", "ms": "milliseconds"}
_TEXTS = {
    "where": (
        "Beside the journey: @journey(…, budget=Budget(minutes=3, limits=(Limit(measure='popups', at_most=1),))). In "
        "pyproject.toml: [tool.cxcheck.budget] for every journey, [tool.cxcheck.budget.journeys.KEY] for one, with the "
        "same keys. A limit on the same thing beside the journey goes before that for all, and one for the journey "
        "before its own; the others add up. 'cxcheck config' shows which hold. Ordinary "
        "tests (--cx) have none: they pass or fail by their own end."
    ),
    "a limit": (
        "measure, with at_most or at_least; step (a title or a number), check and severity narrow it; level is fail, "
        "warn or off, and --cx-budget makes all of them milder. What was not measured does not hold."
    ),
    "repeats": (
        "With --cx-repeat the visits of a customer are judged together, by aggregate: median (unless something else "
        "is said), mean, best or worst. What was not measured, also since the visit could not finish, counts as worst."
    ),
    "exit status": "10 where a limit of level fail is broken; 'cxcheck explain exit' lists the others.",
}


def budget_explained() -> str:
    """Every measure with its unit, and the rules."""
    lines = ["what may be limited", "-------------------"]
    width = max(map(len, MEASURES)) + 2
    lines += [f"{name:<{width}}{_means(measure)}" for name, measure in MEASURES.items()]
    indent = " " * 14
    for label, text in _TEXTS.items():
        lines += ["", textwrap.fill(f"{label:<14}{text}", _WIDTH, subsequent_indent=indent)]
    return "\n".join(lines)


def _means(measure: Measure) -> str:
    sign = measure.sign.strip()
    unit = f", in {_SIGNS[sign]}" if sign else ""
    return measure.says + unit + ("" if measure.in_steps else "; of a whole journey only")

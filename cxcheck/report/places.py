"""Where an offence was met, in words."""

from __future__ import annotations

from collections.abc import Mapping

from cxcheck.report.offences import Offence
from cxcheck.report.words import few, listed


def places(offence: Offence) -> tuple[tuple[str, str], ...]:
    """Journeys' titles with the steps: ``Checkout`` and ``step 6: Pay``; those with the same steps together."""
    steps: dict[str, dict[int, str]] = {}
    for met in offence.meetings:
        titles = {step.index: step.title for step in met.visit.scorecard.steps}
        number = met.finding.step
        steps.setdefault(met.visit.info.journey.title, {})[number] = titles.get(number, "")
    together: dict[str, list[str]] = {}
    for journey, found in steps.items():
        together.setdefault(_steps(found, alone=len(steps) == 1), []).append(journey)
    return tuple((few(journeys), where) for where, journeys in together.items())


def _steps(found: Mapping[int, str], *, alone: bool) -> str:
    if len(found) > 1:
        return "steps\u00a0" + listed([str(index) for index in sorted(found)])
    ((index, title),) = found.items()
    if not index:
        return "before the first step"
    return f"step\u00a0{index}: {title}" if alone and title else f"step\u00a0{index}"

"""What findings cost in time that only the keystroke model knows; checks name the pop-up and the gestures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.artifact import Artifacts
from cxcheck.model.finding import Severity
from cxcheck.score.costs import popup_costs
from cxcheck.score.effort import visit_effort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.finding import CheckResult, Finding
    from cxcheck.model.persona import Persona

_WORST_FIRST = list(Severity)


def priced(results: Sequence[CheckResult], artifacts: Artifacts, persona: Persona) -> list[CheckResult]:
    """The results, with the time for handling pop-ups and for needless gestures in the findings' ``cost_ms``.

    No second is given back twice: what several findings name is claimed by the worst of them, of equals by the first
    in the order of the results.
    """
    handling = popup_costs(artifacts, persona)
    doing = {one.gesture.t_ms: one.total_ms for one in visit_effort(artifacts, persona.hands)}
    more: dict[tuple[str, int], float] = {}
    named = [(result.check, number, one) for result in results for number, one in enumerate(result.findings)]
    for check, number, finding in sorted(named, key=lambda one: _WORST_FIRST.index(one[2].severity)):
        claims = sum(doing.pop(t_ms, 0.0) for t_ms in finding.needless)
        if finding.popup is not None and finding.spares_popup:
            claims += handling.pop(finding.popup, 0.0)
        more[check, number] = claims

    def with_price(check: str, number: int, finding: Finding) -> Finding:
        claimed = more[check, number]
        return finding.model_copy(update={"cost_ms": finding.cost_ms + claimed}) if claimed else finding

    return [
        result.model_copy(
            update={"findings": tuple(with_price(result.check, *one) for one in enumerate(result.findings))}
        )
        if result.findings
        else result
        for result in results
    ]

"""What findings cost in time that only the keystroke model knows; checks name the pop-up and the gestures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.artifact import Artifacts
from cxcheck.score.costs import popup_costs
from cxcheck.score.effort import visit_effort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.finding import CheckResult, Finding
    from cxcheck.model.persona import Persona


def priced(results: Sequence[CheckResult], artifacts: Artifacts, persona: Persona) -> list[CheckResult]:
    """The results, with the time for handling pop-ups and for needless gestures in the findings' ``cost_ms``."""
    handling = popup_costs(artifacts, persona)
    doing = {one.gesture.t_ms: one.total_ms for one in visit_effort(artifacts, persona.hands)}

    def with_price(finding: Finding) -> Finding:
        more = sum(doing.get(t_ms, 0.0) for t_ms in set(finding.needless))
        if finding.popup is not None and finding.spares_popup:
            more += handling.get(finding.popup, 0.0)
        return finding.model_copy(update={"cost_ms": finding.cost_ms + more}) if more else finding

    return [
        result.model_copy(update={"findings": tuple(map(with_price, result.findings))}) if result.findings else result
        for result in results
    ]

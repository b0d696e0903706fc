"""What findings cost in time that only the keystroke model knows; checks name the pop-up and the gestures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.artifact import Artifacts, NotRecorded
from cxcheck.score.effort import effort
from cxcheck.score.interruption import interruption_ms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.finding import CheckResult, Finding
    from cxcheck.model.persona import Persona


def priced(results: Sequence[CheckResult], artifacts: Artifacts, persona: Persona) -> list[CheckResult]:
    """The results, with the time for handling pop-ups and for needless gestures in the findings' ``cost_ms``."""
    popups, gestures = artifacts.popups, artifacts.gestures
    handling = (
        {}
        if isinstance(popups, NotRecorded)
        else {popup.id: interruption_ms(popup, persona.hands) for popup in popups.items}
    )
    doing: dict[float, float] = {}
    if not isinstance(gestures, NotRecorded):
        doing = {gesture.t_ms: cost_ms for gesture, cost_ms in effort(gestures.items, persona.hands)}

    def with_price(finding: Finding) -> Finding:
        more = sum(doing.get(t_ms, 0.0) for t_ms in set(finding.needless))
        if finding.popup is not None:
            more += handling.get(finding.popup, 0.0)
        return finding.model_copy(update={"cost_ms": finding.cost_ms + more}) if more else finding

    return [
        result.model_copy(update={"findings": tuple(map(with_price, result.findings))}) if result.findings else result
        for result in results
    ]

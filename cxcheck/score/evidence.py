"""Where a finding lies, where its check did not say: the pop-up it is about, or what the customer did there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.model.artifact import Artifacts, NotRecorded
from cxcheck.model.gesture import Gesture, GestureKind, Target

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.finding import CheckResult, Finding
    from cxcheck.model.popup import Popup


def located(results: Sequence[CheckResult], artifacts: Artifacts) -> list[CheckResult]:
    """The results, with a target in each finding that has one to be had."""
    popups = () if isinstance(artifacts.popups, NotRecorded) else artifacts.popups.items
    gestures = () if isinstance(artifacts.gestures, NotRecorded) else artifacts.gestures.items
    moves = [gesture.t_ms for gesture in gestures if gesture.kind is GestureKind.SCROLL]
    moves += [] if isinstance(artifacts.screens, NotRecorded) else [one.t_ms for one in artifacts.screens.items]

    def with_place(finding: Finding) -> Finding:
        target = finding.target or _popup(finding, popups) or _done(finding, gestures)
        if target is not None and target.box is None:
            target = _with_box(target, finding, gestures, moves)
        return finding if target == finding.target else finding.model_copy(update={"target": target})

    return [
        result.model_copy(update={"findings": tuple(map(with_place, result.findings))}) if result.findings else result
        for result in results
    ]


def _popup(finding: Finding, popups: Sequence[Popup]) -> Target | None:
    popup = next((one for one in popups if one.id == finding.popup), None)
    return None if popup is None else Target(role="dialog", name=popup.title, box=popup.box, popup=popup.id)


def _done(finding: Finding, gestures: Sequence[Gesture]) -> Target | None:
    """The first thing that the customer need not have done; its box is told apart, for it may have moved since."""
    first = min(finding.needless, default=None)
    found = next((one.target for one in gestures if one.t_ms == first and one.target.selector), None)
    return None if found is None else found.model_copy(update={"box": None})


def _with_box(target: Target, finding: Finding, gestures: Sequence[Gesture], moves: Sequence[float]) -> Target:
    """The box in which the customer last met it, if nothing has moved in between: no other would be where it is."""

    def stood_still(gesture: Gesture) -> bool:
        early, late = sorted((gesture.t_ms, finding.t_ms))
        return not any(early < t_ms <= late for t_ms in moves)

    here = [
        one
        for one in gestures
        if target.selector and one.target.selector == target.selector and one.target.box and stood_still(one)
    ]
    nearest = min(here, key=lambda one: abs(one.t_ms - finding.t_ms), default=None)
    return target if nearest is None else target.model_copy(update={"box": nearest.target.box})

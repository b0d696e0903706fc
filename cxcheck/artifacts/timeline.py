"""The visit from end to end: its steps, and how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck.artifacts.screen_steps import by_screen
from cxcheck.model.artifact import Outcome, Step, Timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.event import Event


def build(events: Sequence[Event]) -> Timeline:
    """A recording without a last line was cut off; its open step ends with the last thing known."""
    end_ms = max((event.t_ms for event in events), default=0.0)
    last = next((event for event in reversed(events) if event.kind == "visit/ended"), None)
    finished = last is not None and Outcome(last.data["outcome"]) is Outcome.FINISHED
    unnamed = any(event.kind == "visit/began" and event.data.get("steps") == "screens" for event in events)
    steps = by_screen(events, end_ms, finished=finished) if unnamed else _named(events, end_ms)
    if last is None:
        where = f" in step {len(steps)}, “{steps[-1].title}”" if steps else ""
        message = f"The recording was cut off{where}, {end_ms / 1000:.0f} s into the visit."
        return Timeline(outcome=Outcome.CUT_OFF, message=message, end_ms=end_ms, steps=steps)
    outcome, message = Outcome(last.data["outcome"]), str(last.data["message"])
    return Timeline(outcome=outcome, message=message, end_ms=end_ms, steps=steps)


def _named(events: Sequence[Event], end_ms: float) -> tuple[Step, ...]:
    steps: list[Step] = []
    for event in events:
        if event.kind == "step/began":
            steps.append(
                Step(
                    index=len(steps) + 1,
                    title=str(event.data["title"]),
                    moment_of_truth=bool(event.data["moment_of_truth"]),
                    start_ms=event.t_ms,
                    end_ms=end_ms,
                    finished=False,
                )
            )
        elif event.kind == "step/ended" and steps:
            which = int(event.data["number"]) - 1
            finished = bool(event.data["finished"])
            steps[which] = steps[which].model_copy(update={"end_ms": event.t_ms, "finished": finished})
    return tuple(steps)

"""Budgets in a project's settings: for every journey, and for single ones."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from cxcheck.model.budget import Budget, Level, Limit


class Budgets(Budget):
    """``[tool.cxcheck.budget]``: what each journey may cost, and in ``journeys`` what one may, by its key.

    ``level`` is the run's: no limit comes to anything worse.
    """

    level: Level = "fail"
    journeys: dict[str, Budget] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _steps_are_of_one_journey(self) -> Self:
        if any(limit.step is not None for limit in self.limits):
            raise ValueError("a step is of one journey: put its limit under [tool.cxcheck.budget.journeys.JOURNEY]")
        return self

    def of(self, journey: str, own: Budget) -> Budget:
        """What a journey may cost, whose ``own`` budget stands beside it.

        Its own goes before what is set for all, and what is set for it before its own; limits on different things add
        up. ``level = "off"`` takes one away.
        """
        general = Budget(**{name: getattr(self, name) for name in Budget.model_fields})
        named = self.journeys.get(journey, Budget())
        if general == named == Budget():
            return own
        kept: list[Limit] = []
        for stronger in (general, own, named):
            limits = stronger.model_copy(update={"aggregate": None}).all_limits
            said = {limit.id for limit in limits}
            kept = [limit for limit in kept if limit.id not in said] + list(limits)
        rule = named.aggregate or own.aggregate or general.aggregate
        return Budget(limits=tuple(kept), aggregate=rule)

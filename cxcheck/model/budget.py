"""What a journey may cost: limits on anything that is measured, declared beside the journey or in settings."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, field_validator, model_validator

from cxcheck.errors import nearest
from cxcheck.model.base import Model
from cxcheck.model.finding import Attribute, Severity

Level = Literal["fail", "warn", "off"]
Aggregate = Literal["median", "mean", "best", "worst"]


class Measure(NamedTuple):
    """Something that can be limited: in words, its unit's sign, decimals shown, whether single steps have it."""

    says: str
    sign: str = ""
    digits: int = 0
    in_steps: bool = True


_COUNTS = {
    "presses": "presses",
    "clicks": "clicks",
    "taps": "taps",
    "keys": "keys pressed",
    "tabs": "presses of Tab",
    "fields": "fields filled in",
    "characters": "characters typed",
    "choices": "choices made",
    "ticks": "ticks made",
    "screenfuls": "screenfuls scrolled",
    "backs": "steps back",
    "switches": "trips to the mailbox",
    "popup_gestures": "gestures in pop-ups",
    "screens": "screens",
}
_COUNTS_OF_A_JOURNEY = {
    "documents": "documents loaded",
    "popups": "pop-ups",
    "mails": "e-mails",
    "marketing_mails": "marketing mails that nobody waited for",
    "hints": "hints used",
}
_POPUP_COUNTS = {
    "popups_at_once": "pop-ups at once",
    "popups_before_act": "pop-ups before the first act",
    "popups_before_product": "pop-ups before the first product",
    "popups_agreed": "questions about cookies that had to be agreed to",
}
#: The browser's own figures; the worst screen counts.
_VITALS = {
    "lcp_ms": Measure("largest contentful paint", " ms"),
    "fcp_ms": Measure("first contentful paint", " ms"),
    "ttfb_ms": Measure("time to first byte", " ms"),
    "inp_ms": Measure("interaction to next paint", " ms"),
    "cls": Measure("layout shift", "", 2),
}
MEASURES: dict[str, Measure] = {
    "minutes": Measure("customer time", " min", 2),
    "seconds": Measure("customer time", " s", 1),
    "waiting_seconds": Measure("waiting", " s", 1),
    "effort_seconds": Measure("effort", " s", 1),
    "reading_seconds": Measure("reading", " s", 1),
    "interruption_seconds": Measure("interruptions", " s", 1),
    **{name: Measure(says) for name, says in _COUNTS.items()},
    **{name: Measure(says, in_steps=False) for name, says in (_COUNTS_OF_A_JOURNEY | _POPUP_COUNTS).items()},
    "score": Measure("score", "", 1, in_steps=False),
    **{attribute.value: Measure(f"score of {attribute}", "", 1, in_steps=False) for attribute in Attribute},
    "findings": Measure("findings"),
    "value": Measure("value", "", 2, in_steps=False),
    **_VITALS,
}


class Limit(Model):
    """One limit on one measure: of the whole journey, or of a step by its title or number.

    ``check`` and ``severity`` say which ``findings`` count; with ``check``, ``value`` is the number behind a check
    that scores on a curve, in the unit of its threshold. ``aggregate`` says what is held against the limit where the
    journey was repeated; None: what the budget says.
    """

    measure: str
    at_most: float | None = None
    at_least: float | None = None
    step: Annotated[str | int | None, Field(union_mode="left_to_right")] = None
    check: str | None = None
    severity: Severity | None = None
    level: Level = "fail"
    aggregate: Aggregate | None = None

    @field_validator("measure")
    @classmethod
    def _is_measured(cls, name: str) -> str:
        if name not in MEASURES:
            near = nearest(name, MEASURES)
            raise ValueError("one of: " + ", ".join(MEASURES) + (f"\n  nearest:   {near}" if near else ""))
        return name

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if (self.at_most is None) == (self.at_least is None):
            raise ValueError("a limit has either at_most or at_least")
        if self.step is not None and not MEASURES[self.measure].in_steps:
            raise ValueError(f"{self.measure} is of a whole journey: leave out step")
        if self.measure == "value" and self.check is None:
            raise ValueError("value is that of a check: say which, check = …")
        if self.check is not None and self.measure not in {"value", "findings"}:
            raise ValueError("check goes with the measures findings and value")
        if self.severity is not None and self.measure != "findings":
            raise ValueError("severity goes with the measure findings")
        return self

    @property
    def says(self) -> str:
        """What is limited, in words: ``waiting in step “Pay”``."""
        which = f"{self.severity} " if self.severity is not None else ""
        whose = f" of {self.check}" if self.check is not None else ""
        where = f" in step “{self.step}”" if isinstance(self.step, str) else f" in step {self.step}"
        return f"{which}{MEASURES[self.measure].says}{whose}{where if self.step is not None else ''}"

    @property
    def id(self) -> str:
        """What is limited, in short: ``waiting_seconds@Pay``."""
        which = ".".join(part for part in (self.measure, self.check, self.severity) if part)
        return which if self.step is None else f"{which}@{self.step}"

    @property
    def bound(self) -> str:
        """``3 min``, ``at least 60``."""
        sign = MEASURES[self.measure].sign
        return f"at least {self.at_least:g}{sign}" if self.at_most is None else f"{self.at_most:g}{sign}"


class Budget(Model):
    """Limits declared beside the journey; None means no limit.

    ``minutes`` bounds all customer time (waiting, effort and interruptions together), ``waiting_seconds`` the
    site's share of it, ``popups`` the number of pop-ups nobody asked for, ``score`` is the lowest score allowed;
    ``limits`` bound anything else that is measured, and say how. ``aggregate`` is the rule by which repeats are made
    one, for limits that have none of their own; None: the median.
    """

    minutes: Annotated[float, Field(gt=0)] | None = None
    waiting_seconds: Annotated[float, Field(ge=0)] | None = None
    popups: Annotated[int, Field(ge=0)] | None = None
    score: Annotated[float, Field(ge=0, le=100)] | None = None
    limits: tuple[Limit, ...] = ()
    aggregate: Aggregate | None = None

    @property
    def all_limits(self) -> tuple[Limit, ...]:
        """The four common ones as limits, then the others, each with its rule for repeats where there is one."""
        most = {name: getattr(self, name) for name in ("minutes", "waiting_seconds", "popups")}
        common = [Limit(measure=name, at_most=limit) for name, limit in most.items() if limit is not None]
        lowest = [Limit(measure="score", at_least=self.score)] if self.score is not None else []
        found = (*common, *lowest, *self.limits)
        if self.aggregate is None:
            return found
        return tuple(one if one.aggregate else one.model_copy(update={"aggregate": self.aggregate}) for one in found)

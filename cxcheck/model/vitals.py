"""How quickly each screen showed itself and answered, by the browser's own figures."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from cxcheck.model.base import Model

VitalName = Literal["lcp_ms", "cls", "inp_ms", "fcp_ms", "ttfb_ms", "long_frames"]
#: In the order shown: the three core vitals first.
VITALS: tuple[VitalName, ...] = ("lcp_ms", "cls", "inp_ms", "fcp_ms", "ttfb_ms", "long_frames")


class LargestPaint(Model):
    """What was painted largest: its selector, its area in CSS pixels, the address of its picture if it is one."""

    selector: str = ""
    area_px2: float = 0
    image: str = ""


class Interaction(Model):
    """A click, tap or key whose effect took longest to show; ``event`` is the browser's word for it."""

    t_ms: float
    event: str
    selector: str = ""


class LongFrames(Model):
    """Frames that took longer than 50 ms to make; ``blocking_ms`` is for how long input had to wait, all together.

    ``at_least``: there were more, which were not listened to. ``invoker`` and ``script`` are those of the script that
    took longest in the worst frame.
    """

    count: int
    worst_ms: float
    blocking_ms: float
    at_least: bool = False
    invoker: str = ""
    script: str = ""


class Freeze(Model):
    """One frame in which the page's scripts kept input waiting. ``screen`` 0: before the first.

    ``blocking_ms`` is for how long input had to wait; ``site_ms`` is what scripts of the page's own took in it, for
    those of an observer are in its frames as well. ``invoker`` and ``script`` as in ``LongFrames``.
    """

    t_ms: float
    step: int
    screen: int
    duration_ms: float
    blocking_ms: float
    site_ms: float
    invoker: str = ""
    script: str = ""


class Freezes(Model):
    """Frames that took longer than 50 ms and kept input waiting, in order; of one document at most a hundred."""

    items: tuple[Freeze, ...] = ()

    def site_ms(self, from_ms: float, until_ms: float) -> float:
        """What the page's scripts took in the frames of that time."""
        return sum(f.site_ms for f in self.items if f.t_ms <= until_ms and f.t_ms + f.duration_ms >= from_ms)


class ScreenVitals(Model):
    """The vitals of one screen; ``reasons`` says of each that is None why it was not measured.

    Times of a document count from when it was asked for (``lcp_ms``, ``fcp_ms``, ``ttfb_ms``), those of a route from
    the act that led to it. ``inp_ms`` is the worst interaction that began here; the browser rounds it to 8 ms.
    ``left_unshown``: the last interaction led away before the screen had shown anything of it, and is not among them.
    """

    screen: int
    step: int
    lcp_ms: float | None = None
    cls: float | None = None
    inp_ms: float | None = None
    fcp_ms: float | None = None
    ttfb_ms: float | None = None
    long_frames: LongFrames | None = None
    largest: LargestPaint | None = None
    slowest: Interaction | None = None
    left_unshown: bool = False
    reasons: dict[VitalName, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _each_is_measured_or_says_why_not(self) -> Self:
        unknown = {name for name in VITALS if getattr(self, name) is None}
        if unknown != self.reasons.keys():
            raise ValueError(f"reasons are given for {sorted(self.reasons)}, and missing are {sorted(unknown)}")
        return self


class Vitals(Model):
    """One row a screen, in the order seen."""

    items: tuple[ScreenVitals, ...] = ()

"""The typed tables that events are turned into; checks and scores read these and nothing else."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from cxcheck.model.base import Box, Model


class NotRecorded(Model):
    """Stands in for an artifact that this browser or page could not give; checks on it are *not measured*."""

    reason: str


class Outcome(StrEnum):
    """How a visit ended."""

    FINISHED = "finished"
    NOT_FINISHED = "not-finished"  # the customer could not do what they came for
    NOT_MEASURED = "not-measured"  # nothing can be said about the site
    CUT_OFF = "cut-off"  # the recording stops in mid-visit


class Step(Model):
    """A step as walked; ``end_ms`` is the last thing known when the recording was cut off in it."""

    index: int
    title: str
    moment_of_truth: bool = False
    start_ms: float
    end_ms: float
    finished: bool


class Timeline(Model):
    """The visit from end to end; ``message`` says in words why it did not finish."""

    outcome: Outcome
    message: str = ""
    end_ms: float
    steps: tuple[Step, ...] = ()

    def step_at(self, t_ms: float) -> int:
        """Index of the step walked at that time: the last one begun; 0 before the first."""
        return max((step.index for step in self.steps if step.start_ms <= t_ms), default=0)


class Screen(Model):
    """One distinct view: a document, or a route inside one."""

    t_ms: float
    step: int
    page: int
    url: str
    title: str
    how: Literal["document", "route"]


class Screens(Model):
    """Views in the order seen."""

    items: tuple[Screen, ...] = ()

    @property
    def documents(self) -> int:
        """How many whole documents were loaded."""
        return sum(screen.how == "document" for screen in self.items)


class Target(Model):
    """What a gesture was aimed at, as the page describes it; ``popup`` is the pop-up it lies in, if any."""

    selector: str = ""
    role: str = ""
    name: str = ""
    enabled: bool = True
    clickable: bool = False
    box: Box | None = None
    popup: int | None = None


class GestureKind(StrEnum):
    """The things a customer does."""

    CLICK = "click"
    TAP = "tap"
    FIELD = "field"  # a field filled: its characters together
    CHOICE = "choice"  # a choice in a list
    TICK = "tick"  # a check box or radio button
    KEY = "key"  # a command key: Enter, Escape, Tab …
    SCROLL = "scroll"
    BACK = "back"
    SWITCH = "switch"  # to the mailbox, or back


class Gesture(Model):
    """One thing the customer did. ``trusted`` False: a script made it, so no customer did and it times nothing."""

    t_ms: float
    step: int
    page: int = 0
    kind: GestureKind
    target: Target = Target()
    characters: int = 0
    field_kind: str = ""
    screenfuls: float = 0
    trusted: bool = True


class Gestures(Model):
    """Everything done, in order of happening."""

    items: tuple[Gesture, ...] = ()

    def count(self, *kinds: GestureKind, in_popups: bool | None = None) -> int:
        """How many gestures of these kinds; ``in_popups`` keeps those inside (True) or outside (False) pop-ups."""
        return sum(
            gesture.kind in kinds and (in_popups is None or (gesture.target.popup is not None) == in_popups)
            for gesture in self.items
            if gesture.trusted
        )


class AnswerMethod(StrEnum):
    """How the first answer to a gesture was told."""

    PAINT = "paint"  # Chromium's interaction-contentful-paint
    CHANGE = "change"  # a visible change of the document
    DOCUMENT = "document"  # another document came
    DIALOG = "dialog"
    WINDOW = "window"
    NONE = "none"  # nothing seen


class Wait(Model):
    """Waiting for the site after one act, in milliseconds since the visit began.

    ``answer_ms`` is None when nothing was seen; then ``watched_ms`` says for how long the customer looked.
    ``ready_ms`` is when the page had come to rest. ``part_of_popup``: it was time spent on a pop-up.
    """

    step: int
    from_ms: float
    answer_ms: float | None
    ready_ms: float
    watched_ms: float
    method: AnswerMethod
    what: Literal["press", "opening", "mail"]
    target: Target = Target()
    part_of_popup: bool = False
    never_settled: bool = False

    @property
    def duration_ms(self) -> float:
        """From the act until the customer could go on."""
        return max(0.0, self.ready_ms - self.from_ms)


class Waits(Model):
    """Every wait, in order."""

    items: tuple[Wait, ...] = ()


class PopupKind(StrEnum):
    """What an overlay is for."""

    CONSENT = "cookie consent"
    NEWSLETTER = "newsletter"
    DIALOG = "dialog"
    NATIVE = "native dialog"
    WINDOW = "new window"
    BANNER = "banner"


class Popup(Model):
    """Something laid over what the customer came for.

    ``cover_ratio`` is the share of the viewport that a grid of hit tests found covered; ``blocks`` says it kept the
    customer from the page. ``gone_ms`` None: still there at the end. ``in_the_way`` lists the times at which it lay
    over the very control the customer wanted. ``close_control`` is what the customer used to be rid of it.
    """

    id: int
    t_ms: float
    step: int
    page: int = 0
    kind: PopupKind
    title: str = ""
    box: Box | None = None
    cover_ratio: float = 0
    blocks: bool = False
    asked_for: bool = False
    words: int = 0
    gone_ms: float | None = None
    in_the_way: tuple[float, ...] = ()
    close_control: str = ""
    close_press_ms: float | None = None


class Popups(Model):
    """Every overlay seen. In reports a *pop-up* is one that nobody asked for."""

    items: tuple[Popup, ...] = ()

    @property
    def unasked(self) -> tuple[Popup, ...]:
        """Those nobody asked for."""
        return tuple(popup for popup in self.items if not popup.asked_for)


class Request(Model):
    """One request; times are None where the browser gave none. ``status`` 0: it failed, for ``failure``."""

    step: int
    method: str
    url: str
    resource: str
    status: int
    start_ms: float | None = None
    end_ms: float | None = None
    failure: str = ""
    is_document: bool = False


class Requests(Model):
    """The traffic of the visit, in order of starting."""

    items: tuple[Request, ...] = ()


class PageError(Model):
    """A script error or an HTTP error status the page ran into."""

    t_ms: float
    step: int
    kind: Literal["script", "http"]
    text: str


class PageErrors(Model):
    """Errors, in order."""

    items: tuple[PageError, ...] = ()


class MailWait(Model):
    """One mail the customer waited for. ``arrived_ms`` None: it did not come while they waited until ``until_ms``."""

    step: int
    asked_ms: float
    arrived_ms: float | None
    until_ms: float
    intent: str

    @property
    def delay_ms(self) -> float:
        """From asking to arrival, or as long as the customer waited in vain."""
        return (self.until_ms if self.arrived_ms is None else self.arrived_ms) - self.asked_ms


class Mails(Model):
    """Mails waited for, in order."""

    items: tuple[MailWait, ...] = ()


class Picture(Model):
    """A picture of the viewport, a file below the visit's folder."""

    t_ms: float
    step: int
    reason: Literal["step-end", "popup", "waiting", "error"]
    file: str
    width_px: int
    height_px: int
    popup: int | None = None


class Pictures(Model):
    """Pictures, in order."""

    items: tuple[Picture, ...] = ()


class Search(Model):
    """How the customer looked for something: ``sure`` False means they had to guess among look-alikes."""

    t_ms: float
    step: int
    intent: str
    found: str
    sure: bool
    hint: bool


class Searches(Model):
    """Everything looked for, in order."""

    items: tuple[Search, ...] = ()


class Artifacts(Model):
    """All tables of one visit; ``unsupported`` says which probes the browser did not support, and why."""

    timeline: Timeline
    screens: Screens | NotRecorded
    gestures: Gestures | NotRecorded
    waits: Waits | NotRecorded
    popups: Popups | NotRecorded
    requests: Requests | NotRecorded
    errors: PageErrors | NotRecorded
    mails: Mails | NotRecorded
    pictures: Pictures | NotRecorded
    searches: Searches | NotRecorded
    unsupported: dict[str, str] = Field(default_factory=dict)

"""What the customer waited for: the page, and the mail."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from cxcheck.model.base import Model
from cxcheck.model.gesture import Target


class AnswerMethod(StrEnum):
    """How the first answer to a gesture was told."""

    PAINT = "paint"  # Chromium's interaction-contentful-paint
    CHANGE = "change"  # a visible change of the document
    ROUTE = "route"  # the address changed, and nothing else did
    ANIMATION = "animation"  # something began to move, the document staying as it is
    SCROLL = "scroll"  # the page scrolled by itself
    DOCUMENT = "document"  # another document came
    DIALOG = "dialog"  # one of the browser's own
    WINDOW = "window"  # a new window or tab
    DOWNLOAD = "download"  # a file began to come
    FRAME = "frame"  # only the frames of the recording show it
    NONE = "none"  # nothing seen


#: What a page was still busy with at the cap of a wait, so that a customer could see it: it said that it was working,
#: the document asked for had not come, the one that came was not loaded, something went on changing.
StillBusy = Literal["", "working", "coming", "loading", "changing"]


class Wait(Model):
    """Waiting for the site after one act, in milliseconds since the visit began.

    ``answer_ms`` is None when nothing was seen; then ``watched_ms`` says for how long the customer looked.
    ``ready_ms`` is when the page had come to rest, after ten seconds at the latest: ``never_settled``, and
    ``still_busy`` says what with ("": nothing that can be seen). ``part_of_popup``: it was time spent on a pop-up.
    ``untimed`` says why it is not known when the answer came, though it came; then no time is counted for it, and
    ``answer_ms`` is ``from_ms``.
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
    still_busy: StillBusy = ""
    untimed: str = ""

    @property
    def t_ms(self) -> float:
        """When it began."""
        return self.from_ms

    @property
    def duration_ms(self) -> float:
        """From the act until the customer could go on."""
        return max(0.0, self.ready_ms - self.from_ms)

    @property
    def first_ms(self) -> float | None:
        """From the act until the first answer; None when nothing was seen, or it is not known when."""
        return None if self.answer_ms is None or self.untimed else self.answer_ms - self.from_ms


class Waits(Model):
    """Every wait, in order."""

    items: tuple[Wait, ...] = ()

    @property
    def untimed(self) -> tuple[Wait, ...]:
        """Those that were answered, but when is not known; each says why."""
        return tuple(wait for wait in self.items if wait.untimed)


class MailWait(Model):
    """One mail the customer waited for. ``arrived_ms`` None: it did not come while they waited until ``until_ms``.

    ``in_mailbox_ms`` is how long the mailbox's own servers had it before it could be read, by what they wrote into it,
    to half a second; None: they wrote nothing, or it did not come.
    """

    step: int
    asked_ms: float
    arrived_ms: float | None
    until_ms: float
    intent: str
    in_mailbox_ms: float | None = None

    @property
    def delay_ms(self) -> float:
        """From asking to arrival, or as long as the customer waited in vain; a server's coarse clock may say less."""
        return max(0.0, (self.until_ms if self.arrived_ms is None else self.arrived_ms) - self.asked_ms)

    @property
    def by_site_ms(self) -> float:
        """The part of the delay that was the site's: until the mailbox's servers had it. All of it where none tells."""
        return max(0.0, self.delay_ms - (self.in_mailbox_ms or 0))


class UnreadMail(Model):
    """A mail that came and that nobody waited for. ``marketing``: it says that it went to many, or how to be spared."""

    t_ms: float
    sender: str
    subject: str
    marketing: bool


class Mails(Model):
    """Mails waited for, in order, and what else had come when the visit ended. ``unread`` None: nobody looked."""

    items: tuple[MailWait, ...] = ()
    unread: tuple[UnreadMail, ...] | None = None

    @property
    def marketing(self) -> int | None:
        """How many marketing mails came that nobody waited for; None: nobody looked."""
        return None if self.unread is None else sum(mail.marketing for mail in self.unread)

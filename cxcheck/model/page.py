"""What the page did, and what was seen of it: screens, requests, errors, pictures, and what was looked for."""

from __future__ import annotations

from typing import Literal

from cxcheck.model.base import Box, Model


class Screen(Model):
    """One distinct view: a document, or a route inside one.

    ``says`` is the first heading that stood there at once, ``language`` what the document says it speaks, as in
    ``de-AT``; "" where it does not, or talks nonsense.
    """

    t_ms: float
    step: int
    page: int
    url: str
    title: str
    how: Literal["document", "route"]
    says: str = ""
    language: str = ""

    @property
    def called(self) -> str:
        """What a sentence calls it: ``page “Your basket”``, or ``page`` where it has no title."""
        return f"page “{self.title}”" if self.title else "page"


class Screens(Model):
    """Views in the order seen."""

    items: tuple[Screen, ...] = ()

    @property
    def documents(self) -> int:
        """How many whole documents were loaded."""
        return sum(screen.how == "document" for screen in self.items)


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
    """A script error, an HTTP error status or a failed request that the page ran into.

    ``began_ms`` is when its request began, as far as the browser tells; of a script error the same as ``t_ms``.
    ``own``: it is the site's own doing, not that of somebody else's script or server. ``status`` and ``resource`` are
    those of the request.
    """

    t_ms: float
    step: int
    page: int = 0
    kind: Literal["script", "http", "failed"]
    text: str
    began_ms: float
    own: bool = True
    status: int = 0
    resource: str = ""


class PageErrors(Model):
    """Errors, in order."""

    items: tuple[PageError, ...] = ()


class Picture(Model):
    """A picture of the viewport, a file below the visit's folder.

    Reason ``frame``: no picture was taken, it is the screencast's of the time at which ``popup`` stood there.
    """

    t_ms: float
    step: int
    reason: Literal["step-end", "popup", "waiting", "error", "frame"]
    file: str
    width_px: int
    height_px: int
    popup: int | None = None


class Pictures(Model):
    """Pictures, in order."""

    items: tuple[Picture, ...] = ()


class Search(Model):
    """How the customer looked for something: ``sure`` False means they had to guess among look-alikes.

    ``in_view``: it stood in the first screenful, None when that was not recorded. ``detours`` are the presses it took
    before it was in sight. ``missed``: they looked in vain.
    """

    t_ms: float
    step: int
    page: int = 0
    intent: str
    found: str
    sure: bool
    hint: bool
    in_view: bool | None = None
    detours: int = 0
    missed: bool = False


class Searches(Model):
    """Everything looked for, in order. ``product_ms`` is when the customer had found a first product, None: never."""

    items: tuple[Search, ...] = ()
    product_ms: float | None = None


class Sign(Model):
    """The customer saw that something is so, such as "signed up".

    ``known``: the site knows them as signed in; ``wants_sign_in``: it does not, and offers to sign in.
    """

    t_ms: float
    step: int
    sign: str
    known: bool
    wants_sign_in: bool


class Signs(Model):
    """Signs seen, in order. ``told``: the recording tells of them."""

    items: tuple[Sign, ...] = ()
    told: bool = True


class Shift(Model):
    """Content that moved without being asked to.

    ``value`` is the browser's layout-shift score of this one movement, ``box`` and ``selector`` are its largest part
    after it, ``moved_px`` how far that went. ``by_input``: it came of what the customer did in the half second before.
    """

    t_ms: float
    step: int
    screen: int
    value: float
    by_input: bool
    box: Box | None = None
    moved_px: float = 0
    selector: str = ""


class Shifts(Model):
    """Movements, in order."""

    items: tuple[Shift, ...] = ()


class Settled(Model):
    """A document as it stood shortly after loading.

    ``status`` is its HTTP status, 0 unknown; ``ways_on`` the number of links and buttons outside header, navigation,
    footer and overlays; ``says`` its main heading or first words. ``screen`` counts the screens seen so far.
    """

    t_ms: float
    step: int
    screen: int
    status: int
    ways_on: int
    says: str = ""


class SettledScreens(Model):
    """Documents that stood long enough to be looked at, in order."""

    items: tuple[Settled, ...] = ()

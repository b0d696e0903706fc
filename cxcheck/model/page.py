"""What the page did, and what was seen of it: screens, requests, errors, pictures, and what was looked for."""

from __future__ import annotations

from typing import Literal

from cxcheck.model.base import Model


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

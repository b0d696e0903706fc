"""What lay over the page."""

from __future__ import annotations

from enum import StrEnum

from cxcheck.model.base import Box, Model


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
    characters: int = 0
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

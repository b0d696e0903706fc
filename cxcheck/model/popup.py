"""What lay over the page, or came up beside it, unless it was part of it."""

from __future__ import annotations

from enum import StrEnum

from cxcheck.model.base import Box, Model


class PopupKind(StrEnum):
    """What an overlay is for."""

    CONSENT = "cookie consent"
    NEWSLETTER = "newsletter"
    DIALOG = "dialog"
    NATIVE = "native dialog"
    PERMISSION = "permission request"
    WINDOW = "new window"
    CHAT = "chat"
    TOAST = "toast"
    TOUR = "tour"
    INTERSTITIAL = "interstitial"
    BANNER = "banner"
    LIGHTBOX = "lightbox"
    DRAWER = "drawer"
    CAPTCHA = "captcha"


class Way(StrEnum):
    """What a customer does to be rid of an overlay."""

    CLOSE = "close control"
    REFUSE = "refusal"
    ACCEPT = "acceptance"
    ESCAPE = "Escape"
    BACKDROP = "beside it"


class Ending(StrEnum):
    """Who made it go."""

    CUSTOMER = "the customer"
    ITSELF = "itself"  # or a script of the site's: nobody had touched it
    PAGE = "the page was left"


class Attempt(Model):
    """One try to be rid of it; ``control`` is what the customer pressed, empty for a key or the backdrop."""

    t_ms: float
    way: Way
    control: str = ""
    worked: bool


class CloseControl(Model):
    """What the overlay offers for closing it, whether it was used or not.

    ``named``: it has a name to be read out, as a bare × has not. ``in_view``: it can be pressed without scrolling.
    """

    name: str = ""
    selector: str = ""
    box: Box | None = None
    named: bool = True
    in_view: bool = True


class Choice(Model):
    """One button of a consent question.

    ``clicks``: how many it takes to choose this, 1 on the first layer; None: not to be seen, and nobody tried.
    ``contrast_ratio`` is that of the button against what lies around it, the text's where it has no face of its own
    (WCAG's formula, 1 to 21).
    """

    name: str = ""
    clicks: int | None = None
    box: Box | None = None
    contrast_ratio: float | None = None


class Consent(Model):
    """What a consent question offers; None: it does not, on any layer that was seen."""

    accept: Choice | None = None
    reject: Choice | None = None
    settings: Choice | None = None


#: What comes up beside the page.
BESIDE = (PopupKind.NATIVE, PopupKind.PERMISSION, PopupKind.WINDOW)

_NAMES = {
    PopupKind.CONSENT: "cookie question",
    PopupKind.NEWSLETTER: "newsletter pop-up",
    PopupKind.NATIVE: "message of the browser",
    PopupKind.CHAT: "chat",
    PopupKind.TOUR: "tour",
    PopupKind.BANNER: "banner",
}


class Popup(Model):
    """Something laid over what the customer came for.

    ``cover_ratio`` is the share of the viewport that a grid of hit tests found covered; ``blocks`` says it kept the
    customer from the page: at most a quarter of the grid still reached it. ``modal``: it says of itself that nothing
    else can be used. ``at_once`` counts those that stood there when it came, itself among them. ``screen`` is the
    number of the view in ``Screens``, from 1 in order; 0: none yet. ``gone_ms`` None: still there at the end.
    ``in_the_way`` lists the times at which it lay over the very control the customer wanted. ``close_control`` is what
    the customer used to be rid of it, ``attempts`` all they tried. ``had_to_agree``: nothing
    else got rid of it than agreeing to what the persona would refuse. ``came_back``: the number of an earlier one that
    said the same and had been closed.
    """

    id: int
    t_ms: float
    step: int
    page: int = 0
    screen: int = 0
    kind: PopupKind
    title: str = ""
    buttons: tuple[str, ...] = ()
    box: Box | None = None
    cover_ratio: float = 0
    blocks: bool = False
    modal: bool = False
    at_once: int = 1
    asked_for: bool = False
    asks_for_email: bool = False
    words: int = 0
    characters: int = 0
    gone_ms: float | None = None
    ending: Ending | None = None
    in_the_way: tuple[float, ...] = ()
    close: CloseControl | None = None
    close_control: str = ""
    close_press_ms: float | None = None
    attempts: tuple[Attempt, ...] = ()
    had_to_agree: bool = False
    came_back: int | None = None
    consent: Consent | None = None

    @property
    def answered(self) -> bool:
        """Whether the customer accepted or refused what it asks."""
        return any(attempt.worked and attempt.way in {Way.ACCEPT, Way.REFUSE} for attempt in self.attempts)

    @property
    def called(self) -> str:
        """What it is called in a sentence: ``newsletter pop-up (“10 % off”)``."""
        name = _NAMES.get(self.kind, "pop-up")
        return f"{name} (“{self.title}”)" if self.title else name


def _known(question: Popup) -> tuple[bool, bool]:
    return question.consent is not None, question.consent is not None and question.consent.reject is not None


class Popups(Model):
    """Every overlay seen. In reports a *pop-up* is one that nobody asked for.

    ``offers_known`` False: recorded by a cxcheck that did not look for close controls and choices yet.
    """

    items: tuple[Popup, ...] = ()
    offers_known: bool = True

    @property
    def unasked(self) -> tuple[Popup, ...]:
        """Those nobody asked for."""
        return tuple(popup for popup in self.items if not popup.asked_for)

    @property
    def over_the_page(self) -> tuple[Popup, ...]:
        """Of those nobody asked for, what lies over the page and not beside it."""
        return tuple(popup for popup in self.unasked if popup.kind not in BESIDE)

    @property
    def questions(self) -> tuple[Popup, ...]:
        """Each cookie question once, as far as it was seen: the same one on the next page says nothing new."""
        known: dict[tuple[str, tuple[str, ...]], Popup] = {}
        for popup in self.unasked:
            if popup.kind is PopupKind.CONSENT:
                same = known.setdefault((popup.title, popup.buttons), popup)
                known[popup.title, popup.buttons] = max(same, popup, key=_known)
        return tuple(known.values())

    def get(self, number: int | None) -> Popup | None:
        """The one with this number."""
        return next((popup for popup in self.items if popup.id == number), None)

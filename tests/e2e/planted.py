"""What is planted in the demo shop, the path on which somebody meets it, and what must be found there.

The inner run's journeys are made of this table, and so are the tests of what it found.
"""

from typing import NamedTuple

# These paths are the beginning of others.
BEGINS = {
    "basket": "order",
    "till": "order",
    "delivered": "order",
    "lost-password": "back-in",
    "mail": "back-in",
    "glance": "entrance",
    "further": "entrance",
}


class Planted(NamedTuple):
    """``friction`` "clean": the path's twin, on which nothing is. ``found``: ids of checks, every one and no other."""

    friction: str
    path: str
    found: frozenset[str] = frozenset()
    persona: str = "tom"

    @property
    def key(self) -> str:
        """Of its journey."""
        return f"{self.friction}-{self.path}-{self.persona}"

    @property
    def twin(self) -> "Planted":
        """The same way through the shop without anything; or a longer one that begins with it and is walked anyhow."""
        longer = BEGINS.get(self.path, self.path)
        walked = any((one.path, one.persona) == (longer, self.persona) for one in FRICTIONS)
        return Planted("clean", longer if walked else self.path, persona=self.persona)


def _planted(friction: str, path: str, *found: str, persona: str = "tom") -> Planted:
    return Planted(friction, path, frozenset(found), persona)


FRICTIONS = [
    _planted("asked-twice", "till", "asked-twice"),
    # The press that runs into the error does nothing else: it is a dead one as well.
    _planted("click-error", "basket", "click-error", "dead-click"),
    _planted("cookie-banner", "entrance", "popup-in-the-way", persona="maria"),
    _planted("dead-button", "lost-password", "dead-click"),
    # Nobody gets on from a dead end, and nobody without a mouse into that basket. The link fails, as it does in
    # expired-link, and its page leads nowhere besides.
    _planted("dead-end", "mail", "dead-end", "reset-link-fails", "journey-unfinished"),
    _planted("expired-link", "mail", "reset-link-fails", "journey-unfinished"),
    _planted("forced-account", "till", "forced-to-register"),
    _planted("hidden-forgot-link", "sign-in", "forgot-link-hidden"),
    _planted("hidden-password-rule", "sign-up", "password-rule-hidden"),
    _planted("hostile-text", "entrance"),  # strange, and no friction
    _planted("input-lost", "till", "input-lost"),
    _planted("mouse-only", "basket", "keyboard-unreachable", "journey-unfinished", persona="claire"),
    # Whoever has a mouse does not notice.
    _planted("mouse-only", "basket"),
    _planted("newsletter-popup", "entrance", "popup-in-the-way", "newsletter-too-early"),
    _planted("page-jump", "entrance", "page-jumped"),
    _planted("no-zoom", "glance", "zoom-blocked", persona="maria"),
    _planted("nobody-to-ask", "typing", "nobody-to-ask"),
    _planted("other-language", "glance", "language-not-theirs", persona="maria"),
    _planted("other-language", "glance"),  # Tom reads English
    _planted("wide-page", "glance", "wider-than-the-phone", persona="maria"),
    _planted("wide-page", "glance"),  # at a desk it is wide enough
    _planted("sign-in-again", "sign-up", "sign-in-again"),
    _planted("slow-answer", "basket", "slow-answer"),
    _planted("slow-mail", "mail", "mail-slow"),
    # Each of the pile is in the way by itself.
    _planted("stacked-popups", "entrance", "popups-stacked", "popup-in-the-way", "newsletter-too-early"),
    # How soon pages come and what they keep the customer from: each is told of by one check.
    _planted("endless-spinner", "glance", "patience-lost"),
    _planted("page-freeze", "glance", "page-frozen"),
    _planted("restless-page", "glance", "page-never-settles"),
    _planted("slow-first-sight", "glance", "first-sight-slow"),
    _planted("slow-page", "glance", "page-slow"),
    _planted("slow-server", "glance", "server-slow"),
    _planted("sluggish-keys", "typing", "input-sluggish"),
    _planted("surprise-cost", "order", "surprise-cost"),
    # What lies over the page or comes up beside it; good ones among them find nothing.
    _planted("browser-alert", "glance", "browser-dialog-unasked"),
    _planted("chat", "entrance"),
    _planted("chat-in-the-way", "entrance", "popup-covers-control"),
    _planted("chat-pings", "further", "sound-unasked"),
    _planted("cookies-asked-again", "further", "consent-asked-again"),
    _planted("cookies-nudge", "glance", "consent-nudges"),
    _planted("cookies-refusal-hidden", "entrance", "refusing-is-work"),
    _planted("cookies-without-refusal", "glance", "consent-without-refusal"),
    _planted("kiln-note", "further"),
    _planted("note-returns", "further", "popup-came-back"),
    _planted("note-stays", "entrance", "popup-cannot-be-closed"),
    _planted("note-tiny-close", "glance", "close-control-tiny"),
    _planted("note-while-typing", "typing", "popup-while-typing"),
    _planted("notification-request", "glance", "permission-too-soon"),
    _planted("sticky-bars", "glance", "bars-eat-the-screen"),
    _planted("sticky-header", "glance"),
    _planted("window-by-itself", "glance", "window-unasked"),
    _planted("order-twice", "order", "double-order-risk"),
    # What takes longer than it need.
    _planted("long-checkout", "delivered", "checkout-long"),
    _planted("small-print", "sign-up", "sign-up-long"),
    _planted("small-print", "back-in", "way-back-long"),
    # Forms and their fields.
    _planted("blind-password", "sign-up", "password-unseen"),
    _planted("letters-for-email", "sign-up", "keypad-wrong", persona="maria"),
    _planted("letters-for-email", "sign-up"),  # whoever has a keyboard does not notice
    _planted("many-fields", "till", "too-many-fields"),
    _planted("no-autofill", "sign-up", "autofill-hindered"),
    _planted("placeholder-labels", "sign-up", "field-without-label"),
    _planted("ticked-newsletter", "sign-up", "consent-preticked"),
    _planted("tiny-link", "sign-in", "target-tiny"),
    _planted("vague-error", "till", "error-unexplained"),
    _planted("unmarked-field", "till"),  # refused like input-lost, and nothing is lost
]
TWINS = sorted({one.twin for one in FRICTIONS})

"""The catalogue of frictions and situations which the demo shop can plant."""

import difflib
import re

FRICTIONS: dict[str, str] = {
    "asked-twice": "The address form asks again for the e-mail address which the till has already.",
    "blind-password": "No password can be looked at while it is typed.",
    "browser-alert": "The home page tells of free delivery by the browser's own alert.",
    "chat": "No friction: a chat stands in the lower corner and covers nothing.",
    "chat-in-the-way": "The chat greets from the upper corner, over 'Sign in'.",
    "chat-pings": "The chat greets with a chime on every page.",
    "click-error": "The first click on 'Add to basket' ends in a script error and an answer 500.",
    "cookie-banner": "A consent bar covers the foot of every page until it is answered.",
    "cookies-asked-again": "The consent bar forgets the answer, and asks on every page.",
    "cookies-nudge": "The consent bar's refusal is pale and small beside its acceptance.",
    "cookies-refusal-hidden": "Cookies can only be refused behind 'Settings'.",
    "cookies-without-refusal": "Cookies can be accepted, and nothing else.",
    "dead-button": "The first click on 'Send me a reset link' does nothing at all.",
    "dead-end": "Every reset link leads to a bare error page without a way on.",
    "declined-card": "A situation: the bank refuses every card.",
    "endless-spinner": "On the home page the way to the shelf is being looked up, says a spinner that never ends.",
    "expired-link": "Every reset link is too old.",
    "forced-account": "Nobody can order without an account.",
    "hidden-forgot-link": "'Forgot your password?' stands far below the sign-in form, in small print.",
    "hidden-password-rule": "New passwords need a character such as !, which is said only when one is refused.",
    "hostile-text": "One product, named in the home page's title, is called like an attack.",
    "input-lost": "The phone number is called optional but needed, and the refused address form comes back empty.",
    "kiln-note": "No friction: a note in the corner, with a proper way to close it, once a visit.",
    "letters-for-email": "On a phone the sign-up form brings up letters without the @ for the e-mail address.",
    "long-checkout": "The till asks for the address page by page, one question more on each.",
    "many-fields": "The address form also asks for ten things that no parcel needs.",
    "mouse-only": "'Add to basket' is no button but a box that listens to the mouse alone.",
    "newsletter-popup": "A newsletter offer covers the home or sign-in page after 600 ms.",
    "no-autofill": "No field tells browsers what belongs into it.",
    "no-zoom": "No page can be enlarged on a phone.",
    "nobody-to-ask": "Header and footer name no help and no address.",
    "note-returns": "The note in the corner comes back on the next page.",
    "note-stays": "The note in the corner cannot be closed.",
    "note-tiny-close": "The × of the note in the corner is tiny.",
    "note-while-typing": "The note comes as soon as something is typed on the sign-in page.",
    "notification-request": "The home page wants to send notifications before anybody has done anything.",
    "order-twice": "While an order is being placed, its button can be pressed again.",
    "other-language": "The shop has a page in Spanish, and shows everybody the English one first.",
    "page-freeze": "A script holds the home page for a second and a half.",
    "page-jump": "A late banner pushes the home and product pages down.",
    "placeholder-labels": "The labels stand in the fields, and go with the first letter.",
    "sign-in-again": "Whoever has opened an account has to sign in with it.",
    "restless-page": "The home page writes its words letter by letter, for twelve seconds.",
    "slow-answer": "Adding to the basket is answered after many seconds.",
    "slow-first-sight": "The home page shows nothing before a slow style sheet has come.",
    "slow-mail": "The reset mail leaves many seconds after it was asked for.",
    "slow-page": "The home page's main picture comes after many seconds.",
    "slow-server": "The server thinks about the home page for many seconds.",
    "sluggish-keys": "The first key in each field of the sign-in page shows after a second.",
    "small-print": "Who opens an account, or chooses a new password, must tick conditions of five hundred words.",
    "sold-out": "A situation: every product is sold out.",
    "stacked-popups": "The consent bar and the newsletter offer come at once, one over the other.",
    "sticky-bars": "The header and a bar of offers stay on the screen and take a third of it.",
    "sticky-header": "No friction: a low header stays on the screen.",
    "surprise-cost": "A handling fee is first seen where the order is placed.",
    "ticked-newsletter": "The sign-up form has a box for the newsletter that is ticked beforehand.",
    "tiny-link": "'Forgot your password?' is tiny, and squeezed in between two other links.",
    "unmarked-field": "The phone number is called optional but needed; the refused form keeps what was typed.",
    "vague-error": "The phone number is called optional but needed; the refused form does not say what is wrong.",
    "wide-page": "A calendar on the home page is twice as wide as a phone.",
    "window-by-itself": "The home page opens another window by itself.",
}

CLEAN = "clean"


class UnknownFrictionError(ValueError):
    """A friction was asked for which the catalogue does not hold."""

    def __init__(self, name: str) -> None:
        """Say which name is wrong, what was probably meant, and what there is."""
        near = difflib.get_close_matches(name, FRICTIONS, n=1)
        hint = f" (did you mean {near[0]}?)" if near else ""
        valid = ", ".join(sorted(FRICTIONS))
        super().__init__(
            f"unknown friction {name!a}{hint}; valid: {valid}; or {CLEAN} for none",
        )


def parse_frictions(text: str) -> frozenset[str]:
    """Read ids joined by "," or "+"; nothing and "clean" both mean none.

    Raises:
        UnknownFrictionError: an id is not in the catalogue.

    """
    text = text.strip()
    if text in {"", CLEAN}:
        return frozenset()
    names = [name.strip() for name in re.split(r"[,+]", text)]
    for name in names:
        if name not in FRICTIONS:
            raise UnknownFrictionError(name)
    return frozenset(names)

"""The link in the mail for a forgotten password does not work."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck import lexicon
from cxcheck.checks.run import NotApplicable, NotMeasured
from cxcheck.model.finding import Attribute, CheckMeta, Confidence, Finding, Severity
from cxcheck.model.gesture import Gesture, GestureKind, Gestures
from cxcheck.model.page import Screens, Settled, SettledScreens
from cxcheck.model.wait import Mails, MailWait

_INTENT = "password reset"
_WRONG = 400  # HTTP status, from here on
_DOING = {GestureKind.CLICK, GestureKind.TAP, GestureKind.KEY, GestureKind.FIELD}

META = CheckMeta(
    id="reset-link-fails",
    attribute=Attribute.RESOLUTION,
    severity=Severity.CRITICAL,
    passes="The link for a new password worked",
    fails="The link for a new password did not work",
    why="It is the only way back in: whoever finds it shut has done everything right, and stays outside",
    remedy="Let a link work until it is used or an hour has passed, also the older of two; do not use it up by looking",
    threshold="HTTP status 400 or above, or a page that calls the link invalid, at the first use of a fresh link",
    source="OWASP, Forgot Password Cheat Sheet: single use, and an appropriate time; the threshold is our choice",
)


def check(
    mails: Mails, gestures: Gestures, settled: SettledScreens, screens: Screens
) -> Iterator[Finding | NotApplicable | NotMeasured]:
    """A finding for each such link: the first document that came after the mailbox, before anything was done."""
    arrived = [mail for mail in mails.items if mail.intent == _INTENT and mail.arrived_ms is not None]
    if not arrived:
        yield NotApplicable("no mail with a link for a new password came on this journey")
        return
    opened = [page for mail in arrived if (page := _opened(mail, gestures, settled, screens)) is not None]
    if not opened:
        yield NotMeasured("no page that the mail led to stood still long enough to be looked at")
    for page in opened:
        if page.status < _WRONG and not _calls_it_invalid(page, screens):
            continue
        answer = f" (HTTP status {page.status})" if page.status >= _WRONG else ""
        yield META.finding(
            page,
            f"The link in the mail led to “{page.says}”{answer}.",
            value=1,
            unit="count",
            limit=0,
            confidence=Confidence.RULE,
        )


def _opened(mail: MailWait, gestures: Gestures, settled: SettledScreens, screens: Screens) -> Settled | None:
    """The document that the mail's link led to; None where the customer did something else, such as type in a code."""
    came_back = [one.t_ms for one in gestures.items if _is_back(one) and one.t_ms >= mail.until_ms]
    if not came_back:
        return None
    since_ms = min(came_back)
    after = [page for page in settled.items if page.screen and screens.items[page.screen - 1].t_ms >= since_ms]
    if not after:
        return None
    came_ms = screens.items[after[0].screen - 1].t_ms
    did = any(one.kind in _DOING and one.trusted and since_ms < one.t_ms < came_ms for one in gestures.items)
    return None if did else after[0]


def _is_back(gesture: Gesture) -> bool:
    return gesture.kind is GestureKind.SWITCH and gesture.field_kind == "site"


def _calls_it_invalid(page: Settled, screens: Screens) -> bool:
    screen = screens.items[page.screen - 1]
    spoken = (screen.language,) if screen.language else ()
    return any(lexicon.mentions(text, "signs", "link expired", spoken) for text in (page.says, screen.title))

"""A pop-up that nobody asked for cannot be got rid of."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks import popup_in_the_way
from cxcheck.checks.run import NotApplicable, NotMeasured
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.popup import Ending, Popup, PopupKind, Popups, Way

_WAYS = {
    Way.CLOSE: "its close button",
    Way.REFUSE: "refusing",
    Way.ACCEPT: "accepting",
    Way.BACKDROP: "a press beside it",
}
_MAY_STAY = {PopupKind.TOAST, PopupKind.CHAT}  # one goes by itself, the other stands aside

META = CheckMeta(
    id="popup-cannot-be-closed",
    attribute=Attribute.EASE,
    severity=Severity.CRITICAL,
    passes="Every pop-up could be closed",
    fails="A pop-up could not be closed",
    why="Nothing the customer tries makes it go; what lies below it is lost to them, and soon the customer to the shop",
    remedy="Give it a close button in plain sight, with a name; let Escape and a press beside it close it too",
    threshold="tried, and neither its own buttons nor Escape nor a press beside it made it go",
    source="WCAG 2.2, 2.1.2 No Keyboard Trap and 2.2.4 Interruptions; the threshold is our choice",
)


def check(popups: Popups) -> Iterator[Finding | NotApplicable | NotMeasured]:
    """A finding for each that stayed whatever was tried. One that nobody touched passes if it offers a way out."""
    standing = [popup for popup in popups.over_the_page if popup.kind not in _MAY_STAY]
    if not standing:
        yield NotApplicable("no pop-up on this journey")
    stayed = [popup for popup in standing if popup.attempts and not _was_closed(popup)]
    unknown = [popup for popup in standing if not popup.attempts and not _was_closed(popup) and not _offers(popup)]
    if unknown and not stayed:
        yield NotMeasured(f"nobody tried to close the {unknown[0].called}, which shows no way out")
    for popup in stayed:
        yield META.finding(
            popup,
            f"The {popup.called} could not be closed: {_tried(popup)} did not help.",
            value=len(popup.attempts),
            unit="count",
            limit=0,
            popup=popup.id,
            spares_popup=not popup_in_the_way.tells_of(
                popup
            ),  # then its time is that check's: closed, it would still come
        )


def _was_closed(popup: Popup) -> bool:
    return popup.ending is Ending.CUSTOMER or any(attempt.worked for attempt in popup.attempts)


def _offers(popup: Popup) -> bool:
    """Whether something in sight says that it makes it go."""
    answers = popup.consent is not None and bool(popup.consent.accept or popup.consent.reject)
    return answers or (popup.close is not None and popup.close.in_view)


def _tried(popup: Popup) -> str:
    ways = dict.fromkeys(
        f"“{attempt.control}”"
        if attempt.control and attempt.way is not Way.ESCAPE
        else _WAYS.get(attempt.way, "Escape")
        for attempt in popup.attempts
    )
    return " and ".join(filter(None, (", ".join(list(ways)[:-1]), list(ways)[-1])))

"""Refusing cookies takes more presses than accepting them."""

from __future__ import annotations

from collections.abc import Iterator

from cxcheck.checks.run import NotApplicable, NotMeasured
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.gesture import Gestures
from cxcheck.model.popup import Choice, Consent, Popup, Popups

LIMIT = 0
_SERIOUS = 2

META = CheckMeta(
    id="refusing-is-work",
    attribute=Attribute.CONVENIENCE,
    severity=Severity.MODERATE,
    passes="Refusing cookies was as quick as accepting them",
    fails="Refusing cookies took more presses than accepting them",
    why="The customer must work harder to refuse; without a refusal in sight a fifth more people give in",
    remedy="Put the refusal beside the acceptance, on the first layer",
    threshold="one press more; serious from two more",
    source="Nouwens et al. 2020: consent rises by 22 to 23 points without it; not a legal verdict",
)


def check(popups: Popups, gestures: Gestures) -> Iterator[Finding | NotApplicable | NotMeasured]:
    """A finding for each cookie question that does so.

    A refusal that nobody went to see lies behind the settings, which takes one press more at least. One that is nowhere
    is the business of ``consent-without-refusal``.
    """
    asked = popups.questions
    known = [(popup, popup.consent) for popup in asked if popup.consent is not None]
    both = [(popup, consent, consent.accept) for popup, consent in known if consent.accept and _refusable(consent)]
    if len(known) < len(asked) and not any(_more(consent, yes) > LIMIT for _, consent, yes in both):
        yield NotMeasured("nobody could see the buttons of a cookie question")
    elif not both:
        yield NotApplicable("no cookie question could be both accepted and refused on this journey")
    for popup, consent, yes in both:
        more = _more(consent, yes)
        if more <= LIMIT:
            continue
        yield META.finding(
            popup,
            _sentence(popup, consent, more),
            severity=Severity.SERIOUS if more >= _SERIOUS else META.severity,
            value=more,
            unit="count",
            limit=LIMIT,
            popup=popup.id,
            spares_popup=False,
            needless=_needless(popup, gestures) if consent.reject else (),
        )


def _refusable(consent: Consent) -> bool:
    return bool(consent.reject or consent.settings)


def _more(consent: Consent, yes: Choice | None) -> int:
    """How many presses more the refusal takes, at least."""
    first = (yes.clicks if yes else None) or 1
    if consent.reject is None or consent.reject.clicks is None:
        return 1
    return consent.reject.clicks - first


def _sentence(popup: Popup, consent: Consent, more: int) -> str:
    least = "" if consent.reject else "at least "
    how_many = f"{more} press" if more == 1 else f"{more} presses"
    return f"Refusing the {popup.called} takes {least}{how_many} more than accepting it."


def _needless(popup: Popup, gestures: Gestures) -> tuple[float, ...]:
    """All that was done in it but the last press, which one beside the acceptance would have been."""
    inside = [one.t_ms for one in gestures.items if one.trusted and one.target.popup == popup.id]
    return tuple(inside[:-1])

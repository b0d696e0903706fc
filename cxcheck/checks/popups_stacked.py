"""Pop-ups that nobody asked for lie one over the other, or come one after the other before the customer can begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxcheck.checks.run import NotApplicable
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity
from cxcheck.model.gesture import GestureKind, Gestures
from cxcheck.model.popup import Popup, PopupKind, Popups

LIMIT = 1
_CRITICAL = 3
_CRITICAL_BLOCKING = 2
_NO_ACT = {GestureKind.SCROLL, GestureKind.BACK, GestureKind.SWITCH}
_ASIDE = {PopupKind.WINDOW, PopupKind.PERMISSION}  # lie on no pile; a check of their own tells of them

META = CheckMeta(
    id="popups-stacked",
    attribute=Attribute.EASE,
    severity=Severity.SERIOUS,
    passes="Pop-ups came one at a time, if at all",
    fails="Several pop-ups at once stood between the customer and the page",
    why="Each one closed uncovers the next; the customer fights the site before having seen what it offers",
    remedy="Show one at a time, and the next not before the customer has got on with what they came for",
    threshold="2 at once, or 2 before the first press on the page; critical from 3, or from 2 that block the page",
    source="our choice",
)


def check(popups: Popups, gestures: Gestures) -> Iterator[Finding | NotApplicable]:
    """A finding for each pile of overlays, and one for those met before the first act when they were no pile."""
    unasked = [popup for popup in popups.unasked if popup.kind not in _ASIDE]
    if not unasked:
        yield NotApplicable("no pop-up on this journey")
    told: set[int] = set()
    for pile in _piles(unasked):
        told |= {popup.id for popup in pile}
        yield _finding(pile, f"{len(pile)} pop-ups lay over the page at once")
    begins_ms = min(
        (g.t_ms for g in gestures.items if g.trusted and g.target.popup is None and g.kind not in _NO_ACT),
        default=float("inf"),
    )
    early = [popup for popup in unasked if popup.t_ms < begins_ms]
    if len(early) > LIMIT and not {popup.id for popup in early} <= told:
        yield _finding(early, f"{len(early)} pop-ups came before the customer could begin")


def _piles(popups: Sequence[Popup]) -> list[list[Popup]]:
    """The largest sets of overlays of one page that stood at one time, each overlay in one of them."""
    piles: list[list[Popup]] = []
    for popup in popups:
        standing = [other for other in popups if other.page == popup.page and _stands(other, popup.t_ms)]
        if len(standing) <= LIMIT:
            continue
        if piles and {p.id for p in piles[-1]} & {p.id for p in standing}:
            piles[-1] = max(piles[-1], standing, key=len)
        else:
            piles.append(standing)
    return piles


def _stands(popup: Popup, t_ms: float) -> bool:
    """Whether it lay there at that time. One that goes unclosed as another comes is not gone: it lies below."""
    if popup.t_ms > t_ms:
        return False
    return popup.gone_ms is None or popup.gone_ms > t_ms or (popup.gone_ms == t_ms and popup.close_press_ms is None)


def _finding(pile: Sequence[Popup], what: str) -> Finding:
    worse = len(pile) >= _CRITICAL or sum(popup.blocks for popup in pile) >= _CRITICAL_BLOCKING
    titles = [f"“{popup.title}”" for popup in pile if popup.title]
    named = f": {', then '.join(titles)}" if titles else ""
    top = pile[-1]
    return META.finding(
        top,
        f"{what}{named}.",
        severity=Severity.CRITICAL if worse else META.severity,
        value=len(pile),
        unit="count",
        limit=LIMIT,
        popup=top.id,
    )

"""Being rid of what lies over the page: which ways there are, in the order in which a customer tries them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cxcheck import lexicon
from cxcheck.artifacts.popup_buttons import Meaning, meaning
from cxcheck.model.popup import Way

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cxcheck.customer.sight import Control

Wish = Literal["accept", "reject", "ignore"]
_REFUSING = (Meaning.REJECT, Meaning.DECLINE)
# What a button says that does more than to close.
_BINDING: tuple[tuple[lexicon.Section, str], ...] = (
    ("hints", "binding"), ("hints", "offer"), ("popups", "newsletter"),
)  # fmt: skip


@dataclass(frozen=True)
class WayOut:
    """One way to try; ``control`` is what to press, None for a key or a place beside it.

    ``leads_on``: it opens a further layer of the question. ``saves``: what is ticked counts, so nothing should be.
    ``agrees``: to what the persona would refuse.
    """

    way: Way
    control: Control | None = None
    leads_on: bool = False
    saves: bool = False
    agrees: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from others: nothing is tried twice."""
        return (self.way, self.control.selector, self.control.name) if self.control else (self.way, "", "")


def ways_out(
    controls: Sequence[Control], here: str, *, consent: bool, wish: Wish = "reject", deep: bool = False,
    fillable: bool = False, of_age: bool = False,
) -> list[WayOut]:  # fmt: skip
    """Every way out of an overlay with these controls, the best first.

    ``here``: the page's address; what leads to another one is no way out. ``deep``: its settings were opened.
    ``fillable``: it has fields, so what agrees may send them. ``of_age``: it asks how old one is, and a "no" shuts the
    door; the persona is grown up.
    """
    usable = [one for one in controls if one.visible and one.enabled and not _leads_away(one, here)]
    if not consent:
        closing = [*_closing(usable, alone=not fillable and len(usable) == 1), *_anything(usable, fillable=fillable)]
        return [*(_grown_up(usable) if of_age and not fillable else ()), *closing]
    if wish == "accept":
        agreeing = [WayOut(Way.ACCEPT, one) for one in _meant(usable, Meaning.ACCEPT, Meaning.ACKNOWLEDGE)]
        return [*agreeing, *_closing(usable)]
    refusing = [WayOut(Way.REFUSE, one) for one in _meant(usable, *_REFUSING)]
    if wish == "ignore":  # it is in the way all the same: whoever does not choose closes it
        return [*_closing(usable), *_last(usable)]
    saving = [WayOut(Way.REFUSE, one, saves=True) for one in _meant(usable, Meaning.SAVE)]
    settings = [WayOut(Way.REFUSE, one, leads_on=True) for one in _meant(usable, Meaning.SETTINGS)]
    return [*refusing, *(saving if deep or not settings else []), *settings, *_closing(usable), *_last(usable)]


def _closing(controls: Sequence[Control], *, alone: bool = False) -> Iterator[WayOut]:
    """Ways that agree to nothing. ``alone``: its only control is pressed, to say that one has read it."""
    named = list(_meant(controls, Meaning.CLOSE))
    drawn = sorted((one for one in controls if one.closes and one not in named), key=lambda one: -one.closes)
    drawn = [one for one in drawn if meaning(one.name) is None]
    yield from (WayOut(Way.CLOSE, one) for one in (*named, *drawn))
    yield from (WayOut(Way.REFUSE, one) for one in _meant(controls, *_REFUSING))
    if alone:
        yield from (WayOut(Way.CLOSE, one) for one in _meant(controls, Meaning.ACKNOWLEDGE))
    yield WayOut(Way.ESCAPE)
    yield WayOut(Way.BACKDROP)


def _anything(controls: Sequence[Control], *, fillable: bool) -> Iterator[WayOut]:
    """What agrees to something, when nothing else has worked; a form is never sent."""
    if not fillable:
        yield from (WayOut(Way.CLOSE, one) for one in _meant(controls, Meaning.ACKNOWLEDGE))
        yield from (WayOut(Way.ACCEPT, one, agrees=True) for one in _meant(controls, Meaning.ACCEPT))
        yield from (WayOut(Way.CLOSE, one) for one in _left(controls))


def _grown_up(controls: Sequence[Control]) -> Iterator[WayOut]:
    """What says that one is old enough, and leads on to the page."""
    for one in controls:
        yes = any(lexicon.mentions(one.name, *said) for said in (("hints", "to the page"), ("words", "completed")))
        if yes and meaning(one.name) not in (*_REFUSING, Meaning.CLOSE):
            yield WayOut(Way.ACCEPT, one)


def _left(controls: Sequence[Control]) -> list[Control]:
    """Of those that nobody knows the meaning of: what leads to the page, or else the last one.

    Nothing that buys, deletes, sends, signs or takes an offer is pressed only to be rid of an overlay.
    """
    unknown = [one for one in controls if one.name and one.in_view and meaning(one.name) is None]
    free = [one for one in unknown if not _binds(one.name)]
    leading = [one for one in free if lexicon.mentions(one.name, "hints", "to the page")]
    return [*leading, *(free[-1:] if free[-1:] != leading[-1:] else ())]


def _binds(name: str) -> bool:
    """Whether it says that it does more than to close; "keep shopping" buys nothing."""
    said = lexicon.normal(name)
    for phrase in sorted(lexicon.phrases("hints", "to the page"), key=len, reverse=True):
        if lexicon.contains(said, phrase):
            said = said.replace(phrase, " ")
    return any(lexicon.mentions(said, section, key) for section, key in _BINDING)


def _last(controls: Sequence[Control]) -> Iterator[WayOut]:
    """A consent question that lets itself be answered in one way only."""
    yield from (WayOut(Way.ACCEPT, one, agrees=True) for one in _meant(controls, Meaning.ACKNOWLEDGE, Meaning.ACCEPT))
    if len(controls) == 1 and meaning(controls[0].name) is None:
        yield from (WayOut(Way.ACCEPT, one, agrees=True) for one in _left(controls))


def _meant(controls: Iterable[Control], *meanings: Meaning) -> Iterator[Control]:
    """Those for one of these things, what is in view first."""
    for what in meanings:
        yield from sorted((one for one in controls if meaning(one.name) is what), key=lambda one: not one.in_view)


def _leads_away(control: Control, here: str) -> bool:
    """Whether it is a link to somewhere else; a mere "#" is none."""
    scheme, to = control.href.partition(":")[0].lower(), control.href.partition("#")[0]
    return bool(to) and scheme != "javascript" and to != here.partition("#")[0]

"""Being rid of what lies over the page: which ways there are, in the order in which a customer tries them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cxcheck.artifacts.popup_buttons import Meaning, meaning
from cxcheck.model.popup import Way

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cxcheck.customer.sight import Control

Wish = Literal["accept", "reject", "ignore"]
_REFUSING = (Meaning.REJECT, Meaning.DECLINE)


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
    fillable: bool = False,
) -> list[WayOut]:  # fmt: skip
    """Every way out of an overlay with these controls, the best first.

    ``here``: the page's address; what leads to another one is no way out. ``deep``: its settings were opened.
    ``fillable``: it has fields, so what agrees may send them.
    """
    usable = [one for one in controls if one.visible and one.enabled and not _leads_away(one, here)]
    if not consent:
        return [*_closing(usable, alone=not fillable and len(usable) == 1), *_anything(usable, fillable=fillable)]
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


def _last(controls: Sequence[Control]) -> Iterator[WayOut]:
    """A consent question that lets itself be answered in one way only."""
    yield from (WayOut(Way.ACCEPT, one, agrees=True) for one in _meant(controls, Meaning.ACKNOWLEDGE, Meaning.ACCEPT))


def _meant(controls: Iterable[Control], *meanings: Meaning) -> Iterator[Control]:
    """Those for one of these things, what is in view first."""
    for what in meanings:
        yield from sorted((one for one in controls if meaning(one.name) is what), key=lambda one: not one.in_view)


def _leads_away(control: Control, here: str) -> bool:
    """Whether it is a link to somewhere else."""
    scheme = control.href.partition(":")[0].lower()
    return bool(control.href) and scheme != "javascript" and control.href.partition("#")[0] != here.partition("#")[0]

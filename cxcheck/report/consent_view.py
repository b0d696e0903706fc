"""Accepting beside refusing: what each takes, and how much more one of them is made of."""

from __future__ import annotations

from dataclasses import dataclass

from cxcheck.model.persona import Hands
from cxcheck.model.popup import Choice, Consent
from cxcheck.report.popup_words import press_word, presses
from cxcheck.report.svg import Bar, bar
from cxcheck.report.words import duration
from cxcheck.score import klm
from cxcheck.score.weights import weights

ALIKE_RATIO = 1.25  # our choice: less of a difference is hardly seen
_HIGHEST_CONTRAST = 21  # WCAG's formula: black on white


@dataclass(frozen=True)
class ChoiceView:
    """One way to answer. ``name`` is the site's; ``seconds`` are predicted, as effort is: at least so many.

    ``size`` is in CSS pixels. Empty: not known.
    """

    what: str
    name: str
    clicks: str
    seconds: str
    size: str
    area: Bar | None
    contrast: str
    stands_out: Bar | None


@dataclass(frozen=True)
class ConsentView:
    """The choices side by side; ``difference`` says in words which is made more of, or that they are alike."""

    choices: tuple[ChoiceView, ...]
    difference: str


def consent_view(consent: Consent, hands: Hands) -> ConsentView:
    """Accept, refuse, settings; one that was not to be seen says so."""
    named = {"Accept": consent.accept, "Refuse": consent.reject, "Settings": consent.settings}
    largest = max((_area(choice) for choice in named.values() if choice), default=0)
    return ConsentView(
        tuple(_choice(what, choice, hands, largest) for what, choice in named.items()),
        _difference(consent.accept, consent.reject),
    )


def _choice(what: str, choice: Choice | None, hands: Hands, largest: float) -> ChoiceView:
    if choice is None:
        return ChoiceView(what, "", "not offered", "", "", None, "", None)
    clicks, contrast = choice.clicks, choice.contrast_ratio
    return ChoiceView(
        what=what,
        name=choice.name,
        clicks=presses(clicks, press_word([hands.input])) if clicks else "not seen",
        seconds=duration(clicks * _press_ms(hands)) if clicks else "",
        size=f"{choice.box.width_px:.0f} × {choice.box.height_px:.0f}" if choice.box else "",
        area=bar({"interruption": _area(choice)}, largest, "") if choice.box else None,
        contrast=f"{contrast:.1f} : 1" if contrast else "",
        stands_out=bar({"interruption": contrast}, _HIGHEST_CONTRAST, "") if contrast else None,
    )


def _press_ms(hands: Hands) -> float:
    """A thought, the way there, the press: the keystroke-level model's."""
    return weights().effort.mental.value + klm.point_ms(hands, None, 1) + klm.press_ms(hands)


def _area(choice: Choice) -> float:
    return choice.box.width_px * choice.box.height_px if choice.box else 0.0


def _difference(accept: Choice | None, reject: Choice | None) -> str:
    if accept is None:
        return ""
    if reject is None:
        return "No way to refuse was seen"
    if accept.clicks and reject.clicks and reject.clicks > accept.clicks:
        return f"Refusing takes {reject.clicks - accept.clicks} more than accepting"
    told, known = [], 0
    for mine, other, more in (
        (_area(accept), _area(reject), "as large"),
        (accept.contrast_ratio, reject.contrast_ratio, "the contrast"),
    ):
        if mine and other:
            known += 1
            ratio = mine / other
            if ratio > ALIKE_RATIO:
                told.append(f"{ratio:.1f} times {more}")
    if told:
        return f"Accept has {told[0]}" if told[0].endswith("contrast") else "Accept is " + _joined(told)
    return "Accept and refuse are made alike" if known > 1 else ""


def _joined(told: list[str]) -> str:
    return told[0] if len(told) == 1 else f"{told[0]} and has {told[1]}"

"""Pop-ups in a sentence: how many, when, how many at once, what they took."""

from __future__ import annotations

from collections.abc import Sequence

from cxcheck.model.scorecard import PopupCounts
from cxcheck.report.words import NOT_MEASURED, duration, plural

_PRESSES = {"mouse": "click", "touch": "tap", "keyboard": "key press"}


def press_word(inputs: Sequence[str]) -> str:
    """What a press is called, by the hands that made it; of several kinds just that."""
    kinds = set(inputs)
    return _PRESSES[kinds.pop()] if len(kinds) == 1 else "press"


def presses(count: int, word: str) -> str:
    """``2 clicks``, ``3 presses``."""
    return plural(count, word, f"{word}es" if word.endswith("s") else "")


def of_visit(found: PopupCounts | None, took: str = "", word: str = "press") -> str:
    """``4 pop-ups before the first product, 2 at once, 11 seconds, 3 clicks``. No full stop, a small letter first.

    ``took`` is the customer time lost to them, as it is written elsewhere; ``word`` is what a press is called. What is
    not known is left out, and only where nothing is known that is said.
    """
    if found is None:
        return f"pop-ups {NOT_MEASURED}"
    if not found.unasked:
        return "no pop-up" + (f", apart from {_asked(found.asked_for)}" if found.asked_for else "")
    said = [_how_many(found), *_more(found.at_once, took, found.presses, word)]
    agreed = "; cookies had to be agreed to" if found.agreed else ""
    return ", ".join(said) + agreed


def of_several(counts: Sequence[PopupCounts | None], took_ms: Sequence[float | None], different: int) -> str:
    """``5 different pop-ups, met 23 times in 10 of 12 visits, up to 3 at once, 2 min 4 s in all``.

    Of a journey or a run, one of each for each visit. ``different`` is how many there are when the same one, met again,
    counts once. Only visits in which pop-ups were measured are in it.
    """
    known = [(one, ms) for one, ms in zip(counts, took_ms, strict=True) if one is not None]
    if not known:
        return f"pop-ups {NOT_MEASURED}"
    unknown = len(counts) - len(known)
    left_out = f"; {plural(unknown, 'visit')} {NOT_MEASURED}" if unknown else ""
    met = [(one, ms) for one, ms in known if one.unasked]
    if not met:
        return f"no pop-up in {plural(len(known), 'visit')}{left_out}"
    times = sum(one.unasked for one, _ in met)
    again = f"met {plural(times, 'time')} in " if times > different else "in "
    what = f"{different} different pop-ups" if different > 1 else plural(different, "pop-up")
    whole = None if any(ms is None for _, ms in met) else sum(ms or 0 for _, ms in met)
    at_once = max(one.at_once for one, _ in met)
    agreed = sum(one.agreed > 0 for one, _ in met)
    said = [
        what,
        f"{again}{len(met)} of {plural(len(known), 'visit')}",
        *([f"up to {at_once} at once"] if at_once > 1 else []),
        *([f"{spoken(duration(whole))} in all"] if whole else []),
    ]
    had_to = f"; cookies had to be agreed to in {agreed}" if agreed else ""
    return ", ".join(said) + had_to + left_out


def spoken(amount: str) -> str:
    """``11 s`` as ``11 seconds``; minutes and milliseconds stay short."""
    number, _, unit = amount.rpartition(" ")
    if unit != "s" or " " in number:
        return amount
    return f"{number} second" + ("" if number == "1" else "s")


def _how_many(found: PopupCounts) -> str:
    count = plural(found.unasked, "pop-up")
    early, what = found.before_product, "the first product"
    if early is None:
        early, what = found.before_act, "the first act"
    if not early:
        return count
    return f"{count} before {what}" if early == found.unasked else f"{count}, {early} of them before {what}"


def _more(at_once: int, took: str, pressed: int | None, word: str) -> list[str]:
    return [
        *([f"{at_once} at once"] if at_once > 1 else []),
        *([spoken(took)] if took else []),
        *([presses(pressed, word)] if pressed else []),
    ]


def _asked(count: int) -> str:
    return f"{plural(count, 'overlay')} that the customer asked for"

"""What an overlay is for: told from what it says and from how it stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxcheck import lexicon
from cxcheck.model.popup import PopupKind

if TYPE_CHECKING:
    from collections.abc import Mapping

# All our choice, from the look of real overlays.
_LARGE = 0.5  # of the window: a dialog rather than a banner
_SMALL_HEIGHT_PX = 240  # a toast, or a stack of two, is no higher, nor wider
_SMALL_WIDTH_PX = 520
_LINE_PX, _PADDING_LINES, _WORDS_A_LINE = 30, 3, 4
_FEW_WORDS = 25  # a toast says no more
_HARDLY_WORDS = 14  # of a picture's caption and its buttons
_SILENT_WORDS = 2  # of a frame that shows a film: a page in a frame says more
_OF = {"of", "von", "de", "di", "van", "z", "sur"}
_MOST_STEPS = 30
# Of signs that a recording has, but not all of them: they came one after the other.
_UNTOLD = {
    **dict.fromkeys(("backdrop", "broad", "dialog", "log", "media", "spoken", "spotlight", "tall", "writes"), False),
    "edge": "centre",
    "prose": 0,
}


def kind_of(data: Mapping[str, Any]) -> PopupKind:
    """Of an overlay's facts; an older recording has fewer of them, and its kinds are fewer."""
    text = " ".join([str(data["text"]), *map(str, data["controls"])])
    signs = {**_UNTOLD, **data["signs"]} if data.get("signs") is not None else None
    data = {**data, "signs": signs}
    if is_consent(text, data):
        return PopupKind.CONSENT
    if signs is not None:
        found = _by_its_words(text, data, signs) or _by_its_look(text, data, signs)
        if found is not None:
            return found
    if "email" in data["fields"] or _says(text, "newsletter"):
        return PopupKind.NEWSLETTER
    dialog = data["modal"] or data["role"] in {"dialog", "alertdialog"} or float(data["cover_ratio"]) >= _LARGE
    return PopupKind.DIALOG if dialog else PopupKind.BANNER


def _says(text: str, what: str) -> bool:
    return lexicon.mentions(text, "popups", what)


def is_consent(text: str, data: Mapping[str, Any]) -> bool:
    """It speaks of cookies, or of privacy and has both a yes and a no."""
    if _says(text, "cookie consent"):
        return True
    both = all(
        any(lexicon.mentions(str(name), "intents", way) for name in data["controls"]) for way in ("accept", "reject")
    )
    return both and "email" not in data["fields"] and lexicon.mentions(text, "hints", "privacy")


def _by_its_words(text: str, data: Mapping[str, Any], signs: Mapping[str, Any]) -> PopupKind | None:
    if _says(text, "captcha"):
        return PopupKind.CAPTCHA
    if signs["spotlight"] or _says(text, "tour") or _counts_steps(text, data):
        return PopupKind.TOUR
    corner = signs["edge"] in {"corner", "right", "left"} and not signs["backdrop"]
    if (_says(text, "chat") or signs["log"]) and (signs["writes"] or corner) and not data["modal"]:
        return PopupKind.CHAT
    return None


def _counts_steps(text: str, data: Mapping[str, Any]) -> bool:
    """A way on beside a count such as "1 of 4", or a way on and a way back; no pictures to leaf through.

    A button that says "next" and nothing more leads on by itself: what would be left is a picture or a form.
    """
    names = [str(name) for name in data["controls"]]
    if data["signs"]["media"] or data["fields"]:
        return False
    if any(lexicon.normal(name) in lexicon.phrases("hints", "next alone") for name in names):
        return True
    on, back = (any(lexicon.mentions(name, "hints", way) for name in names) for way in ("next step", "step before"))
    said = lexicon.normal(text).split()
    thirds = zip(said, said[1:], said[2:], strict=False)
    counted = any(a.isdigit() and b in _OF and c.isdigit() and int(a) <= int(c) <= _MOST_STEPS for a, b, c in thirds)
    return on and (counted or back)


def _by_its_look(text: str, data: Mapping[str, Any], signs: Mapping[str, Any]) -> PopupKind | None:
    # A message that is spoken and keeps nobody from the page has no shade, however large what carries it.
    veiled = bool(data["blocks"] or data["modal"] or (signs["backdrop"] and not signs["spoken"]))
    stops = veiled or signs["edge"] in {"top", "bottom", "full"}
    if stops and "email" not in data["fields"] and _says(text, "interstitial"):
        return PopupKind.INTERSTITIAL
    if signs["edge"] == "full" and data["blocks"] and not data["asked_for"] and not _may_be_filled(data, signs):
        return PopupKind.INTERSTITIAL
    if not data["asked_for"] and _woos(text, data, veiled=veiled):
        return PopupKind.NEWSLETTER
    return _veiled(data, signs) if veiled else _beside(data, signs)


def _may_be_filled(data: Mapping[str, Any], signs: Mapping[str, Any]) -> bool:
    """Or looked at: more than something to read and to go past."""
    return bool(data["fields"] or data.get("frame") or signs["media"])


def _woos(text: str, data: Mapping[str, Any], *, veiled: bool) -> bool:
    """It wants an address, in its only field, or offers something."""
    rich = veiled or data["signs"]["media"] or data["fields"] or not _is_small(data)
    if veiled and list(data["fields"]) in (["text"], ["tel"]):
        return True
    return (
        "email" in data["fields"]
        or _says(text, "newsletter")
        or (rich and ("%" in text or lexicon.mentions(text, "hints", "offer")))
    )


def _is_small(data: Mapping[str, Any]) -> bool:
    """A toast, or a stack of two, that is no larger than what it says needs."""
    most_px = min(_SMALL_HEIGHT_PX, _LINE_PX * (_PADDING_LINES + int(data["signs"]["prose"]) / _WORDS_A_LINE))
    return bool(data["box"]["height_px"] <= most_px and data["box"]["width_px"] <= _SMALL_WIDTH_PX)


def _veiled(data: Mapping[str, Any], signs: Mapping[str, Any]) -> PopupKind:
    edge, framed = signs["edge"], bool(data.get("frame"))
    said = len(lexicon.normal(str(data["text"])).split()) if framed else int(signs["prose"])
    pictured = signs["media"] and said <= _HARDLY_WORDS
    if (pictured or (framed and said <= _SILENT_WORDS)) and not data["fields"]:
        return PopupKind.LIGHTBOX
    if edge == "full" and data["blocks"] and not framed:
        return PopupKind.INTERSTITIAL
    if edge in {"left", "right", "bottom"}:
        return PopupKind.DRAWER
    return PopupKind.DIALOG


def _beside(data: Mapping[str, Any], signs: Mapping[str, Any]) -> PopupKind | None:
    edge = signs["edge"]
    if edge in {"left", "right"} and signs["tall"]:
        return PopupKind.DRAWER
    if edge == "centre" and not signs["spoken"]:
        return PopupKind.DIALOG
    if edge in {"top", "bottom"} and signs["broad"] and not signs["spoken"]:
        return PopupKind.BANNER
    if signs["dialog"] and not signs["spoken"]:  # it says so of itself
        return PopupKind.DIALOG
    low = signs["spoken"] and not signs["broad"] and data["box"]["height_px"] <= _LINE_PX * _PADDING_LINES
    if (
        (_is_small(data) or low)
        and (signs["spoken"] or edge != "centre")
        and int(signs["prose"]) <= _FEW_WORDS
        and not data["fields"]
    ):
        return PopupKind.TOAST
    return None

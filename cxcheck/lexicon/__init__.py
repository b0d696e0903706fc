"""What sites call things, in several languages: data, one TOML file per language."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

Section = Literal["intents", "fields", "signs", "popups", "hints", "words"]
FALLBACK = "en"  # many sites mix English into any language
_VOICED = "\u3099\u309a"  # no accents: they tell the card (カード) from the cart (カート)


@lru_cache(maxsize=2_000)  # a visit asks again and again about the same texts
def normal(text: str) -> str:
    """A text as it is compared: no case, accents, punctuation or double spaces; lone symbols such as × stay."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char for char in folded if char in _VOICED or not unicodedata.combining(char))
    bare = unicodedata.normalize("NFC", kept)
    words = re.sub(r"[^\w\s%]|_", " ", bare).replace("%", " % ").split()  # "10% off" is "10 % off"
    return " ".join(words) or bare.strip()


@cache
def languages() -> tuple[str, ...]:
    """Two-letter codes of the languages there are."""
    names = (entry.name for entry in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def _file(language: str) -> dict[str, dict[str, list[str]]]:
    text = files(__package__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def phrases(section: Section, key: str, spoken: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The normalised phrases for one thing: in the languages spoken (``es-MX`` counts as ``es``), then in English.

    With no language given, in all there are. A key that no file knows stands for itself.
    """
    wanted = [code.partition("-")[0].lower() for code in spoken] if spoken else list(languages())
    known = [code for code in dict.fromkeys([*wanted, FALLBACK]) if code in languages()]
    found = [normal(phrase) for code in known for phrase in _file(code).get(section, {}).get(key, [])]
    return tuple(dict.fromkeys(found)) or (normal(key),)


@cache
def own(section: Section, key: str, language: str) -> tuple[str, ...]:
    """The phrases of one language and no other, as they are written; none where it is not known."""
    return tuple(_file(language).get(section, {}).get(key, [])) if language in languages() else ()


@cache
def keys(section: Section) -> tuple[str, ...]:
    """What the fallback language has words for."""
    return tuple(_file(FALLBACK)[section])


# Scripts that put no space between words, or write particles together with them (Korean): there a phrase may stand
# anywhere, but not a lone character, as in 国 or 名.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f\uac00-\ud7af]")


def contains(text: str, phrase: str) -> bool:
    """Whether a text (normalised) contains a phrase (normalised) as whole words."""
    return _sought(phrase) in f" {text} "


def mentions(text: str, section: Section, key: str, spoken: tuple[str, ...] = ()) -> bool:
    """Whether a longer text contains one of the phrases as whole words."""
    said = f" {normal(text)} "
    return any(sought in said for sought in _all_sought(section, key, spoken))


def _sought(phrase: str) -> str:
    """What to look for in a text with a space at each end."""
    return phrase if len(phrase) > 1 and _UNSPACED.search(phrase) else f" {phrase} "


@cache
def _all_sought(section: Section, key: str, spoken: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_sought, phrases(section, key, spoken)))

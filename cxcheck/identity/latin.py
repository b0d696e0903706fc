"""A name in Latin letters without accents, as an e-mail address or a card carries it."""

from __future__ import annotations

import unicodedata

# Cyrillic as Russian, then what Ukrainian reads otherwise, by the passport rules of their countries (ICAO 9303; Cabinet
# of Ministers of Ukraine, resolution 55 of 2010); Greek by ISO 843, type 2.
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "ie", "ы": "y", "ь": "", "э": "e", "ю": "iu",
    "я": "ia", "і": "i", "ї": "i", "є": "ie", "ґ": "g", "ў": "u", "џ": "dz", "љ": "lj", "њ": "nj", "ћ": "c",
    "ђ": "dj", "ј": "j",
}  # fmt: skip
_UKRAINIAN = {"г": "h", "и": "y"}
_UKRAINIAN_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
    "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_OTHERS = {"ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_IS_UKRAINIAN = set("іїєґ")


def latin(name: str, *, beside: str = "") -> str:
    """The name in the letters a to z, with its spaces and hyphens; '' where its script is none of those known.

    ``beside`` is what else the person is called, and may tell the language.
    """
    ukrainian = bool(_IS_UKRAINIAN & set((name + beside).lower()))
    table = _OTHERS | _GREEK | _CYRILLIC | (_UKRAINIAN if ukrainian else {})
    words = [
        _word(word, table, first=_UKRAINIAN_FIRST if ukrainian else {}) for word in name.replace("-", " - ").split()
    ]
    return " ".join(word for word in words if word).replace(" - ", "-").strip(" -")


def _word(word: str, table: dict[str, str], first: dict[str, str]) -> str:
    if word == "-":
        return word
    letters = []
    word = word.replace("ου", "ou").replace("ού", "ou")  # the one pair of Greek letters that names are full of
    for place, char in enumerate(unicodedata.normalize("NFC", word.lower())):
        if place == 0 and char in first:
            letters.append(first[char])
        elif char in table:
            letters.append(table[char])
        else:
            letters += [table.get(part, part) for part in unicodedata.normalize("NFKD", char)]
    plain = "".join(char for char in "".join(letters) if "a" <= char <= "z")
    return plain.capitalize() if word[:1].isupper() or not word.isascii() else plain

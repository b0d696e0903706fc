"""Silent reading, by language, in milliseconds."""

from __future__ import annotations

from cxcheck.model.reading import Text
from cxcheck.score.weights import weights


def reading_ms(text: Text | str, language: str) -> float:
    """How long an average adult reads at this text; ``language`` as in ``de`` or ``de-AT``.

    By words where the speed in that language is known, by signs where no space parts the words, else by characters.
    """
    counted = Text.of(text) if isinstance(text, str) else text
    speeds = weights().reading
    code = language.partition("-")[0].partition("_")[0].lower()
    if code in speeds.words:
        amount, aloud = counted.words, speeds.words[code]
    else:
        amount, aloud = counted.characters, speeds.signs.get(code, speeds.characters.value)
    return amount * 60_000 / (aloud * speeds.silent_ratio.value)

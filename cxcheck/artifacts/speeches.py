"""What languages documents speak: by their words, else by what they say of themselves.

What a document says of itself is often what its template came with, so that where the words tell, they decide.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cxcheck import lexicon
from cxcheck.artifacts.gestures import target
from cxcheck.artifacts.pages import screen_at
from cxcheck.model.speech import Speech, Speeches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.model.artifact import Timeline
    from cxcheck.model.event import Event
    from cxcheck.model.page import Screens

_CODE = re.compile(r"[a-z]{2,3}(?![a-z])")
_TELLS = 3  # so many of a language's small words on a page, and twice as many as of any other: our choice


def build(events: Sequence[Event], timeline: Timeline, screens: Screens) -> Speeches:
    """One row a document, in order."""
    return Speeches(items=tuple(_speech(event, timeline, screens) for event in events if event.kind == "page/speaks"))


def _speech(event: Event, timeline: Timeline, screens: Screens) -> Speech:
    data, offers = event.data, event.data["offers"] or {}
    said = str(data["here"]) or _code(str(data["lang"]))
    return Speech(
        t_ms=event.t_ms,
        step=timeline.step_at(event.t_ms),
        page=event.page,
        screen=screen_at(screens, event),
        language=by_words(list(map(str, data["words"]))) or said,
        offers=_code(str(offers.get("language", ""))),
        called=str(offers.get("name", ""))[:80],
        target=target(offers["target"], {}) if offers.get("target") else None,
    )


def by_words(words: Sequence[str]) -> str:
    """The language that these small words belong to; "" where they do not tell, or tell of none that is known."""
    found = {language: len(set(words) & set(_common(language))) for language in lexicon.languages()}
    best, *others = sorted(found, key=lambda language: -found[language])
    return best if found[best] >= _TELLS and found[best] >= 2 * found[others[0]] else ""


def _common(language: str) -> tuple[str, ...]:
    return lexicon.own("words", "common", language)


def _code(text: str) -> str:
    found = _CODE.match(text.lower())
    return found[0] if found else ""

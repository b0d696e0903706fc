"""A story as the player reads it: JSON inside the page, in which nothing can end the script it stands in."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from typing import Any

from cxcheck.model.base import Box
from cxcheck.replay.film import Read
from cxcheck.replay.moments import GAVE_UP
from cxcheck.replay.story import Story
from cxcheck.report.foreign import on_one_line

KINDS = {
    "critical": "Critical",
    "serious": "Serious",
    "moderate": "Moderate",
    "minor": "Minor",
    GAVE_UP: "Gave up here",
}
_HARMLESS = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def embedded(value: object) -> str:
    """JSON that means the same to a script, and nothing to the HTML around it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign, written in _HARMLESS.items():
        text = text.replace(sign, written)
    return text


def lane(told: Story, read: Read, shown: Mapping[str, str]) -> dict[str, Any]:
    """What the player needs of one story. ``shown``: pictures that stand in the page already, id by file."""
    return {
        "who": told.visit.info.persona.key,
        "name": on_one_line(told.name),
        "customer": on_one_line(told.visit.info.persona.title),
        "about": on_one_line(told.visit.info.persona.summary),
        "goal": on_one_line(told.visit.info.journey.goal),
        "journey": on_one_line(told.visit.info.journey.title),
        "hands": told.visit.info.persona.hands.input,
        "site": on_one_line(told.visit.info.site),
        "intro": round(told.intro),
        "length": round(told.length),
        "film": [
            {"at": round(one.at), "w": one.width_px, "h": one.height_px, **_picture(one.file, read, shown)}
            for one in told.film
        ],
        "chapters": [
            {
                "at": round(one.at),
                "until": round(one.until),
                "number": one.what.index,
                "title": on_one_line(one.what.title),
                "truth": one.what.moment_of_truth,
            }
            for one in told.chapters
        ],
        "waits": _spans(told.waits),
        "interruptions": _spans(told.interruptions),
        "clock": [
            [round(at), round(spent.total), round(spent.waiting), round(spent.interruption)] for at, spent in told.clock
        ],
        "acts": [
            {"at": round(one.at), "kind": one.what.kind.value, "box": _box(one.what.box), "text": one.what.text}
            for one in told.acts
        ],
        "captions": [{"at": round(one.at), "text": on_one_line(one.what.text)} for one in told.captions],
        "cards": [
            {
                "at": round(one.at),
                "until": round(one.until),
                "kind": one.what.kind,
                "title": on_one_line(one.what.title),
                "lines": [on_one_line(line) for line in one.what.lines],
            }
            for one in told.cards
        ],
        "moments": [
            {
                "at": round(one.at),
                "until": round(one.until),
                "kind": one.what.kind,
                "word": KINDS[one.what.kind],
                "sentence": on_one_line(one.what.sentence),
                "box": _box(one.what.box),
                "costs": one.what.costs,
                "step": one.what.step,
            }
            for one in told.moments
        ],
        "fast": [[round(one.from_at), round(one.until_at), round(one.times)] for one in told.fast],
    }


def _picture(file: str, read: Read, shown: Mapping[str, str]) -> dict[str, str]:
    if file in shown:
        return {"id": shown[file]}
    data = read(file)
    return {"jpeg": base64.b64encode(data).decode()} if data else {}


def _spans(spans: Sequence[tuple[float, float]]) -> list[list[int]]:
    return [[round(from_at), round(until_at)] for from_at, until_at in spans if until_at > from_at]


def _box(box: Box | None) -> list[float] | None:
    return None if box is None else [round(side) for side in (box.x_px, box.y_px, box.width_px, box.height_px)]

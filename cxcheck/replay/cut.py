"""Pieces of several stories as one story for the player: cut out, and put one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cxcheck.replay.data import lane
from cxcheck.replay.film import Read
from cxcheck.replay.worst import CONTEXT_MS, Clip
from cxcheck.report.foreign import on_one_line
from cxcheck.report.words import plural

_SPANS = ("waits", "interruptions", "fast")
_MOMENTS = ("film", "acts", "captions")  # what stands from a moment on


def together(
    clips: Sequence[Clip], reads: Sequence[Read], shown: Sequence[Mapping[str, str]], hrefs: Sequence[str]
) -> dict[str, Any]:
    """One lane. ``shown``: pictures of each clip's visit that stand in the page, id by file."""
    joined: dict[str, Any] = {key: [] for key in (*_MOMENTS, *_SPANS, "chapters", "clock", "cards", "moments")}
    at = 0
    for number, (clip, read, ids, href) in enumerate(zip(clips, reads, shown, hrefs, strict=True), start=1):
        card = round(CONTEXT_MS)
        piece = cut(lane(clip.told, read, ids), round(clip.from_at), round(clip.until_at), at + card)
        ends = at + card + round(clip.length)
        piece["clock"].insert(0, [at, *piece["clock"][0][1:]])  # it stands while the card does
        for key in joined.keys() & piece.keys() - {"chapters"}:
            joined[key] += piece[key]
        if piece["film"]:  # the first picture stands behind the card
            joined["film"][-len(piece["film"])]["at"] = at
        joined["cards"].append(
            {
                "at": at,
                "until": at + card,
                "kind": "context",
                "who": piece["who"],
                "label": f"{number} of {len(clips)}",
                "title": on_one_line(clip.moment.what.sentence),
                "lines": [on_one_line(clip.costs), f"Here: {piece['customer']}, {piece['journey']}"],
            }
        )
        joined["chapters"].append(
            {
                "at": at,
                "until": ends,
                "number": number,
                "title": clip.step or piece["journey"],
                "label": f"{number} of {len(clips)} · {piece['journey']}",
                "truth": False,
                "clip": True,
                "href": href,
                **{key: piece[key] for key in ("who", "name", "customer", "goal", "hands")},
            }
        )
        at = ends
    joined["cards"].sort(key=lambda one: one["at"])
    site = on_one_line(clips[0].told.visit.info.site)
    about = {
        "site": site,
        "who": "",
        "name": "",
        "customer": plural(len(clips), "moment"),
        "about": "",
        "goal": "",
        "hands": "touch",
    }
    return joined | about | {"journey": "The worst moments", "intro": 0, "length": at}


def cut(whole: Mapping[str, Any], from_at: int, until_at: int, to: int) -> dict[str, Any]:
    """What a lane shows between two of its times, moved so that it begins at ``to``."""

    def moved(at: int) -> int:
        return min(max(at, from_at), until_at) - from_at + to

    piece = dict(whole)
    for key in _MOMENTS:
        inside = [one for one in whole[key] if from_at <= one["at"] < until_at]
        before = [one for one in whole[key] if one["at"] < from_at][-1:] if key != "acts" else []
        piece[key] = [one | {"at": moved(one["at"])} for one in before + inside]
    piece["cards"] = [one for one in whole["cards"] if one["at"] < until_at and one["until"] > from_at]
    # A sentence that was being said goes without its end.
    piece["moments"] = [one for one in whole["moments"] if from_at <= one["at"] < until_at]
    for key in ("cards", "moments"):
        piece[key] = [one | {"at": moved(one["at"]), "until": moved(one["until"])} for one in piece[key]]
    for key in _SPANS:
        inside = [span for span in whole[key] if span[0] < until_at and span[1] > from_at]
        piece[key] = [[moved(span[0]), moved(span[1]), *span[2:]] for span in inside]
    piece["clock"] = [[to, *_at(whole["clock"], from_at)]]
    piece["clock"] += [[moved(at), *parts] for at, *parts in whole["clock"] if from_at < at < until_at]
    piece["clock"] += [[moved(until_at), *_at(whole["clock"], until_at)]]
    return piece


def _at(clock: Sequence[Sequence[float]], at: float) -> list[float]:
    """What the customer's clock shows then, between its points."""
    after = next((index for index, point in enumerate(clock) if point[0] > at), len(clock))
    if not clock or after == 0:
        return [0, 0, 0]
    if after == len(clock):
        return list(clock[-1][1:])
    before, then = clock[after - 1], clock[after]
    share = (at - before[0]) / (then[0] - before[0])
    return [round(sooner + share * (later - sooner)) for sooner, later in zip(before[1:], then[1:], strict=True)]

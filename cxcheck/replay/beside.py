"""Two visits of one journey side by side, aligned by step: who is done first waits for the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from cxcheck.model.artifact import Outcome
from cxcheck.replay.story import Story
from cxcheck.report.foreign import on_one_line
from cxcheck.report.words import duration

_MOMENTS = ("film", "acts", "captions")  # what stands from a moment on
_LASTING = ("chapters", "cards", "moments")
_SPANS = ("waits", "interruptions", "fast")
_NOTICED_MS = 400  # our choice: a shorter pause needs no words


@dataclass(frozen=True)
class Pause:
    """A lane stands still from ``at`` on, of its own time, for so long."""

    at: int
    for_ms: int


def beside(stories: Sequence[Story], lanes: Sequence[Mapping[str, Any]], called: Sequence[str]) -> dict[str, Any]:
    """Two lanes and the line they have in common; ``called`` is what tells one customer from the other."""
    pauses = _pauses(lanes)
    ends = [_done(told, name) for told, name in zip(stories, called, strict=True)]
    moved = [
        paused(dict(lane) | {"called": name}, mine, end)
        for lane, name, mine, end in zip(lanes, called, pauses, ends, strict=True)
    ]
    length = max(lane["length"] for lane in moved)
    longer = max(moved, key=lambda lane: len(lane["chapters"]))
    hurt = [one | {"word": f"{lane['called']}. {one['word']}"} for lane in moved for one in lane["moments"]]
    line = {
        "length": length,
        "intro": moved[0]["intro"],
        "chapters": longer["chapters"],
        "moments": sorted(hurt, key=lambda one: one["at"]),
        "waits": [],
        "interruptions": [],
    }
    return {"lanes": [lane | {"length": length} for lane in moved], "line": line}


def paused(lane: dict[str, Any], pauses: Sequence[Pause], done: Mapping[int, str]) -> dict[str, Any]:
    """The lane with these pauses; ``done`` says what the caption says in each, by its number from 0."""

    def begins(at: float) -> float:
        return at + sum(one.for_ms for one in pauses if one.at <= at)

    def ends(at: float) -> float:
        return at + sum(one.for_ms for one in pauses if one.at < at)

    new = dict(lane)
    for key in _MOMENTS:
        new[key] = [one | {"at": begins(one["at"])} for one in lane[key]]
    for key in _LASTING:
        new[key] = [one | {"at": begins(one["at"]), "until": ends(one["until"])} for one in lane[key]]
    for key in _SPANS:
        new[key] = [[begins(span[0]), ends(span[1]), *span[2:]] for span in lane[key]]
    new["chapters"] = [
        one | {"until": begins(old["until"])} for one, old in zip(new["chapters"], lane["chapters"], strict=True)
    ]
    new["clock"] = [[at, *parts] for old, *parts in lane["clock"] for at in sorted({ends(old), begins(old)})]
    waiting = [
        {"at": ends(one.at), "text": done.get(number, done[-1])}
        for number, one in enumerate(pauses)
        if one.for_ms > _NOTICED_MS
    ]
    new["captions"] = sorted([*new["captions"], *waiting], key=lambda one: one["at"])
    new["length"] = begins(lane["length"])
    return new


def _pauses(lanes: Sequence[Mapping[str, Any]]) -> list[list[Pause]]:
    """At the end of each step, for as long as the other one needs more."""
    found: list[list[Pause]] = [[] for _ in lanes]
    for steps in zip_longest(*(lane["chapters"] for lane in lanes)):
        took = [step["until"] - step["at"] if step else 0 for step in steps]
        for lane, mine, step, ms in zip(lanes, found, steps, took, strict=True):
            # Who has no such step stands at the end.
            mine.append(Pause(step["until"] if step else lane["length"], max(took) - ms))
    return found


def _done(told: Story, name: str) -> dict[int, str]:
    """What is said while the other is waited for: within the journey, and, under the last step's number, at its end."""
    finished = told.visit.artifacts.timeline.outcome is Outcome.FINISHED
    last = len(told.chapters) - 1
    words = f"{name} has finished" if finished else f"{name} could not go on"
    return dict.fromkeys(range(last), f"{name} is done with this step") | {last: words, -1: words}


@dataclass(frozen=True)
class Row:
    """A step of both, in words: what it took each; "" where one did not come so far."""

    title: str
    took: tuple[str, ...]


def rows(stories: Sequence[Story]) -> list[Row]:
    """In order of the steps, and the sums."""
    cards = [told.visit.scorecard for told in stories]
    found = []
    for steps in zip_longest(*(card.steps for card in cards)):
        title = next(f"{step.index}. {step.title}" for step in steps if step)
        found.append(Row(title, tuple(duration(step.total_ms) if step else "" for step in steps)))
    return [
        *found,
        Row("In all", tuple(duration(card.total_ms) for card in cards)),
        Row("… waiting for us", tuple(duration(card.waiting_ms) for card in cards)),
        Row("… on pop-ups", tuple(duration(card.interruption_ms) for card in cards)),
        Row(
            "Score", tuple("not measured" if card.score is None else f"{card.grade} {card.score:.0f}" for card in cards)
        ),
    ]


def called(stories: Sequence[Story]) -> list[str]:
    """What tells them apart: the names, or for the same customer the days and times."""
    names = [on_one_line(told.name) for told in stories]
    if len(set(names)) == len(names):
        return names
    began = [told.visit.info.began[:16].replace("T", " ") for told in stories]
    if len(set(began)) == len(began):
        return [f"{name} ({day})" for name, day in zip(names, began, strict=True)]
    return [f"{name} ({told.visit.info.id})" for name, told in zip(names, stories, strict=True)]

"""The pages: of one visit, and of a run's worst moments.

Each is one HTML file that opens from disk, loads nothing and lets nothing else run.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment
from markupsafe import Markup

from cxcheck.model.event import Event
from cxcheck.model.run import JudgedRun, JudgedVisit
from cxcheck.replay.beside import beside, called, rows
from cxcheck.replay.cut import together
from cxcheck.replay.data import KINDS, embedded, lane
from cxcheck.replay.film import Read
from cxcheck.replay.story import INTRO_MS, Story, story
from cxcheck.replay.storyboard import Panel, panels, took
from cxcheck.replay.worst import Clip, Recorded, worst
from cxcheck.report.avatar import avatar
from cxcheck.report.outcomes import outcome
from cxcheck.report.pages import environment
from cxcheck.report.words import capital, closed, duration, number

_SCRIPTS = ("timeline.js", "stage.js", "player.js")
_PORTRAIT_PX = 72
_FIXES = 3  # as many as lead the scorecard


@dataclass(frozen=True)
class StoryView:
    """A story as the template shows it; ``pictures`` are the storyboard's, as text, by their ids."""

    told: Story
    panels: Sequence[Panel]
    pictures: dict[str, str]
    ids: dict[str, str]
    took: str


def visit_page(visit: JudgedVisit, events: Sequence[Event], read: Read, *, scorecard: str = "") -> str:
    """The whole file.

    Args:
        visit: What to tell.
        events: What was recorded of it.
        read: Gives a picture by its path below the visit's folder, or None.
        scorecard: Address of the visit's place in the scorecard, from where the file will lie; "": no link.
    """
    told = story(visit, events, read)
    view = story_view(told, read)
    data: dict[str, object] = {"lanes": [lane(told, read, view.ids)]}
    return render("visit.jinja", [visit], view=view, data=data, scorecard=scorecard)


def run_page(run: JudgedRun, recorded: Recorded, hrefs: Mapping[str, str], *, scorecard: str = "") -> str:
    """The worst moments of all visits; "" where there is nothing to show.

    Args:
        run: All visits.
        recorded: Gives a visit's events and pictures.
        hrefs: Addresses of the visits' own replays by id, from where the file will lie.
        scorecard: Address of the scorecard; "": no link.
    """
    clips = worst(run.visits, recorded)
    if not clips:
        return ""
    reads = [recorded(clip.told.visit)[1] for clip in clips]
    ids = [{clip.picture.file: f"clip-{at}"} if clip.picture else {} for at, clip in enumerate(clips, start=1)]
    links = [
        f"{hrefs[clip.told.visit.info.id]}#at={_in_full(clip)}" if clip.told.visit.info.id in hrefs else ""
        for clip in clips
    ]
    shown = [
        base64.b64encode(read(clip.picture.file) or b"").decode() if clip.picture else ""
        for clip, read in zip(clips, reads, strict=True)
    ]
    return render(
        "run.jinja",
        [clip.told.visit for clip in clips],
        run=run,
        moments=list(zip(clips, shown, links, strict=True)),
        data={"lanes": [together(clips, reads, ids, links)]},
        scorecard=scorecard,
    )


def _in_full(clip: Clip) -> int:
    """Where the moment is in the visit's own replay, which begins with an introduction."""
    return round(clip.from_at + INTRO_MS)


def beside_page(visits: Sequence[JudgedVisit], recorded: Recorded) -> str:
    """Two visits of one journey, playing in step.

    Args:
        visits: The two.
        recorded: Gives a visit's events and pictures.
    """
    known = [recorded(visit) for visit in visits]
    stories = [story(visit, events, read) for visit, (events, read) in zip(visits, known, strict=True)]
    reads = [read for _, read in known]
    views = [
        story_view(told, read, prefix=f"picture-{at}")
        for at, (told, read) in enumerate(zip(stories, reads, strict=True), start=1)
    ]
    names = called(stories)
    lanes = [lane(told, read, view.ids) for told, read, view in zip(stories, reads, views, strict=True)]
    return render(
        "beside.jinja", visits, views=views, names=names, rows=rows(stories), data=beside(stories, lanes, names)
    )


def story_view(told: Story, read: Read, *, prefix: str = "picture") -> StoryView:
    """What the storyboard shows; ``prefix`` keeps the ids of several stories apart."""
    shown = panels(told)
    found = {one.picture.file: read(one.picture.file) for one in shown if one.picture}
    ids = {file: f"{prefix}-{at}" for at, (file, data) in enumerate(found.items(), start=1) if data}
    card = told.visit.scorecard
    return StoryView(
        told=told,
        panels=shown,
        pictures={ids[file]: base64.b64encode(found[file] or b"").decode() for file in ids},
        ids=ids,
        took=took(card.total_ms, card.waiting_ms, card.interruption_ms),
    )


def render(template: str, visits: Iterable[JudgedVisit], *, data: dict[str, object], **shown: object) -> str:
    """A page with its player, and portraits of these visits' customers.

    Its policy lets this script and this style run, and nothing else.
    """
    people = {visit.info.persona.key: visit.info.persona for visit in visits if not visit.info.journey.test}
    script, style = _asset(*_SCRIPTS), _asset("replay.css")
    return (
        _environment()
        .get_template(template)
        .render(
            policy=(
                f"default-src 'none'; img-src data:; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
                "base-uri 'none'; form-action 'none'"
            ),
            script=Markup(script),  # noqa: S704 - our own, without anything from outside
            style=Markup(style),  # noqa: S704
            data=Markup(embedded(data)),  # noqa: S704 - escaped for where it stands
            kinds=KINDS,
            portraits={key: avatar(persona, _PORTRAIT_PX) for key, persona in people.items()},
            **shown,
        )
    )


@cache
def _asset(*names: str) -> str:
    static = files("cxcheck.replay") / "static"
    return "\n".join((static / name).read_text(encoding="utf-8").strip() for name in names)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _environment() -> Environment:
    templates = environment("cxcheck.replay")
    templates.filters |= {"closed": closed, "capital": capital, "number": number, "duration": duration}
    templates.globals |= {"outcome": outcome, "FIXES": _FIXES}
    return templates

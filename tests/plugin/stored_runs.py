"""Runs as they lie on disk, made without a browser: what visits came to is written as their events."""

from cxcheck.model.artifact import Outcome
from cxcheck.model.identity import MaskedIdentity
from cxcheck.model.journey import Journey
from cxcheck.model.persona import Persona
from cxcheck.model.run import BrowserInfo, RunInfo, VisitInfo
from cxcheck.redact import Secrets
from cxcheck.set_constants import set_constants
from cxcheck.store.folder import RunFolder, VisitFolder
from cxcheck.testing import Story

BEGAN = "2026-01-01T00:00:00+00:00"


def finished(pressed: str = "Send") -> Story:
    """A small visit that comes to its end, past a pop-up."""
    story = Story().step("Ask", 0).popup("a", 500, cover_ratio=0.62).press(pressed, 1000).change(1300)
    return story.step("Read", 2000).press("Back", 2500).change(2600).end(5000)


def stuck() -> Story:
    """One that does not."""
    return Story().step("Ask", 0).press("Send", 1000).end(9000, Outcome.NOT_FINISHED, "there is no “Send” here")


def unmeasured() -> Story:
    """One that says nothing about the site."""
    return Story().step("Ask", 0).end(100, Outcome.NOT_MEASURED, "the site does not answer")


def visit_info(key: str = "ask", persona: str = "tom", number: int = 1, **facts) -> VisitInfo:
    known = {
        "id": f"{key}--{persona}--chromium--{number:02}",
        "node": f"journeys/{key}.py::{key}[{persona}-chromium]",
        "journey": Journey(key=key, title=key.capitalize(), goal="An answer"),
        "persona": Persona(key=persona, title=persona.capitalize()),
        "identity": MaskedIdentity(name=f"{persona.capitalize()} Gill", email=f"{persona}@x.test"),
        "site": "shop",
        "base_url": "https://shop.example/",
        "seed": 1,
        "browser": BrowserInfo(name="chromium", version="1", playwright="1"),
        "began": BEGAN,
    }
    return VisitInfo(**(known | facts))


def write_run(path, *visits: tuple[VisitInfo, Story], **facts) -> RunFolder:
    """A run's folder before anything was judged."""
    known = {
        "id": path.name, "cxcheck": "0", "python": "3", "platform": "x", "cores": 1, "seed": 1, "began": BEGAN,
        "site": "shop", "base_url": "https://shop.example/", "scoring": set_constants([]),
    }  # fmt: skip
    folder = RunFolder(path)
    folder.begin(RunInfo(**(known | facts)))
    for info, story in visits:
        visit = VisitFolder(path / "visits" / info.id, info, Secrets(()))
        for event in story.events:
            visit.write(event)
        visit.close()
    return folder

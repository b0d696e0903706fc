"""Judged visits of which only the end matters."""

from cxcheck.artifacts.build import build
from cxcheck.model.artifact import Outcome
from cxcheck.model.journey import Journey
from cxcheck.model.persona import Persona
from cxcheck.model.run import BrowserInfo, JudgedVisit, VisitInfo
from cxcheck.model.scorecard import Counts, Scorecard
from cxcheck.model.verdict import Verdict, VerdictKind
from cxcheck.testing import Story

CARD = Scorecard(
    scoring="x", waiting_ms=1, effort_ms=1, interruption_ms=0, steps=(), counts=Counts(), attributes=(), score=80,
    grade="B",
)  # fmt: skip
PASSED = Verdict(kind=VerdictKind.PASS)


def visit(key: str, node: str, attempt: int, outcome=Outcome.FINISHED, verdict=PASSED, test: str = "") -> JudgedVisit:
    info = VisitInfo(
        id=key, node=node, attempt=attempt, journey=Journey(key="a", title="A", goal="", test=test),
        persona=Persona(key="tom", title="Tom"), site="shop", base_url="https://shop.example/", seed=1,
        browser=BrowserInfo(name="chromium", version="1", playwright="1"), began="2026-01-01T00:00:00+00:00",
    )  # fmt: skip
    story = Story().step("Ask", 0)
    if outcome is not Outcome.CUT_OFF:
        story.end(1000, outcome)
    return JudgedVisit(info=info, artifacts=build(story.events), scorecard=CARD, verdict=verdict)

"""``cxcheck report`` scores a stored run as it was scored, unless it is told otherwise; no browser is needed."""

import json

import pytest

from cxcheck.model.identity import MaskedIdentity
from cxcheck.model.journey import Journey
from cxcheck.model.persona import Persona
from cxcheck.model.run import BrowserInfo, RunInfo, VisitInfo
from cxcheck.redact import Secrets
from cxcheck.set_constants import set_constants
from cxcheck.store.folder import RunFolder, VisitFolder
from cxcheck.testing import Story

BEGAN = "2026-01-01T00:00:00+00:00"


@pytest.fixture
def stored(project):
    """A run's folder as it lies on disk, scored with a cap of 50; no browser was needed."""
    story = Story().step("Ask", 0).popup("a", 500, cover_ratio=0.62).press("Send", 1000).change(1300).end(5000)
    path = project.folder / "reports" / "one"
    walked = VisitInfo(
        id="ask--tom--chromium--01", journey=Journey(key="ask", title="Ask", goal="An answer"),
        persona=Persona(key="tom", title="Tom"), identity=MaskedIdentity(name="Tom Gill", email="t@x.test"),
        site="shop", base_url="https://shop.example/", seed=1,
        browser=BrowserInfo(name="chromium", version="1", playwright="1"), began=BEGAN,
    )  # fmt: skip
    scoring = set_constants([("pyproject.toml: [tool.cxcheck.scoring]", "caps.critical = 50")])
    info = RunInfo(
        id="one", cxcheck="0", python="3", platform="x", cores=1, seed=1, began=BEGAN,
        site="shop", base_url="https://shop.example/", scoring=scoring,
    )  # fmt: skip
    RunFolder(path).begin(info)
    folder = VisitFolder(path / "visits" / walked.id, walked, Secrets(()))
    for event in story.events:
        folder.write(event)
    folder.close()
    return path


def test_a_run_is_scored_as_it_was_whatever_is_set_since(project, stored):
    def report(*arguments, **environment):
        assert project.cxcheck("report", "reports/one", *arguments, **environment).status in {0, 10}
        return (stored / "run.json").read_bytes()

    first = report()
    scored = json.loads(first)["visits"][0]["scorecard"]
    assert scored["score"] == 50
    assert "+" in scored["scoring"]
    project.write({"pyproject.toml": "[tool.cxcheck.scoring]\ncaps.critical = 30\n"})
    assert report(CXCHECK_SCORING="caps.critical = 20") == first
    other = json.loads(report("--cx-scoring", "caps.critical = 40"))
    assert other["visits"][0]["scorecard"]["score"] == 40
    assert other["run"]["scoring"]["overridden"] == {"caps.critical": "--cx-scoring"}
    page = (stored / "scorecard.html").read_text(encoding="utf-8")
    assert "Set for the score: caps.critical" in page
    assert report() == first

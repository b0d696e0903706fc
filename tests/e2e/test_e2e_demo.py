"""The demo shop with nothing planted: everybody gets through, nothing is found; the same seed gives the same visit."""

import os
from pathlib import Path

import pytest
from runs import SEED, TAG, WALKS

pytestmark = pytest.mark.browser

WALKED = [(journey, persona) for journey, personas in WALKS.items() for persona in personas]


def found(visit) -> list[str]:
    return [finding.check for finding in visit.scorecard.findings]


@pytest.mark.parametrize(("journey", "persona"), WALKED)
def test_everybody_gets_through_and_nothing_is_found(clean_run, journey, persona):
    visit = clean_run.visits[journey, persona]
    assert visit.outcome == "finished", clean_run.text
    assert found(visit) == []
    assert visit.scorecard.grade == "A"
    assert visit.scorecard.counts.popups == 0
    assert visit.scorecard.counts.hints == 0


def test_the_run_is_a_success(clean_run):
    assert clean_run.status == 0, clean_run.text
    assert len(clean_run.visits) == len(WALKED)


def gestures(walked, persona: str) -> list[tuple]:
    return [
        (event["step"], event["kind"], event["data"].get("target", {}).get("selector"))
        for event in walked.events("forgotten_password", persona)
        if event["kind"].startswith("gesture/") and event["kind"] != "gesture/scrolled"
    ]


@pytest.fixture(scope="module")
def again(walk, demo_shop):
    only = ["-k", "forgotten_password", "--cx-persona", "tom"]
    return walk(f"{demo_shop}~clean/", "--cx-seed", SEED, *TAG, *only)


def test_the_same_seed_gives_the_same_visit(clean_run, again):
    assert again.status == 0, again.text
    first, second = (run.visits["forgotten_password", "tom"] for run in (clean_run, again))
    assert again.person(second) == clean_run.person(first)
    assert gestures(again, "tom") == gestures(clean_run, "tom")
    assert second.scorecard.counts == first.scorecard.counts
    assert second.scorecard.effort_ms == first.scorecard.effort_ms
    assert found(second) == found(first)
    assert second.info.identity == first.info.identity


def test_another_visit_is_another_person(clean_run, planted_run):
    people = [told for run in (clean_run, planted_run) for told in run.told if "email" in told]
    for what in ("email", "password"):
        assert len({told[what] for told in people}) == len(people)


def test_the_runs_folder_is_complete(clean_run):
    folder = clean_run.folder
    assert {path.name for path in folder.iterdir()} >= {"scorecard.html", "run.json", "junit.xml", "visits", "assets"}
    assert Path(os.path.realpath(folder.parent / "latest")) == folder
    visits = {f"{journey}--{persona}--chromium--01" for journey, persona in WALKED}
    assert {path.name for path in (folder / "visits").iterdir()} == visits

"""The demo shop: what is planted is found, what is not planted is not; the same seed gives the same visit."""

import os
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

WHO = ["maria", "tom"]


def found(visit) -> list[str]:
    return [finding.check for finding in visit.scorecard.findings]


@pytest.mark.parametrize("persona", WHO)
def test_nothing_is_found_where_nothing_is_planted(clean_run, persona):
    assert clean_run.ran.status == 0, clean_run.ran.text
    visit = clean_run.visits["forgotten_password", persona]
    assert visit.outcome == "finished"
    assert found(visit) == []
    assert visit.scorecard.grade == "A"
    assert visit.scorecard.counts.popups == 0


def test_all_visits_reach_their_goal(planted_run):
    assert planted_run.ran.status == 0, planted_run.ran.text
    assert len(planted_run.visits) == 5
    assert {visit.outcome for visit in planted_run.visits.values()} == {"finished"}


@pytest.mark.parametrize(
    ("planted", "check"),
    [("slow_mail", "mail-slow"), ("newsletter_popup", "popup-in-the-way"), ("dead_button", "dead-click")],
)
def test_what_is_planted_is_found_and_nothing_else(planted_run, planted, check):
    visit = planted_run.visits[planted, "tom"]
    assert set(found(visit)) == {check}
    if check != "popup-in-the-way":
        assert len(found(visit)) == 1


def test_hostile_text_is_no_friction(planted_run):
    assert found(planted_run.visits["hostile_text", "tom"]) == []


def test_the_slow_mail_is_timed(planted_run):
    [finding] = planted_run.visits["slow_mail", "tom"].scorecard.findings
    assert 20_000 < finding.value < 26_000
    assert finding.step == 3


def test_the_cookie_banner_is_in_the_way_on_a_phone(planted_run):
    visit = planted_run.visits["cookie_banner", "maria"]
    assert found(visit) == ["popup-in-the-way"]
    [finding] = visit.scorecard.findings
    assert finding.value == pytest.approx(0.38, abs=0.06)  # 40 % of a Pixel 7


def test_the_cookie_banner_is_closed_as_the_personas_manners_say(planted_run):
    """Maria refuses where that is as easy as accepting; one press, and it is gone for the rest of the visit."""
    visit = planted_run.visits["cookie_banner", "maria"]
    assert visit.scorecard.counts.popups == 1
    assert visit.scorecard.counts.popup_gestures == 1
    events = planted_run.events("cookie_banner", "maria")
    first = next(event for event in events if event["kind"] == "gesture/pressed")
    assert first["data"]["target"]["name"] == "Reject"


def gestures(walked, persona: str) -> list[tuple]:
    return [
        (event["step"], event["kind"], event["data"].get("target", {}).get("selector"))
        for event in walked.events("forgotten_password", persona)
        if event["kind"].startswith("gesture/") and event["kind"] != "gesture/scrolled"
    ]


def people(walked) -> dict[str, dict]:
    return {told["persona"]: told for told in walked.secrets if "persona" in told}


def test_the_same_seed_gives_the_same_visit(clean_run, walk, demo_shop):
    again = walk(f"{demo_shop}~clean/", "--cx-seed", 7, "--cx-persona", "tom")
    assert again.ran.status == 0, again.ran.text
    assert people(again)["tom"] == people(clean_run)["tom"]
    assert gestures(again, "tom") == gestures(clean_run, "tom")
    first, second = (run.visits["forgotten_password", "tom"] for run in (clean_run, again))
    assert second.scorecard.counts == first.scorecard.counts
    assert second.scorecard.effort_ms == first.scorecard.effort_ms
    assert found(second) == found(first)
    assert second.info.identity == first.info.identity


def test_another_seed_gives_another_person(clean_run, planted_run):
    one, other = people(clean_run)["tom"], people(planted_run)["tom"]
    assert one["email"] != other["email"]
    assert one["password"] != other["password"]
    assert one["name"] != other["name"]


def test_the_runs_folder_is_complete(clean_run):
    folder = clean_run.folder
    assert {path.name for path in folder.iterdir()} >= {"scorecard.html", "run.json", "junit.xml", "visits", "assets"}
    assert Path(os.path.realpath(folder.parent / "latest")) == folder
    assert sorted(path.name for path in (folder / "visits").iterdir()) == [
        "forgotten_password--maria--chromium--01",
        "forgotten_password--tom--chromium--01",
    ]

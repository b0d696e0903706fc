"""No password, card or token of a mailed link in anything a run writes or prints, whatever the journey does with them.

``walk`` looks for them in every run of these tests; here are the run that does all it can to spread them, and the proof
that they would be found.
"""

import shutil
from dataclasses import replace

import pytest
from leaks import leaks, secrets

pytestmark = pytest.mark.browser


def test_a_careless_journey_gives_nothing_away(unordered_run):
    assert unordered_run.status == 1, unordered_run.text
    assert unordered_run.visits["careless", "tom"].outcome == "not-finished"
    assert "AssertionError" in unordered_run.out
    assert "[secret]" in unordered_run.out
    assert leaks(unordered_run) == []


def test_replays_and_a_trace_were_searched_too(unordered_run):
    visits = unordered_run.folder / "visits"
    assert {path.parent.name.partition("--")[0] for path in visits.glob("*/replay.html")} == {"careless", "checkout"}
    assert [path.parent.name.partition("--")[0] for path in visits.glob("*/trace.zip")] == ["careless"]
    page = (unordered_run.folder / "scorecard.html").read_text(encoding="utf-8")
    for file in [*visits.glob("*/replay.html"), *visits.glob("*/trace.zip")]:
        assert f'href="{file.relative_to(unordered_run.folder).as_posix()}"' in page


def test_there_were_secrets_to_give_away(unordered_run, clean_run, planted_run):
    for walked in (unordered_run, clean_run, planted_run):
        assert len(secrets(walked.told)) >= 5
        assert any(told.get("links") for told in walked.told)


@pytest.mark.parametrize("name", ["password", "new_password", "card_number", "card_code"])
def test_what_is_given_away_is_noticed(clean_run, tmp_path, name):
    """The scanner itself: one secret, written where a visit is recorded."""
    folder = shutil.copytree(clean_run.folder, tmp_path / "run")
    visit = clean_run.visits["checkout", "tom"]
    secret = clean_run.person(visit)[name]
    with (folder / "visits" / visit.info.id / "events.jsonl").open("a", encoding="utf-8") as events:
        events.write(f'{{"label": "typed {secret} here"}}\n')
    assert len(leaks(replace(clean_run, folder=folder))) == 1

"""Runs put together: what goes where, what is refused, and that the runs are left as they were."""

import json
import os

import pytest
from test_store_folder import RUN, info

from cxcheck.errors import SettingsError
from cxcheck.model.run import OtherTest
from cxcheck.redact import Secrets
from cxcheck.set_constants import set_constants
from cxcheck.store import ledger, others
from cxcheck.store.folder import EVENTS, RunFolder, VisitFolder, read_info
from cxcheck.store.merge import merge
from cxcheck.testing import Story

SCORING = set_constants([])
OTHER = set_constants([("x", "caps.critical = 50")])


@pytest.fixture
def make(tmp_path):
    """Write a run with these visits."""

    def make(name, *visits, **facts):
        run = RunFolder(tmp_path / name)
        run.begin(RUN.model_copy(update={"id": name, "scoring": SCORING, **facts}))
        for one in visits:
            folder = VisitFolder(run.path / "visits" / one.id, one, Secrets())
            for event in Story().step("Ask", 0).end(100).events:
                folder.write(event)
            folder.save("a.jpg", one.id.encode())
            folder.close()
        return run

    return make


def visit(number=1, node="journeys/ask.py::ask[tom]", **facts):
    return info(id=f"ask--tom--chromium--{number:02}", node=node, repeat=number, **facts)


def merged(tmp_path, *runs):
    into = RunFolder(tmp_path / "merged")
    merge(runs, into)
    return into


def refused(tmp_path, *runs):
    with pytest.raises(SettingsError) as caught:
        merged(tmp_path, *runs)
    assert not (tmp_path / "merged").exists(), "nothing is there by half"
    return str(caught.value)


def everything(run):
    return {path.relative_to(run.path): path.read_bytes() for path in run.path.rglob("*") if path.is_file()}


def test_all_visits_with_their_files_and_the_runs_as_they_were(tmp_path, make):
    one = make("one", visit())
    two = make("two", info(id="buy--tom--chromium--01", node="journeys/buy.py::buy[tom]"))
    before = everything(one), everything(two)
    into = merged(tmp_path, one, two)
    assert (everything(one), everything(two)) == before
    assert [path.name for path in into.visit_paths] == ["ask--tom--chromium--01", "buy--tom--chromium--01"]
    for run in (one, two):
        for name, content in everything(run).items():
            if name.parts[0] == "visits":
                assert (into.path / name).read_bytes() == content
    (into.visit_paths[0] / EVENTS).write_text("")
    assert (one.visit_paths[0] / EVENTS).stat().st_size > 0, "what may be written again is not shared"
    told = into.info()
    assert (told.id, told.merged) == ("merged", ("one", "two"))


def test_without_links_files_are_copied(tmp_path, make, monkeypatch):
    def refuse(*_):
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refuse)
    into = merged(tmp_path, make("one", visit()), make("two"))
    assert (into.visit_paths[0] / "evidence" / "a.jpg").read_bytes() == b"ask--tom--chromium--01"


def test_a_link_in_a_run_leads_nowhere(tmp_path, make):
    one = make("one", visit())
    (tmp_path / "secret").write_text("x")
    (one.visit_paths[0] / "evidence" / "b.jpg").symlink_to(tmp_path / "secret")
    into = merged(tmp_path, one, make("two"))
    assert [path.name for path in (into.visit_paths[0] / "evidence").iterdir()] == ["a.jpg"]


def test_another_tests_visit_of_the_same_name_gets_the_next_number(tmp_path, make):
    """As it would have in one run: two tests of one name, or a journey with parameters."""
    one = make("one", visit())
    other = "journeys/more.py::ask[tom]"
    two = make("two", visit(1, other), visit(2, other, attempt=2))
    ledger.note(two.path, "account", {"visit": "ask--tom--chromium--01", "email": "a@x.test"})
    ledger.note(one.path, "account", {"visit": "ask--tom--chromium--01", "email": "b@x.test"})
    into = merged(tmp_path, one, two)
    found = [read_info(path) for path in into.visit_paths]
    assert [path.name for path in into.visit_paths] == [one.id for one in found]
    assert [(one.id[-2:], one.node, one.repeat, one.attempt) for one in found] == [
        ("01", "journeys/ask.py::ask[tom]", 1, 1), ("02", other, 2, 1), ("03", other, 2, 2),
    ]  # fmt: skip
    lines = [json.loads(line) for line in (into.path / "ledger.jsonl").read_text().splitlines()]
    assert {(line["email"], line["visit"][-2:]) for line in lines} == {("a@x.test", "02"), ("b@x.test", "01")}


def test_later_attempts_do_not_collide(tmp_path, make):
    into = merged(tmp_path, make("one", visit(), visit(2, attempt=2)), make("two", visit(3, "journeys/b.py::ask[tom]")))
    assert len(into.visit_paths) == 3


def test_the_same_visit_twice(tmp_path, make):
    said = refused(tmp_path, make("one", visit()), make("two", visit()))
    assert "two/visits/ask--tom--chromium--01: the same visit is in " in said
    assert "leave one of the two runs out" in said


def test_the_same_visit_of_old_recordings_twice(tmp_path, make):
    assert "the same visit is in " in refused(tmp_path, make("one", visit(node="")), make("two", visit(node="")))


def test_a_run_named_twice(tmp_path, make):
    one = make("one", visit())
    (tmp_path / "latest").symlink_to("one")
    assert "this run is named twice" in refused(tmp_path, one, RunFolder(tmp_path / "latest"))


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"cxcheck": "9"}, "the version of cxcheck is 9 here, and 0 in "),
        ({"site": "other"}, "the site is other here, and shop in "),
        ({"settings": {"budget": "warn"}}, "the setting budget is warn here, and not told in "),
        ({"scoring": OTHER}, "the constant caps.critical is 50.0 here, and 70.0 in "),
        ({"scoring": None}, f"the version of the scoring is not told here, and {SCORING.version} in "),
    ],
    ids=["version", "site", "budget", "constant", "old"],
)  # fmt: skip
def test_runs_that_do_not_fit(tmp_path, make, facts, said):
    text = refused(tmp_path, make("one", visit()), make("two", **facts))
    assert text.startswith(f"{tmp_path / 'two'}: {said}{tmp_path / 'one'}\n")
    assert "to do:     report it by itself: cxcheck report " in text


def test_what_is_no_run(tmp_path, make):
    (tmp_path / "two").mkdir()
    assert "is not the folder of a run" in refused(tmp_path, make("one", visit()), RunFolder(tmp_path / "two"))


def test_what_each_shard_tells_is_told_once(tmp_path, make):
    runs = make("one", visit()), make("two")
    bad = OtherTest(node="tests/test_bad.py", outcome="error", text="SyntaxError", exit_status=2)
    for number, run in enumerate(runs):
        others.note(run.path, bad)
        others.note(run.path, OtherTest(node=f"tests/test_{number}.py::test", outcome="passed"))
    found = others.read(merged(tmp_path, *runs).path / others.OTHERS)
    assert [test.node for test in found] == ["tests/test_bad.py", "tests/test_0.py::test", "tests/test_1.py::test"]


def test_a_folder_with_visits_is_not_written_into(tmp_path, make):
    runs = make("one", visit()), make("two")
    there = make("merged", visit(7))
    before = everything(there)
    with pytest.raises(SettingsError, match="there are visits of an earlier run here"):
        merge(runs, there)
    assert everything(there) == before


def test_machines_and_personas_are_all_told(tmp_path, make):
    one = make(
        "one", visit(), cores=8, platform="Linux", settings={"personas": "ann, tom"}, began="2026-01-02T00:00:00+0000"
    )
    two = make("two", cores=4, platform="Darwin", settings={"personas": "tom, zoe"}, began="2026-01-02T00:30:00+0100")
    told = merged(tmp_path, one, two).info()
    assert (told.cores, told.platform, told.python) == (4, "Linux, Darwin", RUN.python)
    assert told.settings == {"personas": "ann, tom, zoe"}
    assert told.began == "2026-01-02T00:30:00+0100", "the earlier one, whatever the clock on the wall"


def test_a_visit_that_cannot_be_read_comes_along(tmp_path, make):
    """Judging tells of it; the others are not lost."""
    two = make("two", visit(2))
    (two.visit_paths[0] / "visit.json").write_text("{")
    into = merged(tmp_path, make("one", visit()), two)
    assert (into.path / "visits" / "ask--tom--chromium--02" / EVENTS).is_file()

"""Replays on disk: of the worst visits at a run's end, and by command; what goes wrong stops nothing."""

import json

import pytest
from watched import forgotten_password

from cxcheck import replay_files
from cxcheck.cli import main
from cxcheck.model.run import JudgedRun, RunInfo
from cxcheck.replay_files import REPLAY, reader, write_run_replay, write_worst
from cxcheck.store.folder import EVENTS, VISIT, RunFolder

RUN = RunInfo(
    id="run", cxcheck="0", python="3", platform="p", cores=1, seed=7, began="now", site="Harbour", base_url="http://h.test/"
)  # fmt: skip


@pytest.fixture
def stored(tmp_path):
    """A run of two filmed visits."""
    folder = RunFolder(tmp_path / "reports" / "run")
    folder.begin(RUN)
    visits = []
    for number in (1, 2):
        watched = forgotten_password()
        visit = watched.visit()
        visit = visit.model_copy(update={"info": visit.info.model_copy(update={"id": f"visit-{number}"})})
        path = folder.path / "visits" / visit.info.id
        for file, data in watched.files.items():
            (path / file).parent.mkdir(parents=True, exist_ok=True)
            (path / file).write_bytes(data)
        (path / VISIT).write_text(visit.info.model_dump_json(), encoding="utf-8")
        lines = "".join(event.model_dump_json() + "\n" for event in watched.story.events)
        (path / EVENTS).write_text(lines, encoding="utf-8")
        visits.append(visit)
    return folder, JudgedRun(run=RUN, visits=tuple(visits))


def test_the_worst_visits_and_the_run_are_told(stored, monkeypatch):
    folder, run = stored
    monkeypatch.setattr(replay_files, "WORST", 1)
    write_worst(folder, run)
    assert [path.parent.name for path in folder.path.glob(f"visits/*/{REPLAY}")] == ["visit-1"]
    assert (folder.path / REPLAY).is_file()


def test_a_run_that_was_not_filmed_has_none(stored):
    folder, run = stored
    off = [visit.model_copy(update={"info": visit.info.model_copy(update={"record": "off"})}) for visit in run.visits]
    write_worst(folder, run.model_copy(update={"visits": tuple(off)}))
    assert list(folder.path.rglob(REPLAY)) == []


def test_what_goes_wrong_is_said_and_stops_nothing(stored, capsys):
    folder, run = stored
    (folder.path / "visits/visit-1" / VISIT).write_text("{", encoding="utf-8")
    write_worst(folder, run)
    assert "the replay of visit-1 is missing: SettingsError" in capsys.readouterr().err
    assert (folder.path / "visits/visit-2" / REPLAY).is_file()


def test_no_old_replay_stays_where_there_is_nothing_to_tell(stored):
    folder, run = stored
    (folder.path / REPLAY).write_text("old", encoding="utf-8")
    assert write_run_replay(folder, run.model_copy(update={"visits": ()})) is None
    assert not (folder.path / REPLAY).exists()


def test_pictures_come_from_the_visits_own_folder_only(tmp_path):
    (tmp_path / "visit").mkdir()
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    (tmp_path / "visit/mine.jpg").write_bytes(b"mine")
    read = reader(tmp_path / "visit")
    assert (read("mine.jpg"), read("../secret.jpg"), read("none.jpg"), read("")) == (b"mine", None, None, None)


def test_the_command_takes_a_run_a_visit_and_a_visits_name(stored, monkeypatch, capsys):
    folder, _ = stored
    monkeypatch.chdir(folder.path.parent.parent)
    assert main(["replay", "visit-2"]) == 0
    assert not (folder.path / REPLAY).exists()
    assert main(["replay", str(folder.path)]) == 0
    assert main(["replay"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert [line.removeprefix(str(folder.path)) for line in said[1:4]] == [
        "/visits/visit-1/replay.html", "/visits/visit-2/replay.html", "/replay.html",
    ]  # fmt: skip
    data = json.loads((folder.path / REPLAY).read_text("utf-8").partition('id="data">')[2].partition("</script>")[0])
    assert data["lanes"][0]["chapters"][0]["href"].startswith("visits/visit-")


def test_what_is_not_there_is_said(stored, monkeypatch, capsys):
    folder, _ = stored
    monkeypatch.chdir(folder.path.parent.parent)
    assert main(["replay", "visit-3"]) != 0
    said = capsys.readouterr().err
    assert "there is nothing to replay here" in said
    assert "nearest:   visit-" in said


def test_two_visits_play_side_by_side(stored, monkeypatch, capsys):
    folder, _ = stored
    monkeypatch.chdir(folder.path.parent.parent)
    assert main(["replay", "visit-1", "--beside", str(folder.path / "visits/visit-2")]) == 0
    path = folder.path / "visits/visit-1/replay-beside-visit-2.html"
    assert capsys.readouterr().out.strip().endswith("visit-1/replay-beside-visit-2.html")
    data = json.loads(path.read_text("utf-8").partition('id="data">')[2].partition("</script>")[0])
    assert [lane["called"].rpartition(" ")[2] for lane in data["lanes"]] == ["(visit-1)", "(visit-2)"]


def test_visits_of_different_journeys_do_not(stored, monkeypatch, capsys):
    folder, _ = stored
    monkeypatch.chdir(folder.path.parent.parent)
    other = folder.path / "visits/visit-2" / VISIT
    told = json.loads(other.read_text("utf-8"))
    told["journey"]["key"] = "checkout"
    other.write_text(json.dumps(told), encoding="utf-8")
    assert main(["replay", "visit-1", "--beside", "visit-2"]) != 0
    assert "2 visits, of checkout, forgotten_password" in capsys.readouterr().err

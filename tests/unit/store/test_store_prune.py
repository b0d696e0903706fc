"""Old runs go by number and age; nothing that cxcheck did not write, no ledger, and never the newest."""

from datetime import UTC, datetime, timedelta

import pytest

from cxcheck.cli import main
from cxcheck.model.run import RunInfo
from cxcheck.store.folder import RunFolder
from cxcheck.store.prune import old_runs, remove

NOW = datetime(2026, 3, 20, tzinfo=UTC)


@pytest.fixture
def reports(tmp_path, monkeypatch):
    """Runs of 0, 10, 20 and 30 days ago; the newest is ``latest``."""
    monkeypatch.chdir(tmp_path)
    for days in (30, 20, 10, 0):
        began = NOW - timedelta(days=days)
        info = RunInfo(
            id=f"run-{days}", cxcheck="0", python="3", platform="p", cores=1, seed=7, began=began.isoformat(),
            site="Harbour", base_url="http://h.test/",
        )  # fmt: skip
        folder = RunFolder(tmp_path / "reports" / info.id)
        folder.begin(info)
        (folder.path / "visits/one/frames").mkdir(parents=True)
        (folder.path / "visits/one/frames/1.jpg").write_bytes(b"x" * 1000)
        (folder.path / "scorecard.html").write_text("page", encoding="utf-8")
    (tmp_path / "reports/baselines").mkdir()
    (tmp_path / "reports/demo-scorecard.png").write_bytes(b"png")
    return tmp_path / "reports"


def names(reports, **which):
    return [one.path.name for one in old_runs(reports, **({"keep": None, "days": None, "now": NOW} | which))]


def test_by_number_and_by_age(reports):
    assert names(reports) == []
    assert names(reports, keep=2) == ["run-30", "run-20"]
    assert names(reports, days=15) == ["run-30", "run-20"]
    assert names(reports, keep=3, days=5) == ["run-30", "run-20", "run-10"]
    assert names(reports, keep=0) == ["run-30", "run-20", "run-10"]  # never the newest


def test_an_older_run_that_latest_leads_to_stays(reports):
    (reports / "latest").unlink()
    (reports / "latest").symlink_to("run-30")
    assert names(reports, keep=1) == ["run-20", "run-10"]


def test_what_cxcheck_did_not_write_stays_and_so_does_the_ledger(reports):
    old = reports / "run-30"
    (old / "ledger.jsonl").write_text("{}\n", encoding="utf-8")
    (old / "notes.txt").write_text("mine", encoding="utf-8")
    runs = old_runs(reports, keep=2, days=None, now=NOW)
    assert runs[0].size_bytes > 1000
    for run in runs:
        remove(run)
    assert sorted(path.name for path in old.iterdir()) == ["ledger.jsonl", "notes.txt"]
    assert sorted(path.name for path in reports.iterdir()) == [
        "baselines", "demo-scorecard.png", "latest", "run-0", "run-10", "run-30",
    ]  # fmt: skip
    assert names(reports, keep=0) == ["run-10"]


def test_a_link_inside_is_not_followed(reports, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/keep.txt").write_text("mine", encoding="utf-8")
    (reports / "run-30/assets").symlink_to(tmp_path / "elsewhere")
    [run] = old_runs(reports, keep=3, days=None, now=NOW)
    remove(run)
    assert (tmp_path / "elsewhere/keep.txt").is_file()


def test_the_command_lists_before_it_removes(reports, capsys):
    assert main(["prune", "--keep", "2"]) == 0
    assert "2 runs, 0.0 MB; --yes removes them" in capsys.readouterr().out
    assert (reports / "run-30/visits").is_dir()
    assert main(["prune", "--keep", "2", "--yes"]) == 0
    assert "2 runs removed" in capsys.readouterr().out
    assert not (reports / "run-30").exists()
    assert (reports / "run-10/visits").is_dir()


def test_it_has_to_be_said_which(reports, capsys):
    assert main(["prune"]) != 0
    assert "it is not said which runs are old" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["prune", "--keep", "-1"])

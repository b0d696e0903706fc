"""Run folders: whole lines, whole files, and what is left of a visit that was killed."""

import json
import stat
import sys
from pathlib import Path

import pytest

from cxcheck.errors import SettingsError
from cxcheck.model.identity import MaskedIdentity
from cxcheck.model.journey import Journey
from cxcheck.model.persona import Persona
from cxcheck.model.run import BrowserInfo, RunInfo, RunResult, VisitInfo
from cxcheck.redact import MASK, Secrets
from cxcheck.store.folder import EVENTS, REPORTS, VISIT, RunFolder, VisitFolder, read_visit, write_atomically
from cxcheck.testing import Story


def info(**facts) -> VisitInfo:
    known = {
        "id": "ask--tom--chromium--01",
        "journey": Journey(key="ask", title="Ask", goal="An answer"),
        "persona": Persona(key="tom", title="Tom"),
        "identity": MaskedIdentity(name="Tom Gill", email="tom.gill@customers.example.test"),
        "site": "shop",
        "base_url": "https://shop.example/",
        "browser": BrowserInfo(name="chromium", version="1", playwright="1"),
        "seed": 1,
        "began": "2026-01-01T00:00:00+00:00",
    }
    return VisitInfo(**(known | facts))


RUN = RunInfo(
    id="r", cxcheck="0", python="3", platform="p", cores=2, seed=1, began="2026-01-01T00:00:00+00:00", site="shop",
    base_url="https://shop.example/",
)  # fmt: skip
EVENTS_MADE = tuple(Story().step("Ask ✓", 0).press("Señd", 1000).change(1300).end(5000).events)


@pytest.fixture
def written(tmp_path):
    folder = VisitFolder(tmp_path / "visit", info(), Secrets())
    for event in EVENTS_MADE:
        folder.write(event)
    folder.close()
    return folder.path


@pytest.fixture
def reports(tmp_path):
    (tmp_path / REPORTS).mkdir()
    return tmp_path / REPORTS


class TestVisit:
    def test_read_as_written(self, written):
        visit = read_visit(written)
        assert visit.events == EVENTS_MADE
        assert visit.info == info()

    def test_one_line_an_event(self, written):
        lines = (written / EVENTS).read_text(encoding="utf-8").splitlines()
        assert [json.loads(line)["seq"] for line in lines] == [event.seq for event in EVENTS_MADE]

    def test_a_line_is_on_disk_as_soon_as_it_is_written(self, tmp_path):
        folder = VisitFolder(tmp_path / "visit", info(), Secrets())
        folder.write(EVENTS_MADE[0])
        assert read_visit(folder.path).events == EVENTS_MADE[:1]
        folder.close()

    def test_a_last_line_that_was_cut_off_is_left_out(self, written):
        path = written / EVENTS
        raw = path.read_bytes()
        path.write_bytes(raw[:-40])
        assert read_visit(written).events == EVENTS_MADE[:-1]

    def test_cut_off_in_mid_letter(self, written):
        path = written / EVENTS
        raw = path.read_bytes()
        path.write_bytes(raw[: raw.index("✓".encode()) + 1])
        assert read_visit(written).events == EVENTS_MADE[:1]

    @pytest.mark.parametrize("garbage", [b"", b"garbage", b"\x00\x00\x00", b"{}", b"[]", b"\xff\xfe"])
    def test_nothing_after_a_line_that_cannot_be_read_is_believed(self, written, garbage):
        path = written / EVENTS
        lines = path.read_bytes().splitlines()
        path.write_bytes(b"\n".join([*lines[:3], garbage, *lines[3:]]))
        assert read_visit(written).events == EVENTS_MADE[:3]

    def test_without_events_there_are_none(self, written):
        (written / EVENTS).unlink()
        assert read_visit(written).events == ()

    def test_secrets_are_kept_out_of_the_visits_description(self, tmp_path):
        leaky = info(base_url="https://shop.example/s3cret-value/")
        folder = VisitFolder(tmp_path / "visit", leaky, Secrets(["s3cret-value"]))
        folder.close()
        assert "s3cret-value" not in (folder.path / VISIT).read_text(encoding="utf-8")
        assert read_visit(folder.path).info.base_url == f"https://shop.example/{MASK}/"

    def test_pictures_lie_below_the_visit(self, tmp_path):
        folder = VisitFolder(tmp_path / "visit", info(), Secrets())
        assert folder.save("001-popup.jpg", b"picture") == "evidence/001-popup.jpg"
        assert (folder.path / "evidence/001-popup.jpg").read_bytes() == b"picture"
        folder.close()

    def test_not_a_visit(self, tmp_path):
        with pytest.raises(SettingsError) as caught:
            read_visit(tmp_path)
        first, *rest = str(caught.value).splitlines()
        assert first == f"{tmp_path / VISIT}: cannot be read as a visit"
        assert rest[0] == "  expected:  a file written by this or an older cxcheck"

    def test_a_visits_file_of_another_shape(self, written):
        (written / VISIT).write_text('{"v": 1}', encoding="utf-8")
        with pytest.raises(SettingsError, match="cannot be read as a visit"):
            read_visit(written)

    def test_a_visit_of_a_newer_version(self, written):
        later = info().model_copy(update={"v": 99})
        (written / VISIT).write_text(later.model_dump_json(), encoding="utf-8")
        with pytest.raises(SettingsError):
            read_visit(written)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_and_stops_nobody(tmp_path):
    path = tmp_path / "visit"
    path.mkdir()
    (path / EVENTS).symlink_to("/dev/full")
    folder = VisitFolder(path, info(), Secrets())
    assert folder.broken == ""
    for event in EVENTS_MADE:
        folder.write(event)
    assert folder.broken == f"{path / EVENTS}: No space left on device"
    folder.close()
    assert folder.broken == f"{path / EVENTS}: No space left on device"


class TestWriteAtomically:
    def test_written_whole_into_folders_that_are_made(self, tmp_path):
        write_atomically(tmp_path / "a" / "b" / "run.json", "{✓}")
        assert (tmp_path / "a" / "b" / "run.json").read_text(encoding="utf-8") == "{✓}"
        assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["run.json"]

    def test_a_failure_leaves_the_old_file(self, tmp_path):
        path = tmp_path / "run.json"
        write_atomically(path, "old")
        with pytest.raises(UnicodeEncodeError):
            write_atomically(path, "new" * 10_000 + "\ud800")
        assert path.read_text(encoding="utf-8") == "old"

    def test_somebody_who_has_it_open_keeps_the_old_one(self, tmp_path):
        path = tmp_path / "run.json"
        write_atomically(path, "old")
        with path.open(encoding="utf-8") as reading:
            write_atomically(path, "new")
            assert reading.read() == "old"
        assert path.read_text(encoding="utf-8") == "new"

    @pytest.mark.skipif(sys.platform == "win32", reason="no such rights")
    def test_everybody_may_read_it(self, tmp_path):
        write_atomically(tmp_path / "run.json", "{}")
        assert stat.S_IMODE((tmp_path / "run.json").stat().st_mode) == 0o644


class TestRun:
    def test_told_before_the_first_visit(self, tmp_path):
        run = RunFolder(tmp_path / "r")
        run.begin(RUN)
        assert run.info() == RUN
        assert run.visit_paths == []

    def test_finished(self, tmp_path):
        run = RunFolder(tmp_path / "r")
        run.begin(RUN)
        run.finish(RunResult(run=RUN))
        assert RunResult.model_validate_json((run.path / "run.json").read_text(encoding="utf-8")).run == RUN

    def test_visits_are_found_by_their_files_in_order(self, tmp_path):
        run = RunFolder(tmp_path / "r")
        run.begin(RUN)
        for name in ("b", "a"):
            VisitFolder(run.path / "visits" / name, info(), Secrets()).close()
        (run.path / "visits" / "empty").mkdir()
        assert [path.name for path in run.visit_paths] == ["a", "b"]

    def test_latest_points_at_the_newest(self, reports):
        for name in ("one", "two"):
            RunFolder(reports / name).begin(RUN)
            assert (reports / "latest").resolve() == (reports / name).resolve()
        assert (reports / "latest").readlink() == Path("two")  # relative, so that the folder can be moved

    def test_latest_that_leads_nowhere_is_mended(self, reports):
        (reports / "latest").symlink_to("gone")
        RunFolder(reports / "one").begin(RUN)
        assert (reports / "latest").resolve() == (reports / "one").resolve()

    def test_somebodys_own_latest_is_left_alone(self, reports):
        (reports / "latest").mkdir()
        (reports / "latest" / "mine").touch()
        RunFolder(reports / "one").begin(RUN)
        assert (reports / "latest" / "mine").exists()

    def test_beside_a_run_that_is_kept_elsewhere_nothing_is_laid(self, tmp_path):
        RunFolder(tmp_path / "one").begin(RUN)
        assert [path.name for path in tmp_path.iterdir()] == ["one"]

    @pytest.mark.parametrize("content", [None, "{}", "garbage"])
    def test_not_a_run(self, tmp_path, content):
        if content is not None:
            (tmp_path / "run-info.json").write_text(content, encoding="utf-8")
        with pytest.raises(SettingsError) as caught:
            RunFolder(tmp_path).info()
        assert str(caught.value).splitlines()[0] == f"{tmp_path}: is not the folder of a run"

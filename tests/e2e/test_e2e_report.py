"""``cxcheck report``: everything after recording, done again, from the folder alone."""

import re
import shutil

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def stored(planted_run, project):
    """A copy of a run's folder in a project of its own, and the project."""
    folder = project.folder / "reports" / planted_run.folder.name
    shutil.copytree(planted_run.folder, folder)
    return folder


def events(folder) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("events.jsonl")}


def test_the_same_comes_out(planted_run, project, stored):
    before = events(stored)
    ran = project.cxcheck("report", stored)
    assert ran.status == planted_run.status == 1, ran.text  # not everybody got what they came for
    assert (stored / "run.json").read_text() == (planted_run.folder / "run.json").read_text()
    assert events(stored) == before
    assert re.search(r"\d+ failed, \d+ passed", ran.out)[0] in planted_run.out


def test_without_its_pages(planted_run, project, stored):
    for name in ("scorecard.html", "run.json", "junit.xml"):
        (stored / name).unlink()
    shutil.rmtree(stored / "assets")
    assert project.cxcheck("report", stored).status == 1
    assert (stored / "run.json").read_text() == (planted_run.folder / "run.json").read_text()
    assert fragment(stored / "scorecard.html") == fragment(planted_run.folder / "scorecard.html")


def test_one_file_for_mail(project, stored):
    ran = project.cxcheck("report", stored, "--one-file")
    assert ran.status == 1, ran.text
    page = (stored / "scorecard-one-file.html").read_text()
    assert "data:image/jpeg;base64," in page
    assert not re.search(r"""(?:src|href)=["'](?:visits|assets)/""", page)
    assert len(page) > 500_000


def fragment(page) -> str:
    """The scorecard's static part."""
    text = page.read_text().partition('class="cx-report"')[2].partition('class="run-count"')[0]
    assert text
    return text

"""``cxcheck new DIR``: a project that works at once, or a clear word and nothing written."""

import json
import os
import re
import subprocess
import sys

import pytest

from cxcheck import starter_files
from cxcheck.cli import new
from cxcheck.errors import SettingsError

PARTS = {".gitignore", "README.md", "conftest.py", "journeys", "personas", "pyproject.toml"}


def inside(folder) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.fixture
def made(project):
    """A project in a folder of its own."""
    ran = project.cxcheck("new", "shop")
    assert ran.status == 0, ran.text
    return type(project)(project.folder / "shop")


def test_it_says_what_is_there_and_what_comes_next(project, golden):
    ran = project.cxcheck("new", "my shop")
    assert ran.status == 0, ran.text
    assert inside(project.folder) == {"my shop"}
    starters = {kind: sorted(path.stem for path in starter_files.folder(kind).glob("*.*")) for kind in ("personas",)}
    ran.out = ran.out.replace(", ".join(starters["personas"]), "STARTERS")
    ran.out = re.sub(r"(?<=find_help, ).*(?=; start)", "STARTERS", ran.out)
    golden(ran, "new")


def test_all_parts_and_the_starters_are_there(made):
    assert inside(made.folder) == PARTS
    for kind, pattern in (("journeys", "*.py"), ("personas", "*.toml")):
        for path in starter_files.folder(kind).glob(pattern):
            assert (made.folder / kind / path.name).read_bytes() == path.read_bytes()
    assert (made.folder / "journeys" / "find_help.py").is_file()
    assert made.folder.stat().st_mode & 0o777 == 0o777 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_its_own_journeys_are_listed(made):
    found = json.loads(made.cxcheck("list", "--json").out)
    example = next(journey for journey in found["journeys"] if journey["key"] == "find_help")
    assert example["file"] == "journeys/find_help.py"
    assert [step["title"] for step in example["steps"]] == ["Open the home page", "Look for help"]
    assert len(found["journeys"]) == len(list((made.folder / "journeys").glob("*.py")))


def test_pytest_alone_asks_for_the_site(made):
    ran = made.pytest()
    assert ran.status == 4
    assert "no site to visit was named" in ran.err


def test_pytest_alone_collects_once_the_site_is_filled_in(made):
    """By what the file says: the # of two lines taken away."""
    pyproject = made.folder / "pyproject.toml"
    text = pyproject.read_text(encoding="utf-8")
    filled = text.replace("# [tool.cxcheck", "[tool.cxcheck").replace("# base_url", "base_url")
    pyproject.write_text(filled, encoding="utf-8")
    ran = made.pytest("--collect-only", "-q")
    assert ran.status == 0, ran.text
    assert "journeys/find_help.py::find_help[maria-chromium]" in ran.out


def test_every_commented_setting_is_one(made):
    """Whoever takes a # away gets a setting that is understood."""
    pyproject = made.folder / "pyproject.toml"
    lines = pyproject.read_text(encoding="utf-8").splitlines()
    settings = [re.sub(r"^# (?=\[tool|\w+ *=)", "", line) for line in lines]
    assert len([1 for before, after in zip(lines, settings, strict=True) if before != after]) >= 6
    pyproject.write_text("\n".join(settings), encoding="utf-8")
    ran = made.cxcheck("list")
    assert ran.status == 0, ran.text


def test_with_a_site(project):
    ran = project.cxcheck("new", "shop", "--site", "store=https://store.example:8443/uk/")
    assert ran.status == 0, ran.text
    assert ran.out.endswith("  cd shop\n  cxcheck demo\n  cxcheck run\n")
    made = type(project)(project.folder / "shop")
    ran = made.pytest("--collect-only", "-q")
    assert ran.status == 0, ran.text
    text = (made.folder / "pyproject.toml").read_text(encoding="utf-8")
    assert '[tool.cxcheck.sites.store]\nbase_url = "https://store.example:8443/uk/"\n' in text
    assert '"store.example:8443"' in text


@pytest.mark.parametrize("git", [False, True])
def test_in_a_folder_that_is_empty_but_for_git(project, git):
    if git:
        (project.folder / ".git").mkdir()
        (project.folder / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    ran = project.cxcheck("new", ".")
    assert ran.status == 0, ran.text
    assert inside(project.folder) - {".git"} == PARTS
    assert (project.folder / ".git" / "HEAD").is_file() == git
    assert "cd " not in ran.out
    assert project.cxcheck("list").status == 0


@pytest.mark.browser
def test_its_example_can_be_walked(made, serve):
    pages = {
        "/": "<html lang=en><title>Shop</title><h1>Shop</h1><a href=/help>Help</a>",
        "/help": "<title>Help</title>",
    }
    ran = made.cxcheck("run", serve(pages), "--cx-persona", "tom", "-k", "find_help")
    assert ran.status == 0, ran.text
    assert (made.folder / "reports" / "latest" / "scorecard.html").is_file()


@pytest.mark.browser
def test_its_own_journeys_are_walked_on_the_demo_shop(made):
    """As its own personas: one of a name that no starter has."""
    (made.folder / "personas" / "tom.toml").rename(made.folder / "personas" / "tomas.toml")
    ran = made.cxcheck("demo", "--friction", "clean", "--cx-persona", "tomas", "-k", "find_help", "-n0")
    assert ran.status == 0, ran.text
    assert "tomas · Find help" in ran.out
    assert "step 2 of 2: Look for help" in ran.out


# --- refused


def test_a_folder_that_is_not_empty(project, golden):
    project.write({"shop/notes.txt": "Mine", "shop/.git/HEAD": ""})
    ran = project.cxcheck("new", "shop")
    assert ran.status == 4
    assert inside(project.folder / "shop") == {"notes.txt", ".git"}
    golden(ran, "new_not_empty")


def test_a_file_of_that_name(project, golden):
    ran = project.write({"shop": "Mine"}).cxcheck("new", "shop")
    assert ran.status == 4
    assert (project.folder / "shop").read_text() == "Mine"
    golden(ran, "new_file")


def test_a_link_to_nowhere(project):
    (project.folder / "shop").symlink_to("nowhere")
    ran = project.cxcheck("new", "shop")
    assert ran.status == 4
    assert "there is a file of that name" in ran.err
    assert inside(project.folder) == {"shop"}


@pytest.mark.parametrize("name", ["", "a::b", "shop[1]", "journeys", "shop\n", "📦", ".hidden"])
def test_a_name_that_cannot_be_used(project, name):
    ran = project.cxcheck("new", name)
    assert ran.status == 4
    assert "a project cannot be called" in ran.err
    assert "Traceback" not in ran.text
    assert inside(project.folder) == set()


def test_a_name_of_a_room_in_a_project(project, golden):
    ran = project.cxcheck("new", "journeys")
    assert ran.status == 4
    golden(ran, "new_bad_name")


def test_a_folder_in_no_folder(project, golden):
    ran = project.cxcheck("new", "nowhere/shop")
    assert ran.status == 4
    assert inside(project.folder) == set()
    golden(ran, "new_nowhere")


@pytest.mark.parametrize(
    "site", ["shop", "https://shop.example/", "My shop=https://shop.example/", "shop=ftp://x", "a=", "a=b c"]
)
def test_a_site_that_is_not_understood(project, site):
    ran = project.cxcheck("new", "shop", "--site", site)
    assert ran.status == 4
    assert "to do:" in ran.err
    assert "Traceback" not in ran.text
    assert inside(project.folder) == set()


def test_no_write_access(project):
    """As a user who may not write there. Root may write everywhere but where the system itself forbids it."""
    parent = project.folder / "closed"
    parent.mkdir(mode=0o555)
    if os.access(parent, os.W_OK):
        parent = next((folder for folder in map(type(parent), ("/proc", "/dev/fd")) if folder.is_dir()), None)
        if parent is None:
            pytest.skip("this user may write everywhere")
    ran = project.cxcheck("new", parent / "shop")
    assert ran.status == 4
    assert "the project cannot be written: " in ran.err
    assert not (parent / "shop").exists()


@pytest.mark.parametrize("there", [False, True])
def test_a_disk_that_fills_up_leaves_nothing(tmp_path, monkeypatch, there):
    """Neither half a project nor its draft."""
    folder = tmp_path / "shop"
    if there:
        folder.mkdir()
    rename, count = type(folder).rename, 0

    def full(self, target):
        nonlocal count
        count += 1
        if count == (4 if there else 1):
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(type(folder), "rename", full)
    known = type("Known", (), {"dir": str(folder), "site": None, "ci": None})
    with pytest.raises(SettingsError, match="No space left on device"):
        new.run(known, [])
    assert count == (4 if there else 1)
    assert inside(tmp_path) == ({"shop"} if there else set())
    assert not there or inside(folder) == set()


def test_what_is_written_is_good_python(made):
    program = [sys.executable, "-m", "ruff", "check", "--isolated", "--select", "E,F,W,I", "--line-length", "120", "."]
    done = subprocess.run(program, cwd=made.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr

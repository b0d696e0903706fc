"""The wheel that people install holds everything that a run needs, and what it holds is found."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
FOUND = "from cxcheck import starter_files as s; print(s.folder('journeys')); print(s.folder('personas'))"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=CHECKOUT, check=True, capture_output=True)
    [path] = folder.glob("*.whl")
    return path


def found(folder: Path, environment: dict[str, str]) -> list[Path]:
    done = subprocess.run(
        [sys.executable, "-c", FOUND], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return [Path(line) for line in done.stdout.splitlines()]


def test_it_holds_what_is_no_python(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for kind in (
        "cxcheck/**/*.toml", "cxcheck/**/*.js", "cxcheck/**/*.css", "cxcheck/**/*.svg",
        "cxcheck/**/*.html", "cxcheck/**/*.jinja", "cxcheck/**/*.txt", "cxcheck/**/*.json", "cxcheck/**/*.yml",
    ):  # fmt: skip
        assert {path.relative_to(CHECKOUT).as_posix() for path in CHECKOUT.glob(kind)} <= names, kind
    for kind in ("journeys/*.py", "personas/*.toml"):
        assert {f"cxcheck/starter/{path.relative_to(CHECKOUT).as_posix()}" for path in CHECKOUT.glob(kind)} <= names
    assert not [name for name in names if "__pycache__" in name or name.startswith("tests/")]


def test_its_own_starter_files_are_found(wheel, tmp_path):
    unpacked = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(unpacked)
    journeys, personas = found(tmp_path, os.environ | {"PYTHONPATH": str(unpacked)})
    assert journeys == unpacked / "cxcheck" / "starter" / "journeys"
    assert personas == unpacked / "cxcheck" / "starter" / "personas"
    assert list(journeys.glob("*.py"))
    assert list(personas.glob("*.toml"))


def test_the_checkouts_starter_files_are_found_by_an_editable_install(tmp_path):
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    journeys, personas = found(tmp_path, environment | {"PYTHONPATH": str(CHECKOUT)})
    assert (journeys, personas) == (CHECKOUT / "journeys", CHECKOUT / "personas")


def test_a_project_made_from_the_unpacked_wheel_can_be_walked(wheel, tmp_path):
    unpacked = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(unpacked)

    def cxcheck(folder: Path, *arguments: str) -> str:
        command = [sys.executable, "-m", "cxcheck", *arguments]
        environment = os.environ | {"PYTHONPATH": str(unpacked)}
        ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout

    cxcheck(tmp_path, "new", "shop")
    shop = tmp_path / "shop"
    assert {path.name for path in (unpacked / "cxcheck/starter/journeys").glob("*.py")} | {"find_help.py"} == {
        path.name for path in (shop / "journeys").iterdir()
    }
    listed = json.loads(cxcheck(shop, "list", "--json"))
    assert {"find_help", "forgotten_password"} <= {journey["key"] for journey in listed["journeys"]}
    assert {journey["file"].partition("/")[0] for journey in listed["journeys"]} == {"journeys"}


def test_a_run_from_the_unpacked_wheel_lists_its_journeys(wheel, tmp_path):
    unpacked = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(unpacked)
    ran = subprocess.run(
        [sys.executable, "-m", "cxcheck", "run", "https://shop.example/", "--collect-only", "-q"],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(unpacked)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "forgotten_password[" in ran.stdout

"""``cxcheck explain budget``: every measure is told, and its examples are understood."""

import re

import pytest

from cxcheck import Budget, Limit, settings
from cxcheck.cli import main
from cxcheck.model.budget import MEASURES


@pytest.fixture
def said(capsys):
    assert main(["explain", "budget"]) == 0
    return capsys.readouterr().out


def test_every_measure_with_its_unit(said):
    rows = dict(line.split(maxsplit=1) for line in said.split("\n\n")[0].splitlines()[2:])
    assert list(rows) == list(MEASURES)
    assert rows["waiting_seconds"] == "waiting, in seconds"
    assert rows["popups"] == "pop-ups; of a whole journey only"


def test_its_examples_are_understood(said, tmp_path):
    text = " ".join(said.split())
    [beside] = re.findall(r"budget=(Budget\(.*?\),\)\))", text)
    assert eval(beside, {"Budget": Budget, "Limit": Limit}).minutes == 3
    tables = re.findall(r"\[(tool\.cxcheck\.budget[\w.]*)\]", text)
    (tmp_path / "pyproject.toml").write_text("".join(f"[{one}]\nminutes = 1\n" for one in tables), encoding="utf-8")
    assert list(settings.project_settings(tmp_path).budget.journeys) == ["KEY"]

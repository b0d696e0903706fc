"""``cxcheck config``: every setting with its layer; nothing is walked. What is wrong is told as a run would tell it."""

import json

import pytest

PYPROJECT = """
[tool.pytest.ini_options]
addopts = "--cx-seed 4"

[tool.cxcheck]
pace = "human"
repeat = 3

[tool.cxcheck.sites.shop]
base_url = "https://staging.shop.example/"
inbox = { maildir = "/var/mail", domain = "qa.example" }

[tool.cxcheck.budget]
score = 60
limits = [{ measure = "ease", at_least = 50, level = "warn" }]

[tool.cxcheck.budget.journeys.look_around]
minutes = 2
aggregate = "worst"

[tool.cxcheck.scoring]
caps.critical = 60
"""


@pytest.fixture
def shop(project, look):
    journey = look["journeys/look.py"].replace("import", "import Budget,", 1)
    journey = journey.replace('there is")', 'there is", budget=Budget(minutes=1, popups=0))')
    return project.write({"journeys/look.py": journey, "pyproject.toml": PYPROJECT})


def test_what_is_set_where(shop, golden):
    ran = shop.cxcheck(
        "config", "--cx-repeat", "5", CXCHECK_ORDERS="test-card", CXCHECK_PACE="", CXCHECK_RECORD="", CXCHECK_BROWSER=""
    )
    assert ran.status == 0, ran.text
    assert not (shop.folder / "reports").exists(), "nothing is walked"
    golden(ran, "config")


def test_for_machines_with_every_constant(shop):
    ran = shop.cxcheck("config", "other.example", "--all", "--json", CXCHECK_PACE="robot")
    found = {row["key"]: row for row in json.loads(ran.out)}
    assert found["site"] == {"key": "site", "value": "other.example", "layer": "--cx-site"}
    assert found["site.inbox"]["value"] == "none", "that of the shop is not another's"
    assert found["pace"] == {"key": "pace", "value": "robot", "layer": "CXCHECK_PACE"}
    assert found["seed"] == {"key": "seed", "value": 4, "layer": "--cx-seed in pytest's addopts"}
    assert found["repeat"] == {"key": "repeat", "value": 3, "layer": "pyproject.toml:7"}
    assert found["scoring.caps.critical"] == {
        "key": "scoring.caps.critical", "value": 60, "layer": "pyproject.toml:22",
    }  # fmt: skip
    assert found["scoring.caps.not_finished"]["layer"] == "default"


@pytest.mark.parametrize(
    ("wrong", "arguments", "parts"),
    [
        ("pase = 1", (), ("pyproject.toml:2: unknown key 'pase' in [tool.cxcheck]", "nearest:   pace")),
        ("budget.waiting_ms = 3", (), ("pyproject.toml:2: unknown key 'waiting_ms'", "nearest:   waiting_seconds")),
        ("repeat = '3'", (), ("'repeat' in [tool.cxcheck] cannot be '3'", "a whole number")),
        ("budget.journeys.look_arond.minutes = 3", (), ("pyproject.toml:2: no journey is called", "look_around")),
        ("sites.other.base_url = 'shop'", ("https://a.example/",), ("[tool.cxcheck.sites.other]", "full address")),
        ("scoring.caps.critcal = 60", (), ("unknown constant 'critcal'", "nearest:   critical")),
        ("", ("--cx-pase", "human"), ("unknown option --cx-pase", "nearest:   --cx-pace")),
        ("", ("--cx-pace", "humane"), ("--cx-pace: unknown pace 'humane'", "nearest:   human")),
    ],
)
def test_what_is_wrong(project, look, wrong, arguments, parts):
    ran = project.write({**look, "pyproject.toml": f"[tool.cxcheck]\n{wrong}\n"}).cxcheck("config", *arguments)
    assert ran.status == 4, ran.text
    assert ran.out == ""
    assert "Traceback" not in ran.err
    for part in parts:
        assert part in ran.err


def test_a_run_tells_a_misspelt_journey_too(project, look):
    """A budget that nobody looks at would pass."""
    text = "[tool.cxcheck.budget.journeys.look_arond]\nminutes = 3\n"
    project.write({**look, "pyproject.toml": text})
    ran = project.pytest("journeys/look.py", "--cx-site", "https://shop.example/")
    assert ran.status == 4, ran.text
    assert "pyproject.toml:1: no journey is called 'look_arond'" in ran.err
    assert "nearest:   look_around" in ran.err

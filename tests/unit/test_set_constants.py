"""Constants of the score set by people: what is understood, by whom each was set, and the words for what is not."""

import os
from pathlib import Path

import pytest

from cxcheck import settings
from cxcheck.errors import SettingsError
from cxcheck.score.constants import flat, units, weights_of
from cxcheck.score.weights import Constant, shipped
from cxcheck.set_constants import set_constants

GOLDEN = Path(__file__).parents[1] / "golden" / "settings"
AT = "pyproject.toml: [tool.cxcheck.scoring]"
MISTAKES = {
    "misspelt-constant": "caps.critcal = 60",
    "misspelt-group": "severty.minor = 1",
    "too-much": "caps.critical = 600",
    "no-number": 'effort.mental = "fast"',
    "yes": "attributes.ease = true",
    "nan": "severity.minor = nan",
    "group-as-number": "caps = 5",
    "number-as-group": "effort.mental.value = 3",
    "grades-out-of-order": "grades.A = 70",
    "nought-to-divide-by": "reading.words.en = 0",
    "no-severity": 'checks.slow-answer.severity = "mnor"',
    "curve-where-none-is": "checks.dead-click.curve = [1, 2]",
    "curve-uphill": "checks.slow-answer.curve = [2, 1]",
    "no-toml": "caps.critical",
}


@pytest.mark.parametrize("name", MISTAKES)
def test_what_is_not_understood(name):
    with pytest.raises(SettingsError) as caught:
        set_constants([("--cx-scoring", MISTAKES[name])])
    path = GOLDEN / f"scoring-{name}.txt"
    if os.environ.get("CXCHECK_UPDATE_GOLDEN") == "1":
        path.write_text(f"{caught.value}\n", encoding="utf-8")
    assert f"{caught.value}\n" == path.read_text(encoding="utf-8")


def test_a_check_that_is_not_known_has_the_nearest_named():
    with pytest.raises(SettingsError, match=r"nearest: +slow-answer"):
        set_constants([("--cx-scoring", 'checks.slow-answr.severity = "minor"')])


def test_nothing_set_is_the_version_as_shipped():
    scoring = set_constants([(AT, {}), ("CXCHECK_SCORING", "")])
    assert (scoring.version, scoring.overridden) == (shipped().version, {})
    assert weights_of(scoring.values, scoring.version) == shipped()


def test_setting_what_it_is_anyhow_changes_nothing():
    assert set_constants([(AT, {"caps": {"critical": 70}})]) == set_constants([])


def test_every_constant_can_be_set_and_has_its_unit():
    known = units()
    assert set(known) == set(flat(shipped()))
    for key, value in flat(shipped()).items():
        if not key.startswith("grades"):  # they hang together
            scoring = set_constants([(AT, _tree(key, value * 0.9))])
            assert scoring.values[key] == value * 0.9
            assert {k: v for k, v in scoring.values.items() if k != key} == {
                k: v for k, v in flat(shipped()).items() if k != key
            }
    for group in (shipped().effort, shipped().interruption, shipped().waiting):
        for name, one in group:
            if isinstance(one, Constant):
                assert one.unit in known.values(), name


def _tree(key, value):
    for part in reversed(key.split(".")):
        value = {part: value}
    return value


def test_the_stronger_layer_wins_and_each_is_named(tmp_path, monkeypatch):
    (tmp_path / "pyproject.toml").write_text(
        "[tool.cxcheck.scoring]\ncaps.critical = 60\ngrades.D = 30\nseverity.minor = 2\n", encoding="utf-8"
    )
    monkeypatch.setenv("CXCHECK_SCORING", "caps.critical = 50\ngrades.D = 20")
    scoring = set_constants(settings.scoring_layers(tmp_path, ["caps.critical = 40"]))
    assert {key: scoring.values[key] for key in scoring.overridden} == {
        "caps.critical": 40, "grades.D": 20, "severity.minor": 2,
    }  # fmt: skip
    assert scoring.overridden == {"caps.critical": "--cx-scoring", "grades.D": "CXCHECK_SCORING", "severity.minor": AT}


def test_the_version_says_that_and_what_was_set():
    one, same, other = (
        set_constants([(AT, text)]) for text in ("caps.critical = 60", "caps.critical = 60.0", "caps.critical = 61")
    )
    assert one.version.startswith(f"{shipped().version}+")
    assert one.version == same.version != other.version


def test_over_what_a_run_was_scored_with():
    before = set_constants([(AT, "caps.critical = 60")])
    assert set_constants([], before) == before
    after = set_constants([("--cx-scoring", "severity.minor = 2")], before)
    assert after.overridden == {"caps.critical": AT, "severity.minor": "--cx-scoring"}
    assert after.values["caps.critical"] == 60


def test_a_run_of_other_constants_is_scored_with_those():
    """As a later cxcheck finds them: one has another value there, one is gone, one is new."""
    old = set_constants([])
    recorded = {key: value for key, value in old.values.items() if key != "waiting.noticed"}
    recorded |= {"effort.mental": 1200.0, "effort.blink": 50.0}
    found = weights_of(recorded, "2025.1")
    assert (found.version, found.effort.mental.value) == ("2025.1", 1200.0)
    assert found.waiting == shipped().waiting

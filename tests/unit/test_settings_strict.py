"""Strict TOML: at which line each key stands, and the words for what does not fit."""

import pytest

from cxcheck import settings
from cxcheck.errors import SettingsError
from cxcheck.settings.lines import key_lines

FILE = '''# a comment
[tool.cxcheck]
pace = "human"

[tool.cxcheck.budget]   # for all
minutes = 3
note = """
[not.a.header]
fake = 1
"""
limits = [
  # those that are on single things
  { measure = "popups", at_most = 1 },
  { measure = "score", at_least = 60 },
]
[[tool.cxcheck.budget.more]]
measure = "clicks"
[[tool.cxcheck.budget.more]]
measure = "keys"
[tool.cxcheck.budget."two words"]
score.at_least = 1
'''
TO = ("tool", "cxcheck")


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((*TO,), 2), ((*TO, "pace"), 3), ((*TO, "budget"), 5), ((*TO, "budget", "minutes"), 6),
        ((*TO, "budget", "note"), 7), ((*TO, "budget", "limits"), 11), ((*TO, "budget", "limits", 1, "measure"), 11),
        ((*TO, "budget", "more", 0, "measure"), 17), ((*TO, "budget", "more", 1, "measure"), 19),
        ((*TO, "budget", "two words", "score", "at_least"), 21),
    ],
)  # fmt: skip
def test_the_line_of_each_key(path, line):
    assert key_lines(FILE)[path] == line


def test_what_looks_like_a_key_inside_a_text_is_none():
    assert not [path for path in key_lines(FILE) if "fake" in path or "not" in path]


def said(tmp_path, text):
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        settings.project_settings(tmp_path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        ("pase = 'human'", ("pyproject.toml:2: unknown key 'pase' in [tool.cxcheck]", "nearest:   pace")),
        ("pace = 'humane'", ("pyproject.toml:2: 'pace' in [tool.cxcheck] cannot be 'humane'", "'human'")),
        ("repeat = '3'", ("'repeat' in [tool.cxcheck] cannot be '3'", "a whole number")),
        ("repeat = 100", ("cannot be 100", "less than or equal to 99")),
        ("repeat = true", ("cannot be True", "a whole number")),
        ("budget.minutes = '3 min'", ("'minutes' in [tool.cxcheck.budget]", "a number, in minutes")),
        ("budget.waiting_ms = 3000", ("unknown key 'waiting_ms'", "nearest:   waiting_seconds")),
        ("budget.minutes = 0", ("cannot be 0", "greater than 0, in minutes")),
        ("budget.minutes = nan", ("'minutes' in [tool.cxcheck.budget]", "a number")),
        ("budget.level = 'strict'", ("'level' in [tool.cxcheck.budget]", "'fail', 'warn' or 'off'")),
        ("budget = 3", ("'budget' in [tool.cxcheck] cannot be 3", "a table of keys and values")),
        ("budget.limits = 3", ("'limits' in [tool.cxcheck.budget] cannot be 3", "a list")),
        ("scoring = 3", ("'scoring' in [tool.cxcheck] cannot be 3", "a table")),
        ("sites.shop = 'https://shop.example/'", ("'shop' in [tool.cxcheck.sites]", "a table of keys and values")),
        (
            "[[tool.cxcheck.budget.limits]]\nmeasure = 'waiting_ms'\nat_most = 1",
            ("pyproject.toml:3: 'measure' in [tool.cxcheck.budget.limits]", "nearest:   waiting_seconds"),
        ),
        ("budget.limits = [{ measure = 'popups' }]", ("pyproject.toml:2: 'limits'", "either at_most or at_least")),
        ("budget.limits = [{ measure = 'popups', at_mots = 1 }]", ("unknown key 'at_mots'", "nearest:   at_most")),
        ("budget.limits = [{ measure = 'taps', at_most = 1, step = 'Pay' }]", ("of one journey", "journeys.JOURNEY")),
        ("budget.journeys.checkout.minuts = 3", ("in [tool.cxcheck.budget.journeys.checkout]", "nearest:   minutes")),
        ("budget.aggregate = 'p95'", ("'aggregate'", "'median', 'mean', 'best' or 'worst'")),
    ],
)  # fmt: skip
def test_where_what_and_what_instead(tmp_path, lines, parts):
    text = said(tmp_path, f"[tool.cxcheck]\n{lines}\n")
    assert text.startswith("pyproject.toml:")
    assert "to do:" in text
    for part in parts:
        assert part in text


def test_a_tool_that_is_no_table(tmp_path):
    assert "pyproject.toml:1: 'tool' cannot be 3" in said(tmp_path, "tool = 3\n")


def test_a_file_that_cannot_be_read_is_told(tmp_path, monkeypatch):
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")

    def refuse(*_args, **_words):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_text", refuse)
    with pytest.raises(SettingsError, match=r"pyproject.toml: cannot be read: Permission denied[\s\S]*to do"):
        settings.project_settings(tmp_path)


class TestLayers:
    FILE = '[tool.cxcheck]\npace = "human"\nrepeat = 3\nrecord = "off"\nbudget.level = "warn"\n'

    def test_the_file_counts_more_than_the_default(self, tmp_path, monkeypatch):
        for name in settings.ENVIRONMENT.values():
            monkeypatch.delenv(name, raising=False)
        before = (settings.pace(tmp_path, None), settings.repeats(tmp_path, None), settings.record(tmp_path, None))
        assert (*before, settings.budget_level(tmp_path, None)) == ("brisk", 1, "frames", "fail")
        (tmp_path / "pyproject.toml").write_text(self.FILE, encoding="utf-8")
        after = (settings.pace(tmp_path, None), settings.repeats(tmp_path, None), settings.record(tmp_path, None))
        assert (*after, settings.budget_level(tmp_path, None)) == ("human", 3, "off", "warn")

    def test_and_less_than_what_is_typed(self, tmp_path, monkeypatch):
        (tmp_path / "pyproject.toml").write_text(self.FILE, encoding="utf-8")
        for name, value in {"PACE": "robot", "REPEAT": "2", "RECORD": "frames", "BUDGET": "off"}.items():
            monkeypatch.setenv(f"CXCHECK_{name}", value)
        found = (settings.pace(tmp_path, None), settings.repeats(tmp_path, None), settings.record(tmp_path, None))
        assert (*found, settings.budget_level(tmp_path, None)) == ("robot", 2, "frames", "off")
        assert settings.budget_level(tmp_path, "fail") == "fail"
        assert settings.repeats(tmp_path, "5") == 5

    def test_a_level_that_is_none(self, tmp_path, monkeypatch):
        monkeypatch.setenv("CXCHECK_BUDGET", "wran")
        with pytest.raises(SettingsError, match=r"CXCHECK_BUDGET: a broken budget cannot[\s\S]*nearest: +warn"):
            settings.budget_level(tmp_path, None)

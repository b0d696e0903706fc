"""Checks of other packages: found by entry point, used like our own; a broken one is told and hinders nobody."""

import pytest
from test_pipeline import story, visit

from cxcheck.checks import entry_points, run
from cxcheck.cli import main
from cxcheck.model.finding import CheckOutcome
from cxcheck.pipeline import judge_visit

SOUND = """
from collections.abc import Iterator
from cxcheck.model.artifact import Timeline
from cxcheck.model.finding import Attribute, CheckMeta, Finding, Severity

META = CheckMeta(
    id="{id}", attribute=Attribute.PERSONALISATION, severity=Severity.MINOR, passes="Short", fails="Many steps",
    why="They add up", remedy="Leave some out", threshold="0 steps", source="our choice",
)

def check(timeline: Timeline) -> Iterator[Finding]:
    for step in timeline.steps:
        yield Finding(
            check=META.id, attribute=META.attribute, severity=META.severity, step=step.index, t_ms=0,
            sentence="A step.", value=1, unit="count", limit=0,
        )
"""
FAULTS = {
    "cannot-be-loaded": ("1 / 0", "acme_checks cannot be loaded: ZeroDivisionError: division by zero"),
    "ends-the-process": ("raise SystemExit(3)", "acme_checks cannot be loaded: SystemExit: 3"),
    "has-no-meta": ("def check(): ...", "META should be a CheckMeta, and is missing"),
    "has-another-id": (SOUND.format(id="many-steps"), "is called 'has-another-id' and its check 'many-steps'"),
    "has-no-function": (SOUND.format(id="has-no-function") + "check = 5", "check should be a function, and is a int"),
    "asks-for-the-moon": (
        SOUND.format(id="asks-for-the-moon") + "def check(moon: int): ...",
        "its parameter 'moon' should be typed as one of: BarsSeen, ",
    ),
    "untyped": (SOUND.format(id="untyped") + "def check(waits): ...", "its parameter 'waits' should be typed as"),
    "dead-click": (SOUND.format(id="dead-click"), "a check of cxcheck has this id"),
}
CACHES = (entry_points.brought, run.all_checks, run.unusable)


@pytest.fixture
def bring(tmp_path, monkeypatch):
    """Installs a package with one check, and everything is read anew; after the test it is gone."""

    def install(name: str, code: str, package: str = "acme_checks") -> None:
        (tmp_path / f"{package}.py").write_text(code, encoding="utf-8")
        about = tmp_path / f"{package}-1.2.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.2\n", encoding="utf-8")
        (about / "entry_points.txt").write_text(f"[cxcheck.checks]\n{name} = {package}\n", encoding="utf-8")

    monkeypatch.syspath_prepend(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr("sys.modules", dict(__import__("sys").modules))
        for cached in CACHES:
            cached.cache_clear()
        yield install
    for cached in CACHES:
        cached.cache_clear()


def test_a_sound_one_judges_like_our_own(bring, capsys):
    bring("many-steps", SOUND.format(id="many-steps"))
    card = judge_visit(visit(story())).scorecard
    (result,) = [one for one in card.results if one.check == "many-steps"]
    assert (result.outcome, len(result.findings)) == (CheckOutcome.FAIL, 1)
    assert {one.attribute: one.score for one in card.attributes}["personalisation"] is not None
    assert "many-steps" in [fix.check for fix in card.fixes]
    assert main(["explain", "many-steps"]) == 0
    assert "brought by    acme_checks 1.2" in capsys.readouterr().out


@pytest.mark.parametrize("name", FAULTS)
def test_a_broken_one_is_an_error_of_its_own_and_the_others_go_on(bring, capsys, name):
    without = judge_visit(visit(story())).scorecard
    for cached in CACHES:
        cached.cache_clear()
    code, said = FAULTS[name]
    bring(name, code)
    card = judge_visit(visit(story())).scorecard
    broken = card.results[-1]
    assert (broken.check, broken.outcome) == (name, CheckOutcome.ERROR)
    assert said in broken.reason
    assert broken.reason.endswith("(brought by acme_checks 1.2)")
    assert card.results[:-1] == without.results
    assert (card.score, card.attributes) == (without.score, without.attributes)
    assert any(f"the check {name}" in one.what and said in one.reason for one in card.unmeasured)
    assert main(["explain"]) == 0
    assert f"{name} cannot be used: " in " ".join(capsys.readouterr().out.split())


def test_of_two_with_one_id_neither_is_used(bring):
    bring("many-steps", SOUND.format(id="many-steps"))
    bring("many-steps", SOUND.format(id="many-steps"), package="other_checks")
    assert [one.reason for one in run.unusable()] == [
        "two packages bring a check of this id (brought by acme_checks 1.2)",
        "two packages bring a check of this id (brought by other_checks 1.2)",
    ]
    assert "many-steps" not in {check.META.id for check in run.all_checks()}

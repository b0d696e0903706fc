"""Repeats and budgets: each visit tells how it ended, all together whether the budget holds. No browser is needed."""

import html
import json
import re
import xml.etree.ElementTree as ET

import pytest
from stored_runs import visit_info, write_run

from cxcheck.model.artifact import Outcome
from cxcheck.model.budget import Budget, Limit
from cxcheck.model.journey import Journey
from cxcheck.testing import Story

ONE_CLICK = Budget(limits=(Limit(measure="clicks", at_most=1),))
TOGETHER = "ask[tom-all3-chromium]"


def clicked(count: int | None) -> Story:
    """A visit with so many clicks; None: it could not be finished."""
    story = Story().step("Ask", 0)
    for n in range(1, (count or 1) + 1):
        story.press("Send", 1000 * n).change(1000 * n + 200)
    return story.end(9000) if count is not None else story.end(9000, Outcome.NOT_FINISHED, "no way to ask")


@pytest.fixture
def walked(project):
    """Stores a run in which Tom walked once for each number, with so many clicks."""

    def store(*clicks, budget=ONE_CLICK, repeat=None, level="fail", first=1, name="one"):
        path = project.folder / "reports" / name
        settings = {"repeat": str(repeat or len(clicks)), "budget": level}
        visits = [
            (visit_info(number=number, repeat=number, node=f"journeys/ask.py::ask[tom-{number}of3-chromium]",
                        journey=Journey(key="ask", title="Ask", goal="", budget=budget)), clicked(count))
            for number, count in enumerate(clicks, start=first)
        ]  # fmt: skip
        write_run(path, *visits, settings=settings)
        return path

    return store


def rows(run) -> dict[str, str]:
    """JUnit's file: each case and what it is."""
    cases = ET.parse(run / "junit.xml").getroot().iter("testcase")
    return {
        case.get("name"): next((child.tag for child in case if child.tag in {"failure", "error"}), "") for case in cases
    }


def properties(run, name) -> dict[str, str]:
    [case] = [one for one in ET.parse(run / "junit.xml").getroot().iter("testcase") if one.get("name") == name]
    return {one.get("name"): one.get("value") for one in case.iter("property")}


def test_a_median_that_holds_passes_whatever_one_visit_was(project, walked):
    run = walked(1, 5, 1)
    ran = project.cxcheck("report", "reports/one")
    assert ran.status == 0, ran.text
    assert set(rows(run).values()) == {""}
    said = properties(run, TOGETHER)
    assert said["cxcheck_budget[clicks]"] == "pass: clicks, median of 3 visits: 1; the budget is 1"
    assert (said["cxcheck_verdict"], said["cxcheck_visits"], said["cxcheck_journey"]) == ("pass", "3", "Ask")
    assert "verdict: pass: 1 good" in ran.out
    result = json.loads((run / "run.json").read_text())
    assert result["verdict"]["kind"] == "pass"
    [together] = result["verdicts"]
    assert together["verdict"]["limits"][0]["values"] == [1, 5, 1]
    assert [one["verdict"]["kind"] for one in result["visits"]] == ["pass", "fail", "pass"], "each visit's own"


@pytest.mark.parametrize("more", [(), ("-n", "2")], ids=["alone", "workers"])
def test_a_broken_median_is_one_failure(project, walked, more):
    run = walked(1, 5, 4)
    ran = project.cxcheck("report", "reports/one", *more)
    assert ran.status == 10, ran.text
    found = rows(run)
    assert [name for name, what in found.items() if what] == [TOGETHER]
    assert found[TOGETHER] == "failure"
    assert len(found) == 4
    said = "clicks, median of 3 visits: 4; the budget is 1"
    assert f"over budget: {said}" in ran.out
    assert "verdict: fail: 1 over budget" in ran.out
    assert "1 failed, 3 passed" in ran.out
    assert "FAILED journeys/ask.py::ask[tom-all3-chromium] - over budget" in ran.out
    assert not re.search(r"\[1[1-9]\d%\]", ran.out), "pytest counts no more than it has collected"
    assert "median of 3 visits\\: 4; the budget is 1" in (run / "summary.md").read_text()
    row = re.search(
        r"<td[^>]*>[^<]*<bdi>Tom</bdi>, 3 visits together", html.unescape((run / "scorecard.html").read_text())
    )
    assert row, "in pytest-html's table"
    assert json.loads((run / "run.json").read_text())["verdict"]["reasons"] == [f"Ask, Tom: {said}"]


def test_the_rule_that_the_budget_names(project, walked):
    run = walked(1, 5, 1, budget=Budget(limits=ONE_CLICK.limits, aggregate="worst"))
    assert project.cxcheck("report", "reports/one").status == 10
    assert "worst of 3 visits: 5" in properties(run, TOGETHER)["cxcheck_budget[clicks]"]
    assert project.cxcheck("report", "reports/one", "--cx-budget", "warn").status == 0
    assert properties(run, TOGETHER)["cxcheck_verdict"] == "warn"


def test_one_that_cannot_finish_fails_by_itself(project, walked):
    run = walked(1, None, 1)
    ran = project.cxcheck("report", "reports/one")
    assert ran.status == 1, ran.text
    assert [what for what in rows(run).values() if what] == ["failure"]
    assert rows(run)[TOGETHER] == "", "the median of what it took holds"
    assert "verdict: fail: 1 could not finish" in ran.out
    assert "  Ask, Tom: 1 of 3 could not finish: no way to ask\n" in ran.out


def test_most_not_measured_breaks_the_budget_with_the_reason(project, walked):
    run = walked(1, None, None)
    ran = project.cxcheck("report", "reports/one")
    assert ran.status == 10, ran.text
    assert "not measured in 2 of them, could not finish" in properties(run, TOGETHER)["cxcheck_budget[clicks]"]


def test_without_a_budget_or_without_repeats_there_is_no_row(project, walked):
    run = walked(1, 5, 1, budget=Budget())
    assert project.cxcheck("report", "reports/one").status == 0
    assert len(rows(run)) == 3


def test_one_of_the_repeats_alone_is_judged_as_those_together(project, walked):
    run = walked(5, repeat=3)
    assert project.cxcheck("report", "reports/one").status == 10
    assert rows(run)["ask[tom-all1-chromium]"] == "failure"


def test_workers_judge_as_the_run_was_walked(project, walked):
    """A budget that only warned fails no visit afterwards, in whichever process it is judged."""
    walked(5, level="warn")
    ran = project.cxcheck("report", "reports/one", "-n", "2")
    assert ran.status == 0, ran.text
    assert "verdict: warn: 1 over a budget that only warns" in ran.out


def test_repeats_of_several_machines_are_judged_together(project, walked):
    """Alone the second is over budget, and the others are not; the median of all is not."""
    for number, count in enumerate((1, 5, 1), start=1):
        walked(count, repeat=3, first=number, name=f"shard-{number}")
    assert project.cxcheck("report", "reports/shard-2").status == 10
    ran = project.cxcheck("report", *(f"reports/shard-{number}" for number in (1, 2, 3)))
    assert ran.status == 0, ran.text
    assert rows(ran.run)[TOGETHER] == ""
    assert "median of 3 visits: 1; the budget is 1" in properties(ran.run, TOGETHER)["cxcheck_budget[clicks]"]

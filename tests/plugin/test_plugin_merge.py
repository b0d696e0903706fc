"""``cxcheck report RUN RUN …``: four shards come to what one run of everything comes to."""

import json
import re
import xml.etree.ElementTree as ET

import pytest
from stored_runs import finished, stuck, unmeasured, visit_info, write_run

from cxcheck.model.budget import Budget
from cxcheck.model.journey import Journey
from cxcheck.model.run import OtherTest
from cxcheck.store import others

DEAR = Journey(key="buy", title="Buy", goal="Bread", budget=Budget(minutes=0.001))
BUY = Journey(key="buy", title="Buy", goal="Bread")
TEST = Journey(key="test_home", title="Home", goal="", test="tests/test_home.py::test_home")


def again(persona, number):
    node = f"journeys/ask.py::ask[{persona}-{number}of2-chromium]"
    return visit_info("ask", persona, number, repeat=number, node=node)


# Finished, repeated, flaky, over budget, stuck, not measured, and an ordinary test: four machines, in no order.
SHARDS = (
    [(again("tom", 2), finished("Search")), (visit_info("buy", "ann", journey=DEAR), finished())],
    [(again("tom", 1), finished()), (again("ann", 1), stuck()), (again("ann", 2), finished("Search"))],
    [
        (visit_info("buy", "tom", 1, attempt=1, journey=BUY), stuck()),
        (visit_info("buy", "tom", 2, attempt=2, journey=BUY), finished()),
    ],
    [
        (visit_info("look", "ann"), unmeasured()),
        (visit_info("test_home", "ann", journey=TEST, node=TEST.test), finished()),
    ],
)
OTHERS = (
    [OtherTest(node="tests/test_sum.py::test_sum", outcome="failed", text="assert 2 == 3", exit_status=1)],
    [OtherTest(node="tests/test_sum.py::test_less", outcome="passed")],
    [OtherTest(node="tests/test_sum.py::test_later", outcome="skipped", text="not yet")],
    [],
)


def write(path, visits, tests):
    write_run(path, *visits, settings={"budget": "fail", "personas": "ann, tom", "repeat": "2"})
    for test in tests:
        others.note(path, test)


def cases(run):
    root = ET.parse(run / "junit.xml").getroot()
    counts = {name: root.find("testsuite").get(name) for name in ("tests", "failures", "errors", "skipped")}
    found = {}
    for case in root.iter("testcase"):
        said = [(one.get("name"), one.get("value")) for one in case.iter("property")]
        ended = [(one.tag, one.get("message")) for one in case if one.tag != "properties"]
        found[case.get("classname"), case.get("name")] = (said, ended)
    assert len(found) == len(list(root.iter("testcase")))
    return counts, found


def page(run, name):
    """The scorecard's static part, without the run's own name."""
    text = (run / "scorecard.html").read_text(encoding="utf-8")
    return re.search(r'class="cx-report".*?class="run-count"', text, re.DOTALL)[0].replace(name, "RUN")


def test_four_shards_are_one_run(project):
    reports = project.folder / "reports"
    write(
        reports / "unsharded",
        [visit for shard in SHARDS for visit in shard],
        [test for part in OTHERS for test in part],
    )
    for number, (visits, tests) in enumerate(zip(SHARDS, OTHERS, strict=True), start=1):
        write(reports / f"shard-{number}", visits, tests)
    whole = project.cxcheck("report", "reports/unsharded")
    merged = project.cxcheck("report", *(f"reports/shard-{number}" for number in (3, 1, 4, 2)))
    assert whole.status == merged.status == 11, merged.text
    assert merged.run.name.endswith("-merged")

    one, other = (json.loads((run / "run.json").read_text()) for run in (reports / "unsharded", merged.run))
    assert len(one["visits"]) == 8
    assert one["visits"] == other["visits"]
    assert one["repeats"] == other["repeats"] != []
    assert other["run"].pop("merged") == ["shard-3", "shard-1", "shard-4", "shard-2"]
    assert one["run"].pop("merged") == []
    assert one["run"].pop("id") != other["run"].pop("id")
    assert one == other

    assert cases(reports / "unsharded") == cases(merged.run)
    assert cases(merged.run)[0] == {"tests": "12", "failures": "3", "errors": "1", "skipped": "1"}
    summaries = [(run / "summary.md").read_text() for run in (reports / "unsharded", merged.run)]
    assert summaries[0] == summaries[1]
    assert page(reports / "unsharded", "unsharded") == page(merged.run, merged.run.name)
    ends = [re.search(r"=+ (\d+ failed.*) in [\d.]+s", ran.out)[1].split(", ") for ran in (whole, merged)]
    assert sorted(ends[0]) == sorted(ends[1])


def test_a_shard_alone_says_less(project):
    write(project.folder / "reports" / "one", SHARDS[1], OTHERS[1])
    ran = project.cxcheck("report", "reports/one")
    assert ran.status == 1, ran.text
    assert "1 failed, 3 passed in " in ran.out


def test_what_is_no_visit_counts_too(project):
    """A failed test, and a file that could not be collected."""
    write(project.folder / "reports" / "one", [SHARDS[0][0]], OTHERS[0])
    assert project.cxcheck("report", "reports/one").status == 1
    broken = OtherTest(node="tests/test_bad.py", outcome="error", text="SyntaxError: what", exit_status=2)
    info, story = SHARDS[1][0]
    write(project.folder / "reports" / "two", [(info.model_copy(update={"seed": 2}), story)], [broken])
    ran = project.cxcheck("report", "reports/one", "reports/two", "--cx-run-dir", "both")
    assert ran.status == 2, ran.text
    assert "SyntaxError: what" in ran.out
    assert "1 failed, 2 passed, 1 error in " in ran.out
    assert "seeds 1, 2, since runs were merged" in ran.out
    assert len(json.loads((project.folder / "both" / "run.json").read_text())["visits"]) == 2


@pytest.mark.parametrize("second", ["reports/one", "reports/none"])
def test_runs_that_do_not_fit_end_with_a_message(project, second):
    write(project.folder / "reports" / "one", SHARDS[0], [])
    ran = project.cxcheck("report", "reports/one", second)
    assert ran.status == 4
    assert "Traceback" not in ran.text
    assert ("this run is named twice" if second == "reports/one" else "there is no run here") in ran.err
    assert {path.name for path in (project.folder / "reports").iterdir()} == {"one", "latest"}


def test_budgets_of_shards_are_judged_once_all_are_there(project):
    """Shards only warn; the report of all of them judges, and stays with it."""
    settings = {"budget": "warn", "personas": "ann, tom"}
    for name, visit in (("one", SHARDS[0][1]), ("two", SHARDS[0][0])):
        write_run(project.folder / "reports" / name, visit, settings=settings)
    runs = ("reports/one", "reports/two")
    assert project.cxcheck("report", *runs, "--cx-run-dir", "warned").status == 0
    assert project.cxcheck("report", *runs, "--cx-budget", "fail", "--cx-run-dir", "judged").status == 10
    assert project.cxcheck("report", "judged").status == 10


def test_a_run_judged_elsewhere_stays_as_it_is(project):
    write(project.folder / "reports" / "one", SHARDS[0], [])
    before = sorted((project.folder / "reports" / "one").rglob("*"))
    ran = project.cxcheck("report", "reports/one", "--cx-run-dir", "elsewhere", "--one-file")
    assert ran.status == 10, ran.text
    assert (project.folder / "elsewhere" / "scorecard-one-file.html").is_file()
    assert sorted((project.folder / "reports" / "one").rglob("*")) == before


SUMS = """
import pytest

def test_fine():
    assert 1 + 1 == 2

def test_wrong():
    assert 1 + 1 == 3

@pytest.mark.skip(reason="not yet")
def test_later():
    pass

@pytest.fixture
def broken():
    raise RuntimeError("no such thing")

def test_without_ground(broken):
    pass

@pytest.mark.flaky(reruns=1)
def test_at_last(tries=[]):
    tries.append(1)
    assert len(tries) > 1
"""


@pytest.mark.parametrize("workers", [(), ("-n", "2")], ids=["alone", "workers"])
def test_a_stored_run_has_its_other_tests_as_they_ended(project, workers):
    """Without them it would look better than it was."""
    project.write({"tests/test_sums.py": SUMS})
    ran = project.pytest("--cx", "tests", *workers)
    assert ran.status == 1, ran.text
    assert "1 failed, 2 passed, 1 skipped, 1 error, 1 rerun in " in ran.out
    walked = cases(ran.run)
    again = project.cxcheck("report")
    assert again.status == 1, again.text
    assert "1 failed, 2 passed, 1 skipped, 1 error in " in again.out
    assert "RuntimeError: no such thing" in again.out
    assert {name: [tag for tag, _ in ended] for name, (_, ended) in cases(ran.run)[1].items()} == {
        name: [tag for tag, _ in ended] for name, (_, ended) in walked[1].items()
    }
    assert cases(ran.run)[0] == walked[0]


def test_a_stored_run_has_the_file_that_could_not_be_collected(project):
    project.write({"tests/test_bad.py": "import nothing_of_that_name\n", "tests/test_sums.py": SUMS})
    assert project.pytest("--cx", "tests").status == 2
    again = project.cxcheck("report")
    assert again.status == 2, again.text
    assert "nothing_of_that_name" in again.out
